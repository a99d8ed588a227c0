# 命令行与设置。由运维人员在终端里阅读；纯文本。

## 设置：应当怎样写

setting-unknown = 没有这项设置；是否应为 { $near }？
setting-env-unreadable = .env 无法读取：应为本用户可读的 UTF-8 文本文件
setting-env-line = .env 第 { $line } 行无法识别；请写成 名称=值
setting-token = 不是机器人令牌；请从 @BotFather 完整复制，形如 123456789:AAF…
setting-api-url = “{ $value }”不是 Bot API 服务器地址；形如 https://api.telegram.org
setting-database-url = 应为 sqlite:///路径 或 postgresql://用户:密码@主机/库名
setting-webhook-url = “{ $value }”不是 Telegram 能访问的地址；应以 https:// 开头（仅本机可用 http://）
setting-listen = “{ $value }”应写成 主机:端口，如 127.0.0.1:8443
setting-webhook-secret = 由 1 至 256 个 A–Z a–z 0–9 _ - 组成
setting-timezone = 没有时区“{ $value }”；形如 Asia/Shanghai
setting-language = “{ $value }”不在 { $languages } 之中
setting-admins = “{ $value }”不是 Telegram 账号的数字编号；请写数字，如 123456789，用逗号分隔
setting-log = “{ $value }”不在 { $levels } 之中

## 命令与帮助

cli-about = 红马甲接收居民诉求，转给负责那一片的人，一直跟到解决为止。
cli-commands = 命令
cli-command = 命令
cli-options = 选项
cli-help = 显示帮助
cli-version = 显示版本
cli-path = 路径
cli-run = 运行，直到被停止；自动建立或升级数据库
cli-sandbox = 不用令牌先试用：本机上的一个模拟 Telegram，人物都是虚构的，在浏览器里打开
cli-sandbox-port = 页面的端口（8321，被占用时自动换一个）
cli-sandbox-no-browser = 只打印网址，不打开浏览器
cli-sandbox-story = 按阅读速度自动演一个故事：drain 等
cli-sandbox-state = 从保存的状态开始
cli-port = 端口
cli-name = 名称
cli-folder = 文件夹
cli-file = 文件
cli-run-or-sandbox = 没有设置令牌时启动演练场
cli-import = 从 CSV 文件或工作簿导入网格、人员、类别和单位；机器人运行时也可以导入
cli-import-path = CSV 文件夹、一个 CSV 文件，或每种一张工作表的 .xlsx 工作簿
cli-import-dry-run = 不做改动，只逐行说明会改什么
cli-import-prune = 同时去掉文件里已经没有的内容
cli-links = 为每个有职务而尚未开通的人生成邀请链接
cli-links-grid = 只要这个网格和它下面的人
cli-links-qr = 再为每人存一张二维码图片（SVG）到这个文件夹
cli-migrate = 建立数据库，或升级到最新版本
cli-doctor = 检查设置、数据库、与 Telegram 的连接、群和空缺，并说明怎样改正
cli-bench = 测量本机的性能
cli-unexpected = 出现了不该有的错误（{ $error }）；位置见上一行

run-no-token = 没有设置机器人令牌：请在 Telegram 里找 @BotFather，发送 /newbot，复制它给的令牌
run-set-token = 然后在当前目录的 .env 文件（或环境变量）里写 REDVEST_BOT_TOKEN=…，再启动一次
run-try-sandbox = 也可以不用令牌先试用：redvest sandbox

bench-absent = 这里没有安装性能测试；请在源代码目录中运行

migrate-done = 数据库已就绪。

## 导入

import-refused = 共 { $faults } 处错误；未做任何改动
import-tally = { $sheet }：新增 { $added }，更改 { $changed }，未变 { $unchanged }，文件中已没有 { $gone }
import-gone = { "  " }文件中已没有，仍保留：{ $what }
import-ended = { "  " }文件中已没有，已移除：{ $what }
import-gone-more = { "  " }……还有 { $count } 条
import-done = 导入完成。
import-dry = 这是试运行，未做任何改动。
import-nothing-new = 内容与原来相同，无须改动。
import-doing-read = 正在读取数据库……
import-doing-check = 正在检查文件……
import-doing-grids = 正在写入网格……
import-doing-people = 正在写入人员……
import-doing-categories = 正在写入类别……
import-doing-organisations = 正在写入单位……
prune-nothing = 没有任何行，--prune 会把这一类全部去掉；如果确实要这样，请至少留一行，否则请移出此文件

## 邀请链接

links-made = 共 { $count } 个链接，每个只限一人使用一次，{ $days } 天内有效。以前发出的链接仍然有效。
links-none = 有职务的人都已开通。
links-none-here = 这个网格和它下面还没有人有职务。请先导入人员（redvest import PATH），再来取链接。
links-no-roster = 名册里还没有人。请先导入人员：redvest import PATH，或由管理员把人员表发给机器人；然后再来取链接。
links-no-grid = 没有编码为 { $code } 的网格
links-no-token = 没有设置机器人令牌，不知道机器人的用户名：请用它替换 { $name }。
links-no-telegram = 无法查询机器人的用户名：{ $error }；请运行 redvest doctor
links-and = ；
links-post = { $grid }{ $role }

