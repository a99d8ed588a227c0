# The card of those who answer for a request, its pages, and their desk.
office-new = 🔔 新诉求
office-queue = ⚠️ 无人负责，请管理员处理
office-queue-hint = 这里的网格长空缺、没有开通或联系不上。点“{ label-accept }”由您负责。
office-reminder-answer = ⏰ <b>催办</b>：还没有受理
office-reminder-solve = ⏰ <b>催办</b>：还没有办结
office-escalated = ⬆️ <b>升级督办</b>：从{ $from }上来，第 { $level } 级
office-reopened = ↩️ 居民说没有解决
# Why it went past a grid on its way up: a line each.
why-vacant = { $grid }：没有网格长
why-unlinked = { $grid }：网格长还没有开通
why-unreachable = { $grid }：网格长联系不上
why-passed = { $grid }：这件事不能由网格长自己办
office-door = 🚪 { $words }
office-reassigned = ↪️ { $name }转交给您：{ $reason }
# The first line where somebody above looks at it again.
office-appeal = ⚖️ <b>申诉</b>：居民不同意“{ label-decline }”：{ $reason }
office-appeal-hint = 上面没有人能接，请管理员处理。点“{ label-accept }”由您负责。
office-declined-reason = 不予受理的理由：{ $reason }
# $name is a volunteer.
office-task-result = ✓ { $name }：{ $words }
office-tasks-done = 志愿者说办完了。请先点“{ label-accept }”，看过没问题再点“{ label-resolve }”。
office-cancel-ask = 真的要撤回这件事吗？撤回以后就不办了，居民会收到通知。
# After line-status in cards.ftl.
status-office-declined = 不予受理
status-office-cancelled = 已撤回

offer-title = 派给哪里？先选人数，再点要派到的群。
offer-nowhere = 这一片还没有绑定的群。请在志愿者群里发 /bind { $code }，再回来派单。
offer-words = 群里会看到：{ $words }
offer-no-words = 居民没有写字，照片不发到群里。请先点“{ label-reword }”写一句。
reassign-title = 转交给谁？请点一位，再写几个字说明原因。
reassign-nobody = 这一片暂时没有别人能接。
# What groups read now; a tap on it copies it.
ask-reword-now = 现在是（点一下就能复制）：
    <code>{ $words }</code>

desk-title = 🗂 <b>工作台</b>
desk-to-accept = 🔔 等您受理：{ $count }
desk-at-work = 🛠 正在办理：{ $count }
desk-waiting = ⏳ 等居民确认：{ $count }
desk-late = ⚠️ 其中超时：{ $count }
desk-escalated = ⬆️ 升级给您：{ $count }
desk-queue = 📥 没有人负责：{ $count }
desk-open = 点一件，就能看、能办。
desk-empty = 现在没有等您办的事，辛苦了。
desk-not-yours = 工作台是网格长、书记和管理员用的。您有事要反映，点“{ label-report }”或者直接告诉我就行。
# On a button, between the number and the kind: as short as can be.
desk-overdue = ⚠️超时
desk-left-days = 还有{ $count }天
desk-left-hours = 还有{ $count }小时
desk-left-minutes = 还有{ $count }分钟

# To whoever declined it.
note-appealed = <b>#{ $number }</b> 居民不同意“{ label-decline }”，已交给{ $name }再看：{ $reason }
note-appealed-queue = <b>#{ $number }</b> 居民不同意“{ label-decline }”，已交给社区管理员再看：{ $reason }
# To whoever changed the words.
note-reworded = <b>#{ $number }</b> 姓名、电话、门牌不能发到群里，我盖住了。群里会看到：{ $words }
answer-reworded = 改好了，群里看到的是新的。
answer-reworded-hidden = 改好了，有几处我盖住了，见下面。
answer-reassigned = 已转交。
answer-declined = 已告诉居民：不予受理和您的理由。
answer-media-below = 在下面 ↓
refused-cannot-answer = 这一位现在接不了（没有开通、联系不上，或者不再负责这一片），没有转交。请另选一位。
# 能帮忙的单位和它的电话，给负责的人看。
line-helper = 可以找：{ $name } { $phone }
