# What stands on cards. HTML: <b> for what the eye looks for first.
welcome = 您好，这里是<b>红马甲</b>。家门口有什么事，点“{ label-report }”，或者直接把情况发给我就行。
    我会转给负责您那一片的人，一直跟到您说解决为止。
welcome-linked = { $name }，您好！已经为您开通：
    { $posts }
    有事会发到这里，您点一下按钮就能处理。
welcome-to-claim = 好了，您可以接单了。请回到群里，再点一次“{ label-claim }”。
post-line = · { $grid } { $role }
post-line-everywhere = · { $role }
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

# A report in the making.
draft-title = 📝 <b>您要反映的事</b>
draft-words = { $words }
draft-kind = 类别：{ $kind }
draft-place = 地点：{ $place }
draft-ask-words = 请说说哪里有什么问题，一句话就行。
draft-ask-category = 属于哪一类？
draft-ask-item = 具体是什么？
draft-ask-place = 在哪里？请选：
draft-ready = 没有问题就点“{ label-submit }”。
draft-below = 请看下面最新的一条 ↓
draft-cancelled = 已取消，没有提交。
draft-submitted = ✓ 已提交，编号 <b>#{ $number }</b>，请看下面。
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

office-new = 🔔 新诉求
office-queue = ⚠️ 无人负责，请管理员处理
office-queue-hint = 这里的网格长空缺、没有开通或联系不上。点“{ label-accept }”由您负责。
office-reminder-answer = ⏰ <b>催办</b>：还没有受理
office-reminder-solve = ⏰ <b>催办</b>：还没有办结
office-escalated = ⬆️ <b>升级督办</b>：从{ $from }上来，第 { $level } 级
office-reopened = ↩️ 居民说没有解决
why-vacant = { $grid }：没有网格长
why-unlinked = { $grid }：网格长还没有开通
why-unreachable = { $grid }：网格长联系不上
why-passed = { $grid }：这件事不能由网格长自己办

offer-title = 派给哪里？先选人数，再点要派到的群。
offer-nowhere = 这一片还没有绑定的群。请在志愿者群里发 /bind { $code }，再回来派单。

# The group's card: nothing that tells who the resident is.
task-heading = <b>#{ $number }</b> { $kind } · 需要 { $places } 人
task-held = 已接 { $held }/{ $places }：{ $names }
task-nobody = 还没有人接，还差 { $free } 人
task-free = 还差 { $free } 人
task-full = 人齐了，谢谢大家！
task-done = ✓ 已完成，谢谢：{ $names }
task-withdrawn = 这件事已经结束，不用再接了。

claim-title = 🦺 您接了 <b>#{ $number }</b> { $kind }
claim-next = 办好后点“{ label-finish }”；去不了请点“{ label-withdraw }”，好让别人接。
claim-done = ✓ 您已完成，谢谢！
claim-over = 这件事已经结束。
claim-withdrawn = 您已退单。

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
