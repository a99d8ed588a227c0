# Short messages without buttons.
note-accepted = <b>#{ $number }</b> has been accepted; { $name } is on it.
# To whoever answered before.
note-moved = <b>#{ $number }</b> is now with { $name }; you need not do anything more.
note-moved-queue = <b>#{ $number }</b> is now with the community office; you need not do anything more.
# To the resident. “-queue”: while nobody has been found yet.
note-new-responsible = { $name } now answers for <b>#{ $number }</b>.
note-new-responsible-queue = The community office is finding somebody new for <b>#{ $number }</b>.
# To those who answer.
note-confirmed = <b>#{ $number }</b>: the resident says it is solved. Thank you!
# To the resident.
note-expired = <b>#{ $number }</b> has ended, as I did not hear from you. If it is not solved, tap “{ label-not-solved }” before { $by }.
# To the one responsible who is late.
note-escalated = <b>#{ $number }</b> is late and has been escalated. Please see to it.
# To the one above.
note-reopened-below = <b>#{ $number }</b> is not solved, the resident says; it is back with { $name }: { $reason }
# To administrators; the operator finds the message by this number.
note-failed-update = One message could not be handled and was set aside; everything else goes on. Please tell your operator: update { $update }.

# Lines that answer a tap, at most 200 signs.
answer-accepted = Accepted
answer-offered = Offered to { $title }
answer-submitted = Submitted as #{ $number }
answer-solved = Thank you, all the best!
answer-ask-words = Please write a few words below
answer-cancelled = Cancelled
answer-done = All right
answer-thanks = Noted, thank you!
answer-reopened = Thank you; it goes back to be put right, and you will hear from me.
answer-resolved = Done; the resident is asked.
answer-failed = Something went wrong and was noted. Please try again later.

# Why something is not done, and what to do next.
refused-too-late = Too late, things have changed; the message shows how it stands now.
refused-not-yours = This one is not yours to deal with.
refused-gone = This button has expired; please look at the newest message.
refused-too-many-requests = That was a lot for one day; please come back tomorrow. I keep this one for you. If it is urgent, please phone the community office.
refused-nothing-said = Please write a few words.
refused-incomplete = One thing is still missing; see the question in the message.
refused-too-long = This is very long already, so the last message was not added. Please submit it first, and report the rest apart.
refused-confidential = This is confidential and cannot go to groups. Please see to it yourself, or tap “{ label-reassign }”.
refused-bad-link = This invitation no longer works; please ask the community office for a new one.
refused-unknown-grid = I do not know this poster's code any more; please just tell me where it is.
refused-already-linked = This name is linked to another account; please ask the community office.
refused-linked-elsewhere = You are linked under your own name already; this belongs to somebody else. If both are you, please ask the community office.
unread-kind = I do not understand this one. Please write a few words, or send a photo, a voice message or a video.
no-number = I cannot find that number; please check it.
