# What stands on cards. HTML: <b> for what the eye looks for first.
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
