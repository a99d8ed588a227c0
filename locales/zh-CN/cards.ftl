# What stands on cards. HTML: <b> for what the eye looks for first.
role-leader = 网格长
role-deputy = 副网格长
role-secretary = 书记
role-staff = 社工
role-property = 物业
role-committee = 业委会
role-mediator = 调解员
role-volunteer = 志愿者
role-member = 党员
role-admin = 管理员

kind-unknown = 不清楚

# The number stands first on everything about a request.
heading = <b>#{ $number }</b> { $kind }
line-place = 📍 { $place }
# What the resident said, as they said it.
line-words = { $words }
line-resident = 反映人：{ $name } { $phone }
# One of the status-… below, or in resident.ftl and office.ftl.
line-status = 进度：{ $status }
# Read by the resident and by those who answer; $by is a “moment”.
line-by-when = { $by }前答复
line-solve-by = { $by }前办结
line-result = 结果：{ $words }
line-last-result = 上次结果：{ $words }
# Why it was not solved.
line-reason = 居民说：{ $reason }
line-responsible = 负责人：{ $name }（{ $grid }）
line-queue = 负责人：社区管理员正在安排
line-moved = 这件事现在不归您办了。
line-escalated = 已升级 { $level } 次
# One offer: the group's title, how many have taken it of how many wanted, who they are.
line-task = { $title }：{ $held }/{ $places } 人 { $names }

# After line-status. status-office-… is for those who answer, where the resident reads other words.
status-submitted = 等社区安排
status-assigned = 等负责人受理
status-accepted = 正在办理
status-resolved = 已办结，等您确认
status-closed-confirmed = 已解决
status-closed-unconfirmed = 已结束（没等到您的回复）
status-office-resolved = 已办结，等居民确认
status-office-closed-confirmed = 居民确认已解决
status-office-closed-unconfirmed = 已结束，居民未确认

receipt-title = ✓ 收到了，编号 <b>#{ $number }</b>
result-title = <b>#{ $number }</b> 办好了，请您看看：
result-ask = 解决了吗？
result-remind = 催办：还在等您一句话。{ $by }前没有回复，这件事会自动结束。

# Words asked for after a tap.
ask-result = <b>#{ $number }</b> 是怎么解决的？写几个字，或者发张照片，居民会看到。
ask-finish = <b>#{ $number }</b> 办得怎么样？写几个字，或者发张照片，居民会看到。
ask-withdraw = <b>#{ $number }</b> 为什么退单？写几个字就行，我告诉负责人。
ask-reopen = <b>#{ $number }</b> 哪里没有解决？请写几个字，我转给负责人。
ask-decline = <b>#{ $number }</b> 为什么不受理？请说清楚，居民会看到。
ask-appeal = <b>#{ $number }</b> 您为什么不同意？请写几个字，我交给上一级再看。
ask-reassign = <b>#{ $number }</b> 为什么转交？请写几个字，接手的人和居民会看到。
ask-reword = <b>#{ $number }</b> 想让群里看到什么？请把要发的话写给我，不要写姓名、电话和门牌号。
ask-add = <b>#{ $number }</b> 要补充什么？写几个字，或者发照片、语音都行。
ask-comment = <b>#{ $number }</b> 还想说点什么吗？写几个字，我转给帮忙的人。
ask-say = <b>#{ $number }</b> 想说什么？文字、照片、语音都可以，我来转达。
ask-sent = 已收到 { $sent } 份。再写几个字更好。
# Where photos alone are not enough.
ask-sent-words = 已收到 { $sent } 份。请再写几个字。

# What becomes of such a question once it has ended.
ask-answered = <b>#{ $number }</b> ✓ 收到。
ask-cancelled = <b>#{ $number }</b> 好的，不写了。
ask-over = <b>#{ $number }</b> 这个问题不用再回答了。
ask-replaced = <b>#{ $number }</b> 这个问题先放下，请回答下面的新问题 ↓

# Above words that a card had to cut, part by part.
all-words = 全文：
all-result = 结果全文：

# Photos and files: their caption.
media-of = <b>#{ $number }</b>

names-between = 、
# A time wherever one is shown. $month is a number, so that it may be given a name; $time is of 24 hours.
moment = { $month }月{ $day }日 { $time }
