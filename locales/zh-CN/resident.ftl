# My requests, and what a resident may still do about one. State in a word, on a button.
mine-title = <b>我的诉求</b>（正在办的 { $under_way } 件，一共 { $count } 件）
    点一件，看看办到哪一步了。
mine-none = 您还没有反映过事情。家门口有什么事，直接写给我，或者发张照片就行。
mine-line = #{ $number } { $kind } · { $state }
# On a button of the list, after the kind: two or three words.
mine-submitted = 等安排
mine-assigned = 等受理
mine-accepted = 办理中
mine-resolved = 等您确认
mine-closed-confirmed = 已解决
mine-closed-unconfirmed = 已结束
mine-declined = 未受理
mine-cancelled = 已撤回

# After line-status in cards.ftl.
status-declined = 没有受理
status-cancelled = 已撤回

# Taking it back: asked once more on the card.
cancel-ask = <b>真的要撤回吗？</b>撤回以后就不再办了。

# Not taken on.
declined-title = <b>#{ $number }</b> 没有受理
declined-reason = 原因：{ $reason }
declined-appeal = 您要是不同意，{ $by }前点“{ label-appeal }”，我请上一级再看看。

# Solved: stars and words, and the thanks they bring to those who helped.
result-in-photos = 请看上面发来的照片（附件）
stars-ask = 您给这次办理打几颗星？
stars-change = 点错了？再点一次就能改。
line-stars = 您的评价：{ $stars }
line-comment = “{ $words }”
# To each who helped, and to the one responsible.
thanks = 🙏 <b>#{ $number }</b> { $kind }：居民说解决了，谢谢您出力！
thanks-stars = 居民打了 { $stars }
thanks-words = “{ $words }”

# To those who answer.
note-added = ➕ <b>#{ $number }</b> 居民补充：{ $words }
added-in-photos = 请看上面的照片（附件）
note-revised = ✏️ <b>#{ $number }</b> 居民改了一句话，现在是：{ $words }
note-cancelled = <b>#{ $number }</b> { $who }撤回了，不用再办了。
cancelled-by-resident = 居民
note-cancelled-above = <b>#{ $number }</b> { $who }撤回了，不再办了。还有需要，随时告诉我。

# The history: when, who, what. The words that were said follow after a colon.
history-title = <b>#{ $number }</b> 经过
history-earlier = …… 前面还有 { $count } 条
history-line = { $at } { $told }
history-words = ：{ $words }
history-you = 您
history-resident = 居民
history-house = 红马甲
history-submit = { $who }提交了诉求
history-queue = 一时没有负责人，转给社区管理员安排
history-assign = { $who }交给{ $to }负责
history-taken-over = { $who }接过来负责
history-accept = { $who }受理了
history-offer = { $who }派到“{ $title }”，需要 { $places } 人
history-resolve = { $who }办结了
history-confirm = { $who }说已经解决
history-expire = 一直没有等到回复，自动结束
history-reopen = { $who }说没有解决
history-remind = { $who }催办
history-escalate = { $who }升级督办，告诉了{ $to }
history-decline = { $who }没有受理
history-appeal = { $who }申诉
history-cancel = { $who }撤回了
history-add = { $who }补充
history-revise = { $who }改了一句话
history-reword = { $who }改了给群里看的话
history-rate = { $who }评价 { $stars }
history-say = { $who }捎了句话
history-claim = { $who }接单
history-arrive = { $who }到了现场
history-finish = { $who }完成
history-withdraw = { $who }退单
history-release = 志愿者不用再去了
history-end_task = 派出去的活结束了

# Lines that answer a tap or what was just written.
answer-added = 收到，已经转给负责的人。
answer-rated = 谢谢您的评价！
answer-appealed = 收到，我请上一级再看，有消息马上告诉您。
answer-taken-back = 已撤回
answer-sure = 请再确认一下
