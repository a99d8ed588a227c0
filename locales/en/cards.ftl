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
# What the resident said, as they said it.
line-words = { $words }
line-resident = Resident: { $name } { $phone }
# One of the status-… below, or in resident.ftl and office.ftl.
line-status = Status: { $status }
# Read by the resident and by those who answer; $by is a “moment”.
line-by-when = Answer due by { $by }
line-solve-by = To be done by { $by }
line-result = Result: { $words }
line-last-result = Last result: { $words }
# Why it was not solved.
line-reason = The resident says: { $reason }
line-responsible = Responsible: { $name } ({ $grid })
line-queue = Responsible: the community office is finding somebody
line-moved = This is no longer yours to deal with.
line-escalated = Escalated { $level ->
    [one] once
   *[other] { $level } times
}
# One offer: the group's title, how many have taken it of how many wanted, who they are.
line-task = { $title }: { $held }/{ $places } { $names }

# After line-status. status-office-… is for those who answer, where the resident reads other words.
status-submitted = waiting for the community office
status-assigned = waiting to be accepted
status-accepted = being worked on
status-resolved = done, waiting for you to confirm
status-closed-confirmed = solved
status-closed-unconfirmed = ended (I did not hear from you)
status-office-resolved = done, waiting for the resident
status-office-closed-confirmed = solved, the resident says
status-office-closed-unconfirmed = ended, unconfirmed

receipt-title = ✓ Received. Your number is <b>#{ $number }</b>
result-title = <b>#{ $number }</b> is done. Please take a look:
result-ask = Is it solved?
result-remind = Reminder: I am still waiting for your word. If there is none by { $by }, this ends by itself.

# Words asked for after a tap.
ask-result = How was <b>#{ $number }</b> solved? Please write a few words or send a photo; the resident will see it.
ask-finish = How did <b>#{ $number }</b> go? Please write a few words or send a photo; the resident will see it.
ask-withdraw = Why are you withdrawing from <b>#{ $number }</b>? A few words will do; I tell the one responsible.
ask-reopen = What is not solved yet about <b>#{ $number }</b>? A few words, please; I pass them on to the one responsible.
ask-decline = Why can <b>#{ $number }</b> not be taken on? Please explain; the resident will read it.
ask-appeal = Why do you not agree about <b>#{ $number }</b>? A few words, please; I ask the next level up to look again.
ask-reassign = Why are you reassigning <b>#{ $number }</b>? A few words, please; whoever takes over and the resident will read them.
ask-reword = What should the group read about <b>#{ $number }</b>? Please write it to me, without names, phone or door numbers.
ask-add = What would you like to add to <b>#{ $number }</b>? Words, photos or a voice message.
ask-comment = <b>#{ $number }</b> Anything you would like to say? A few words; I pass them on to those who helped.
ask-say = What would you like to say about <b>#{ $number }</b>? Words, photos, a voice message: I pass it on.
ask-sent = { $sent ->
    [one] One received
   *[other] { $sent } received
}. A few words would help.
# Where photos alone are not enough.
ask-sent-words = { $sent ->
    [one] One received
   *[other] { $sent } received
}. Please write a few words as well.

# What becomes of such a question once it has ended.
ask-answered = <b>#{ $number }</b> ✓ Thank you, noted.
ask-cancelled = <b>#{ $number }</b> All right, never mind.
ask-over = <b>#{ $number }</b> This question needs no answer any more.
ask-replaced = <b>#{ $number }</b> Never mind this one; please answer the new question below ↓

# Above words that a card had to cut, part by part.
all-words = All of it:
all-result = All of the result:

# Photos and files: their caption.
media-of = <b>#{ $number }</b>

names-between = { ", " }
# A time wherever one is shown. $month is a number, so that it may be given a name; $time is of 24 hours.
moment = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $time }
