# What stands on cards. HTML: <b> for what the eye looks for first.
welcome = Hello, this is <b>Redvest</b>. Whatever is wrong around your home, tap “{ label-report }” or just tell me here.
    I bring it to the person who answers for your corner and stay on it until you say that it is solved.
welcome-linked = Hello { $name }, you are all set as:
    { $posts }
    Whatever needs you comes here; one tap deals with it.
welcome-to-claim = Now you can take tasks. Go back to the group and tap “{ label-claim }” once more.
post-line = · { $role }, { $grid }
post-line-everywhere = · { $role }
role-leader = grid leader
role-deputy = deputy grid leader
role-secretary = secretary
role-staff = staff
role-property = property company
role-committee = owners' committee
role-mediator = mediator
role-volunteer = volunteer
role-member = party member
role-admin = administrator

# A report in the making.
draft-title = 📝 <b>Your report</b>
draft-words = { $words }
draft-kind = Kind: { $kind }
draft-place = Place: { $place }
draft-ask-words = Tell me what is wrong and where. One sentence is enough.
draft-ask-category = What is it about?
draft-ask-item = What exactly?
draft-ask-place = Where is it? Please choose:
draft-ready = If this is right, tap “{ label-submit }”.
draft-below = Please see the newest message below ↓
draft-cancelled = Cancelled. Nothing was sent.
draft-submitted = ✓ Submitted as <b>#{ $number }</b>, see below.
kind-unknown = Not sure

# The number stands first on everything about a request.
heading = <b>#{ $number }</b> { $kind }
line-place = 📍 { $place }
line-words = { $words }
line-resident = Resident: { $name } { $phone }
line-status = State: { $status }
line-by-when = Answer by { $by }
line-solve-by = To be done by { $by }
line-result = Result: { $words }
line-last-result = Last result: { $words }
line-reason = The resident says: { $reason }
line-responsible = Responsible: { $name } ({ $grid })
line-queue = Responsible: the community office is finding somebody
line-moved = This is no longer yours to deal with.
line-escalated = Escalated { $level ->
    [one] once
   *[other] { $level } times
}
line-task = { $title }: { $held }/{ $places } { $names }

status-submitted = waiting for the community office
status-assigned = waiting to be accepted
status-accepted = being worked on
status-resolved = done, waiting for your word
status-closed-confirmed = solved
status-closed-unconfirmed = ended (you did not answer)
status-office-resolved = done, waiting for the resident
status-office-closed-confirmed = solved, the resident says
status-office-closed-unconfirmed = ended, unconfirmed

receipt-title = ✓ Received. Your number is <b>#{ $number }</b>
result-title = <b>#{ $number }</b> has been dealt with:
result-ask = Is it solved?
result-remind = Reminder: we still wait for your word. Without it, this ends by itself at { $by }.

office-new = 🔔 New request
office-queue = ⚠️ Nobody answers for this one; administrators, please take it
office-queue-hint = The grid leaders here are missing, not linked or cannot be reached. “{ label-accept }” makes it yours.
office-reminder-answer = ⏰ <b>Reminder</b>: not accepted yet
office-reminder-solve = ⏰ <b>Reminder</b>: not done yet
office-escalated = ⬆️ <b>Escalated</b> from { $from }, level { $level }
office-reopened = ↩️ The resident says that it is not solved
why-vacant = { $grid }: no grid leader
why-unlinked = { $grid }: the grid leader is not linked yet
why-unreachable = { $grid }: the grid leader cannot be reached
why-passed = { $grid }: the grid leader cannot deal with this one

offer-title = Where to? Choose how many people, then tap a group.
offer-nowhere = No group is bound here yet. Send /bind { $code } in the volunteers' group, then come back.

# The group's card: nothing that tells who the resident is.
task-heading = <b>#{ $number }</b> { $kind } · { $places ->
    [one] 1 person wanted
   *[other] { $places } people wanted
}
task-held = Taken { $held }/{ $places }: { $names }
task-nobody = Nobody yet; { $free ->
    [one] 1 place
   *[other] { $free } places
} free
task-free = { $free ->
    [one] 1 place
   *[other] { $free } places
} free
task-full = Everybody is found, thank you!
task-done = ✓ Done, thanks to { $names }
task-withdrawn = This has ended; nobody is needed any more.

claim-title = 🦺 You have taken <b>#{ $number }</b> { $kind }
claim-next = Tap “{ label-finish }” when it is done; if you cannot go, “{ label-withdraw }” lets somebody else have it.
claim-done = ✓ You have done your part, thank you!
claim-over = This has ended.
claim-withdrawn = You have given your place back.

# Words asked for after a tap.
ask-result = How was <b>#{ $number }</b> solved? A few words, please; the resident will read them.
ask-finish = How did <b>#{ $number }</b> go? A few words, please.
ask-withdraw = Why do you give <b>#{ $number }</b> back? A few words, please.
ask-reopen = What about <b>#{ $number }</b> is not solved? A few words, please; I pass them on.
ask-decline = Why can <b>#{ $number }</b> not be taken on? Please say it clearly; the resident will read it.
ask-appeal = Why do you not agree about <b>#{ $number }</b>? A few words, please; the next level up will look at it.
ask-reassign = Why do you pass <b>#{ $number }</b> on? A few words, please.
ask-reword = What should the group read about <b>#{ $number }</b>? Please write it without names, phone or door numbers.
ask-add = What would you like to add to <b>#{ $number }</b>? Words, photos or a voice message.
ask-comment = Anything you would like to say? A few words; I pass them on to those who helped.
ask-say = What would you like to say about <b>#{ $number }</b>? Words, photos, a voice message: I pass it on.
ask-sent = { $sent ->
    [one] One received
   *[other] { $sent } received
}. A few words would help.

ask-answered = ✓ Thank you, noted.
ask-cancelled = All right, no words then.
ask-over = This question is over.
ask-replaced = Another question has taken its place, see below ↓

# Photos and files: their caption.
media-of = <b>#{ $number }</b>

names-between = { ", " }
moment = { $month }/{ $day } { $time }