## 检查

doctor-settings = 设置：全部可用
doctor-database = 数据库：可以打开，已是最新版本，可以写入
doctor-database-none = 数据库：{ $path } 还不存在；redvest import 或 redvest run 会建立
doctor-database-closed = 数据库：{ $error }
doctor-database-unwritable = 数据库：能打开但不能写入（{ $error }）；请检查磁盘空间、文件及其文件夹的权限
doctor-policy-code = 时限：{ $codes }：没有这个编码的类别，这些时限不会生效；请改正 [deadlines.编码]
doctor-no-grids = 网格：还没有；请用 redvest import 文件夹 导入
doctor-grids = 网格：{ $count } 个
doctor-vacant = { $count } 个网格没有网格长、副网格长或书记，那里的诉求会转到上一级：{ $names }
doctor-buildings = { $count } 个楼栋或单元没有人；一栋楼有一位楼栋长，或每个单元有一位单元长，就行：{ $names }
doctor-unlinked = { $count } 位网格负责人还没有开通；请把 redvest links 给出的链接发给本人：{ $names }
doctor-unreachable = { $count } 位网格负责人没有启动或已停用机器人；请他们打开机器人点“开始”：{ $names }
doctor-away = { $count } 位网格负责人请了假，没有指定代办的人；诉求会转给下一位：{ $names }
doctor-ungrouped = { $count } 个网格没有群，派单没有地方去；请把机器人拉进群，在群里发 /bind 网格编码：{ $names }
doctor-adrift = { $count } 个群绑定的网格已经撤销，新的派单不会发到那里；请在群里发 /bind 网格编码 换一个网格，或发 /unbind：{ $names }
doctor-astray = 居民最近发来的 { $count } 个位置里，有 { $off } 个不在事情所在网格的边界内。边界可能画在有偏移的地图上（高德、腾讯、百度）；请换算成 WGS 84 再导入
doctor-boundaries = { $count } 个网格的边界不能用，按位置找不到这些网格；请在网格表里改正“边界”，再导入：{ $names }
doctor-unserved = { $count } 个单位在分类里写了“首办”，但没有人；请在名册里给它配人，“单位”一栏写它的名字：{ $names }
doctor-office = 联系不上任何管理员：请设一位“管理员”，或设置 REDVEST_ADMINS，并请本人点“开始”
doctor-no-token = 令牌：没有设置；请向 @BotFather 申请（/newbot），再设置 REDVEST_BOT_TOKEN
doctor-bot = Telegram：这是 @{ $name }，线路 { $way }
doctor-no-groups = Telegram：机器人不能被加入群；请在 @BotFather 用 /setjoingroups 允许
doctor-token-refused = 令牌：Telegram 不认；请从 @BotFather 完整复制，或用 /token 换一个
doctor-timeout = Telegram：经 { $way } 没有回应；请检查网络和防火墙，或设置 HTTPS_PROXY
doctor-unreached = Telegram：连不上 { $way }（{ $error }）；请检查网络、REDVEST_API_URL 和 HTTPS_PROXY
doctor-polling = 消息接收：轮询，没有 webhook 妨碍
doctor-webhook = 消息接收：webhook，能正常送达
doctor-webhook-left = 消息接收：登记着 webhook { $url }，但没有设置 REDVEST_WEBHOOK_URL；redvest run 会取消它。如果另有程序在用这个令牌，双方会互相抢走消息
doctor-webhook-unset = 消息接收：REDVEST_WEBHOOK_URL 还没有登记，redvest run 会登记。目前登记的是：{ $url }
doctor-webhook-error = 消息接收：Telegram 送不到：{ $error }；请检查证书、前面的代理和 REDVEST_LISTEN
doctor-waiting = 消息接收：有 { $count } 条在 Telegram 等着；redvest run 在运行吗？
doctor-group = 群“{ $title }”：机器人在群里，可以发消息
doctor-group-left = 群“{ $title }”：机器人已不在群里；请重新加入并在群里发 /bind
doctor-group-mute = 群“{ $title }”：机器人不能发消息；请允许它发消息
doctor-group-migrated = 群“{ $title }”：已变成超级群，下次发消息时会自动改正

## 演练场

sandbox-beginning = 正在准备演练场：本机上的模拟 Telegram，人物都是虚构的，什么都不会发给任何人……
sandbox-ready = 演练场已打开：{ $address } （按 Ctrl+C 结束）
sandbox-no-story = 没有名为“{ $name }”的故事；有 { $names }
sandbox-no-start = 机器人没有启动成功，原因见上面几行
sandbox-no-state = { $file } 不是演练场保存的文件
