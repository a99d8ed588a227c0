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
line-words = { $words }
line-resident = 反映人：{ $name } { $phone }
line-status = 进度：{ $status }
line-by-when = { $by }前答复
line-solve-by = { $by }前办结
line-result = 结果：{ $words }
line-last-result = 上次结果：{ $words }
line-reason = 居民说：{ $reason }
line-responsible = 负责人：{ $name }（{ $grid }）
line-queue = 负责人：社区管理员正在安排
line-moved = 这件事现在不归您办了。
line-escalated = 已升级 { $level } 次
line-task = { $title }：{ $held }/{ $places } 人 { $names }

status-submitted = 等社区安排
status-assigned = 等负责人受理
status-accepted = 正在办理
status-resolved = 已办结，等您确认
status-closed-confirmed = 已解决
status-closed-unconfirmed = 已结束（您没有回复）
status-office-resolved = 已办结，等居民确认
status-office-closed-confirmed = 居民确认已解决
status-office-closed-unconfirmed = 已结束，居民未确认

receipt-title = ✓ 收到了，编号 <b>#{ $number }</b>
result-title = <b>#{ $number }</b> 办好了，请您看看：
result-ask = 解决了吗？
result-remind = 催办：还在等您一句话。到 { $by } 没有回复，这件事会自动结束。

# Words asked for after a tap.
ask-result = <b>#{ $number }</b> 是怎么解决的？请写几个字，居民会看到。
ask-finish = <b>#{ $number }</b> 办得怎么样？请写几个字。
ask-withdraw = <b>#{ $number }</b> 为什么退单？请写几个字。
ask-reopen = <b>#{ $number }</b> 哪里没有解决？请写几个字，我转给负责人。
ask-decline = <b>#{ $number }</b> 为什么不受理？请写清楚，居民会看到。
ask-appeal = <b>#{ $number }</b> 您为什么不同意？请写几个字，我交给上一级再看。
ask-reassign = <b>#{ $number }</b> 为什么转交？请写几个字。
ask-reword = <b>#{ $number }</b> 群里的人该看到什么？请把要发到群里的话写给我，不要写姓名、电话和门牌号。
ask-add = <b>#{ $number }</b> 要补充什么？写几个字，或者发照片、语音都行。
ask-comment = 还想说点什么吗？写几个字，我转给帮忙的人。
ask-say = <b>#{ $number }</b> 想说什么？文字、照片、语音都可以，我来转达。
ask-sent = 已收到 { $sent } 张（段）。再写几个字更好。

ask-answered = ✓ 收到。
ask-cancelled = 好的，不写了。
ask-over = 这一问已经结束。
ask-replaced = 已改为下面的新问题 ↓

# Photos and files: their caption.
media-of = <b>#{ $number }</b>

names-between = 、
moment = { $month }月{ $day }日 { $time }
