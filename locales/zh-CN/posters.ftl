# 海报：聊天里、纸上、命令行。
answer-posters = 海报正在制作，一会儿就发给您。
drawing-failed = 抱歉，没有做成。请再试一次；还不行的话，请告诉管理员。

# 纸上的海报。
poster-title = 红马甲
poster-slogan = 家门口的事，跟我们说一声
poster-do =
    扫一扫，发张照片或说句话，
    就有人来管。
poster-without = 没有 Telegram？请找楼长或网格长，他们替您报。

# 聊天里的文件。
posters-caption = <b>{ $grid }</b>：{ $count } 张海报，一页一张。用 A4 纸打印，一个门口贴一张。
posters-too-many = { $grid } 有 { $count } 个门口，一份文件放不下。请分片来要，或请运行机器人的人来做：<code>redvest posters 文件.pdf --grid { $code }</code>

# 命令行。
posters-made = { $out }：{ $count } 张海报
posters-doing = 第 { $done } 张，共 { $count } 张……
posters-no-grid = 没有编码是“{ $code }”的网格
posters-no-level = 没有这些层级的网格；现有 { $levels }
posters-no-grids = 还没有网格；请先用 redvest import 文件夹 导入
posters-no-name = 海报上要有机器人的用户名：请设置 REDVEST_BOT_TOKEN，或用 --username 用户名 告诉我
posters-no-telegram = 问不到机器人的用户名：{ $error }；redvest doctor 能说得更清楚。也可以用 --username 用户名 告诉我
posters-bad-name = “{ $name }”不是机器人的用户名；它看起来像 redvest_bot

cli-posters = 给每个楼栋和单元做一张二维码海报，合成一个 PDF
cli-posters-file = 文件.pdf
cli-posters-out = 要写成的文件
cli-posters-grid = 只做这个编码的网格里的
cli-posters-level = 只做这些层级的网格，如 building；不写则做楼栋、单元，以及没有楼栋的地方
cli-posters-username = 机器人的用户名，问不到时用
cli-code = 编码
cli-level = 层级
