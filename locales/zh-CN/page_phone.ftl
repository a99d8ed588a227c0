# 演练场网页里的手机。不用复数：这些文字由网页填写。

# 这是谁的手机
page-phone-resident = 居民
page-phone-building = 楼栋长
page-phone-person-menu = { $name }的菜单
page-phone-close-phone = 收起{ $name }的手机
page-phone-state-new = 还没打开过机器人
page-phone-state-blocked = 已停用机器人
page-phone-state-deactivated = 账号已注销
page-phone-speaks-zh = 手机语言：中文
page-phone-speaks-en = Telegram in English
page-phone-start-again = 重新打开机器人
page-phone-block = 停用机器人
page-phone-unblock = 恢复机器人
page-phone-deactivate = 注销这个账号
page-phone-deactivate-sure = 注销这个账号吗？演练场里也不能恢复。

# 聊天
page-phone-bot = 红马甲
page-phone-empty = 还没有消息
page-phone-unread = { $count } 条未读
page-phone-other-groups = 可以加入的群
page-phone-said-by = { $name }：{ $words }
page-phone-said-by-me = 我：{ $words }
page-phone-back = 返回聊天列表
page-phone-members = { $count } 人
page-phone-typing = 正在输入…
page-phone-messages = 消息
page-phone-earlier = 更早的消息
page-phone-down = 到最新消息
page-phone-topics = 话题
page-phone-topic-general = 综合

# 还不能写的时候
page-phone-gate-start = 您反映的事，这个机器人会交给人办。
page-phone-gate-unblock = 机器人已停用，发不来消息。
page-phone-gate-join = 您不在这个群里。
page-phone-gate-deactivated = 这个账号已经注销。
page-phone-start = 开始
page-phone-join = 加入

# 群
page-phone-group-menu = 群菜单
page-phone-group-members = 群成员
page-phone-admin = 管理员
page-phone-leave = 退出群聊
page-phone-rename = 修改群名
page-phone-title = 群名
page-phone-bot-standing = 机器人在群里的身份
page-phone-bot-administrator = 机器人是管理员
page-phone-bot-member = 机器人是成员
page-phone-bot-restricted = 机器人受限制
page-phone-bot-left = 机器人不在群里
page-phone-bot-kicked = 机器人已被移出
page-phone-photos-forbid = 不许成员发照片
page-phone-photos-allow = 允许成员发照片
page-phone-upgrade = 升级为超级群
page-phone-upgrade-hint = 群变大时，Telegram 会自己升级
page-phone-anonymous = 匿名发言
page-phone-anonymous-hint = 管理员可以用群的名义发言

# 消息
page-phone-edited = 已编辑
page-phone-forwarded = 转发自 { $name }
page-phone-spoiler = 隐藏的文字，点一下看
page-phone-quote = 展开全部引用
page-phone-enlarge = 放大照片
page-phone-play = 播放
page-phone-pause = 暂停
page-phone-message-menu = 这条消息的操作
page-phone-reply = 回复
page-phone-edit = 编辑
page-phone-forward = 转发
page-phone-forward-to = 转发到
page-phone-copy = 复制
page-phone-copied = 已复制
page-phone-not-copied = 浏览器不让复制
page-phone-service-joined = { $name }加入了群聊
page-phone-service-left = { $name }退出了群聊
page-phone-service-title = 群名改为“{ $name }”
page-phone-service-moved = 本群已升级为超级群
page-phone-service-topic = 新建了话题“{ $name }”
page-phone-service-pinned = { $from }置顶了一条消息
page-phone-service-other = 聊天设置有变动

# 消息里有什么
page-phone-kind-message = 消息
page-phone-kind-text = 文字
page-phone-kind-photo = 照片
page-phone-kind-video = 视频
page-phone-kind-voice = 语音
page-phone-kind-audio = 音乐
page-phone-kind-document = 文件
page-phone-kind-animation = 动图
page-phone-kind-video_note = 视频留言
page-phone-kind-sticker = 表情贴纸
page-phone-kind-location = 位置
page-phone-kind-venue = 有名字的地点
page-phone-kind-contact = 电话号码
page-phone-kind-poll = 投票
page-phone-kind-dice = 骰子

# 写消息
page-phone-write = 写消息
page-phone-send = 发送
page-phone-commands = 命令
page-phone-keys = 机器人的按键
page-phone-attach = 添加附件
page-phone-voice = 语音
page-phone-replying = 回复{ $name }
page-phone-editing = 编辑消息
page-phone-drop = 取消
page-phone-share = 发送
page-phone-share-contact = 把您的电话号码发给机器人吗？
page-phone-share-location = 把您现在的位置发给机器人吗？
page-phone-cancel = 取消
page-phone-close = 关闭
page-phone-ok = 好
page-phone-open = 打开

# 附件
page-phone-sample-pictures = 示例图片
page-phone-own-pictures = 自己的照片和视频
page-phone-doors = 扫门口的二维码
page-phone-doors-hint = 从那里反映问题
page-phone-own-door = 自己家
page-phone-filter = 搜索
page-phone-nothing-found = 没有找到
page-phone-open-link = 打开链接
page-phone-open-link-hint = 邀请链接，或某件诉求的链接
page-phone-open-link-field = 链接，或 start= 后面的内容
page-phone-not-ours = 这个链接不是机器人的
page-phone-preview = 准备发送
page-phone-caption = 添加说明
page-phone-add = 再加一个
page-phone-remove = 去掉
page-phone-own-location = 我现在的位置
page-phone-spots = 社区里的一个地方
page-phone-typed-location = 别的位置
page-phone-latitude = 纬度
page-phone-longitude = 经度
page-phone-no-place = 没有这样的位置
page-phone-venue-title = 地点名称
page-phone-venue-address = 地址
page-phone-own-contact = 我的电话
page-phone-other-contact = 别人的电话
page-phone-typed-contact = 其他号码
page-phone-contact-name = 姓名
page-phone-contact-number = 电话号码
page-phone-poll-question = 问题
page-phone-poll-options = 选项，每行一个
page-phone-poll-too-few = 投票至少要有两个选项
page-phone-record = 录音
page-phone-recording = 正在录音
page-phone-no-microphone = 这里用不了麦克风。请选一条现成的语音。
