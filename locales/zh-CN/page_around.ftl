# The sandbox's page: what stands around the phones. No plurals: these texts are filled in by the page.
page-title = 红马甲 · 演练场
page-about = 这里是演练场：人物都是虚构的，消息不会发给任何人。
page-close = 关闭
page-menu = 菜单
page-people = 手机
page-lost = 演练场已经关闭，或者暂时连不上。正在重新连接……

# Languages
page-language = 语言
page-language-told = 从现在起，大家手机上的红马甲都说中文。已经收到的消息和群里的语言不变。

# Time
page-clock = 演练场的时间
page-time-ten = +10 分钟
page-time-next = 到下一时限 { $time } · #{ $number }
page-time-no-next = 暂无时限
page-time-morning = 到明天早上
page-time-moving = 时间正在过去……

# People and groups: the picker, and those for whom something new has come
page-add-phone = 添加手机
page-pick-title = 看谁的手机？
page-pick-search = 按姓名、身份或地点查找
page-pick-none = 没有找到这个人。
page-pick-residents = 居民
page-pick-buildings = 楼栋长
page-pick-leaders = 网格长
page-pick-office = 书记和社区工作人员
page-pick-property = 物业和业委会
page-pick-volunteers = 志愿者
page-pick-groups = 群
page-pick-group = { $count } 人；用{ $name }的手机打开
page-pick-open = 已经打开
page-pick-new = { $count } 条新消息
page-waiting = { $name }：{ $count } 条新消息
page-waiting-more = 还有 { $count } 人
page-move-left = 把{ $name }的手机往左移
page-chip = { $name }的手机
page-chip-new = { $name }的手机，{ $count } 条新消息
page-no-phones = 还没有打开手机。

# The guide
page-guide = 引导
page-guide-step = 第 { $step } 步，共 { $of } 步
page-guide-as = 用{ $name }的手机：
page-guide-show = 带我去
page-guide-do = 替我做
page-guide-close = 收起引导
page-guide-over = 这个故事走完了。接下来随便看看：拨一拨时间，看催办和升级；或者来点故障试试。
page-guide-again = 再来一遍
page-guide-replaying = 自动演示中，看着就行。
page-stories = 故事
page-stories-about = 可以一步一步跟着做，也可以坐着看自动演示。
page-story-follow = 跟着做
page-story-replay = 看演示
page-story-follow-named = 跟着做：{ $title }
page-story-replay-named = 看演示：{ $title }

# Trouble
page-trouble = 故障演练
page-trouble-about = 真实生活里会出的状况。打开一项，再用谁的手机做点事，看看是不是什么都没丢。
page-trouble-telegram = Telegram 不给力的时候
page-trouble-too-many = 消息太多
page-trouble-too-many-does = Telegram 用 429 拒绝，要求过几秒再发。
page-trouble-too-many-watch = 看点：卡片来得晚一点，但每张只来一次。
page-trouble-server-error = Telegram 自己出错
page-trouble-server-error-does = Telegram 一次次回答 500。
page-trouble-server-error-watch = 看点：隔一会儿再试，越隔越久；关掉以后全都送到。
page-trouble-lost-answer = 回执丢了
page-trouble-lost-answer-does = 消息其实送到了，机器人却没得到回音。
page-trouble-lost-answer-watch = 看点：偶尔有消息来两遍，但一单不会派两次。
page-trouble-offline = 连不上 Telegram
page-trouble-offline-does = 机器人联系不到 Telegram，大家还在照常写消息。
page-trouble-offline-watch = 看点：先是没动静；关掉以后，每条消息都有回音。
page-trouble-bot = 机器人
page-trouble-bot-does = 像停电一样，干到一半强行关掉。做点事，再重新启动。
page-bot-starting = 机器人正在启动……
page-bot-running = 机器人正在运行
page-bot-stopped = 机器人现在没有运行
page-bot-failed = 机器人没能启动
page-bot-kill = 强行关掉机器人
page-bot-launch = 重新启动
page-trouble-people = 人和群
page-trouble-person = 人
page-trouble-group = 群
page-trouble-blocks = 停用机器人
page-trouble-unblocks = 恢复机器人
page-trouble-blocks-watch = 看点：办事的人会收到提醒，改打电话或者上门。
page-trouble-leaves = 退出“{ $group }”
page-trouble-joins = 加入“{ $group }”
page-trouble-upgrades = 升级成超级群
page-trouble-upgraded = 已经是超级群了。
page-trouble-upgrades-watch = 看点：Telegram 给群换了新编号，红马甲会跟过去。
page-trouble-on = 已打开：{ $names }

# What the bot called
page-calls = 机器人的调用
page-calls-short = 调用
page-calls-about = 每个人做了什么，机器人因此向 Telegram 发了哪些请求。
page-calls-filter = 按方法筛选
page-calls-clear = 清空
page-calls-none = 还没有。先在手机上做点事吧。
page-calls-before = 还没人动手之前
page-calls-args = 发出
page-calls-answer = 回答
page-calls-newest = 看最新的
page-call-ok = 成功
page-call-refused = 被拒绝
page-call-too-many = 429
page-call-server-error = 500
page-call-lost-answer = 回执丢了
page-call-offline = 连不上

# Acts: what somebody did, before the words or the label it was done with.
page-act-start = 启动机器人
page-act-says = 写
page-act-edits = 修改消息
page-act-sends = 发送
page-act-location = 发送位置
page-act-venue = 发送地点
page-act-contact = 发送联系人
page-act-sticker = 发送贴纸
page-act-dice = 掷骰子
page-act-poll = 发起投票
page-act-forwards = 转发
page-act-taps = 点
page-act-presses = 按
page-act-blocks = 停用机器人
page-act-unblocks = 恢复机器人
page-act-deactivates = 注销账号
page-act-leaves = 退群
page-act-joins = 进群
page-act-speaks = 换语言
page-act-renames = 改群名
page-act-upgrades = 升级成超级群
page-act-sets-bot = 改机器人的身份
page-act-permits = 改群成员的权限
page-act-passes = 时间过去
page-act-trouble = 故障
page-act-kill = 机器人被强行关掉
page-act-launch = 机器人启动
page-act-step = 引导代做一步
page-act-story = 引导
page-act-replay = 自动演示

# Saving
page-save = 保存与读取
page-save-short = 保存
page-save-about = 把演练场现在的样子存成文件，下次接着来。
page-save-download = 存成文件
page-load-about = 读取后，这里的一切都换成文件里的样子。
page-load = 从文件读取
page-load-doing = 正在读取……
page-load-done = 读取好了。
