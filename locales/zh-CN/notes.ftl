# Short messages without buttons.
note-accepted = <b>#{ $number }</b> 已受理，{ $name }在办了。
# To whoever answered before.
note-moved = <b>#{ $number }</b> 已转给{ $name }负责，您不用再办了。
note-moved-queue = <b>#{ $number }</b> 已转给社区管理员安排，您不用再办了。
# To the resident. “-queue”: while nobody has been found yet.
note-new-responsible = <b>#{ $number }</b> 现在由{ $name }负责。
note-new-responsible-queue = <b>#{ $number }</b> 正由社区管理员重新安排负责人。
# To those who answer.
note-confirmed = <b>#{ $number }</b> 居民说：已解决。谢谢！
# To the resident.
note-expired = <b>#{ $number }</b> 一直没等到您的回复，这件事先结束了。如果还没解决，{ $by }前可以点“{ label-not-solved }”。
# To the one responsible who is late.
note-escalated = <b>#{ $number }</b> 超时了，已升级督办，请尽快办。
# To the one above.
note-reopened-below = <b>#{ $number }</b> 居民说没有解决，已退回{ $name }重办：{ $reason }
# To administrators; the operator finds the message by this number.
note-failed-update = 有一条消息处理失败，已经单独保存，其他不受影响。请告诉维护人员：更新号 { $update }。

# Lines that answer a tap, at most 200 signs.
answer-accepted = 已受理
answer-offered = 已派到{ $title }
answer-submitted = 已提交 #{ $number }
answer-solved = 谢谢，祝您顺心！
answer-ask-words = 请在下面写几个字
answer-cancelled = 已取消
answer-done = 好的
answer-thanks = 收到，谢谢！
answer-reopened = 收到，已请负责人接着办，有结果马上告诉您。
answer-resolved = 已办结，等居民确认。
answer-failed = 出了点问题，已经记下，请稍后再试一次。

# Why something is not done, and what to do next.
refused-too-late = 晚了一步，情况已经变了，请看消息里最新的进度。
refused-not-yours = 这件事不归您办。
refused-gone = 这个按钮已经过期，请看最新的消息。
refused-too-many-requests = 您今天已经反映了不少，明天再来；急事请直接打电话给社区。这一件替您留着。
refused-nothing-said = 请写几个字。
refused-incomplete = 还差一项，请看消息里问您的。
refused-too-long = 已经写得很长了，这一句没有加进去。请先提交，有要补充的再另外反映。
refused-confidential = 这件事要保密，不能发到群里。请自己办，或者点“{ label-reassign }”。
refused-bad-link = 这个邀请链接已经失效，请向社区要一个新的。
refused-unknown-grid = 这张海报的编码认不出来了，请直接告诉我在哪里。
refused-already-linked = 这个名字已经在另一个账号上开通了，请联系社区管理员。
refused-linked-elsewhere = 您已经用自己的名字开通了，这是登记给别人的。如果两个都是您，请联系社区管理员。
unread-kind = 这个我看不懂。请写几个字，或者发照片、语音、视频给我。
no-number = 没有找到这个编号，请核对一下。
