# The card of those who answer for a request, its pages, and their desk.
office-new = 🔔 New request
office-queue = ⚠️ Nobody answers for this one; administrators, please take it
office-queue-hint = The grid leaders here are missing, not linked or cannot be reached. “{ label-accept }” makes it yours.
office-reminder-answer = ⏰ <b>Reminder</b>: not accepted yet
office-reminder-solve = ⏰ <b>Reminder</b>: not done yet
office-escalated = ⬆️ <b>Escalated</b> from { $from }, level { $level }
office-reopened = ↩️ The resident says that it is not solved
# Why it went past a grid on its way up: a line each.
why-vacant = { $grid }: no grid leader
why-unlinked = { $grid }: the grid leader is not linked yet
why-unreachable = { $grid }: the grid leader cannot be reached
why-passed = { $grid }: the grid leader cannot deal with this one
office-door = 🚪 { $words }
office-reassigned = ↪️ { $name } reassigned it to you: { $reason }
# The first line where somebody above looks at it again.
office-appeal = ⚖️ <b>Appeal</b>: it was declined, and the resident does not agree: { $reason }
office-appeal-hint = Nobody above can take it; administrators, please do. “{ label-accept }” makes it yours.
office-declined-reason = Why it was declined: { $reason }
# $name is a volunteer.
office-task-result = ✓ { $name }: { $words }
office-tasks-done = The volunteers say that it is done. Please tap “{ label-accept }”, and “{ label-resolve }” once you have seen that all is well.
office-cancel-ask = Really cancel this request? Nobody will work on it any more, and the resident is told.
# After line-status in cards.ftl.
status-office-declined = declined
status-office-cancelled = cancelled

offer-title = Where to? Choose how many people, then tap a group.
offer-nowhere = No group is bound here yet. Send /bind { $code } in the volunteers' group, then come back.
offer-words = The group will read: { $words }
offer-no-words = The resident wrote nothing, and photos do not go to groups. Please tap “{ label-reword }” and write a line first.
reassign-title = To whom? Tap a name, then say why in a few words.
reassign-nobody = Nobody else here can take it just now.
# What groups read now; a tap on it copies it.
ask-reword-now = Now it says (tap to copy):
    <code>{ $words }</code>

desk-title = 🗂 <b>My desk</b>
desk-to-accept = 🔔 Waiting for you to accept: { $count }
desk-at-work = 🛠 Being worked on: { $count }
desk-waiting = ⏳ Waiting for the resident: { $count }
desk-late = ⚠️ Of these overdue: { $count }
desk-escalated = ⬆️ Escalated to you: { $count }
desk-queue = 📥 Nobody answers for: { $count }
desk-open = Tap one to see it and deal with it.
desk-empty = Nothing waits for you right now. Thank you!
desk-not-yours = The desk is for grid leaders, secretaries and administrators. If something is wrong, tap “{ label-report }” or just tell me.
# On a button, between the number and the kind: as short as can be.
desk-overdue = ⚠️overdue
desk-left-days = { $count } days left
desk-left-hours = { $count } hours left
desk-left-minutes = { $count ->
    [one] 1 minute left
   *[other] { $count } minutes left
}

# To whoever declined it.
note-appealed = <b>#{ $number }</b> was declined, and the resident does not agree; { $name } looks at it again: { $reason }
note-appealed-queue = <b>#{ $number }</b> was declined, and the resident does not agree; the community office looks at it again: { $reason }
# To whoever changed the words.
note-reworded = <b>#{ $number }</b>: names, phone and door numbers do not go to groups, so I hid them. The group will read: { $words }
answer-reworded = Changed; groups read the new words.
answer-reworded-hidden = Changed; I hid some of it, see below.
answer-reassigned = Reassigned.
answer-declined = Declined; the resident reads your reason.
answer-media-below = See below ↓
refused-cannot-answer = They cannot take it now (not linked, out of reach, or no longer in charge here), so it was not reassigned. Please choose somebody else.
# An organisation that can help, with its phone number; read by those who answer.
line-helper = Can help: { $name } { $phone }
