# Short messages without buttons.
note-accepted = <b>#{ $number }</b> has been accepted; { $name } is on it.
note-moved = <b>#{ $number }</b> is now with { $name }; you need not do anything more.
note-moved-queue = <b>#{ $number }</b> is now with the community office; you need not do anything more.
note-new-responsible = { $name } now answers for <b>#{ $number }</b>.
note-new-responsible-queue = The community office is finding somebody new for <b>#{ $number }</b>.
note-confirmed = <b>#{ $number }</b>: the resident says it is solved. Thank you!
note-expired = <b>#{ $number }</b> has ended, as we did not hear from you. If it is not solved, tap “{ label-not-solved }” before { $by }.
note-escalated = <b>#{ $number }</b> is late and has been escalated. Please see to it.
note-reopened-below = <b>#{ $number }</b> is not solved, the resident says; it is back with { $name }: { $reason }
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
answer-reopened = It goes back to be done again; you will hear from me.
answer-resolved = Done; the resident is asked.
answer-failed = Something went wrong and was noted. Please try again later.

# Why something is not done, and what to do next.
refused-too-late = Too late, things have changed; the card shows how it stands now.
refused-not-yours = This one is not yours to deal with.
refused-gone = This button has expired; please look at the newest message.
refused-too-many-requests = That was a lot for one day; please come back tomorrow, or phone the community if it is urgent. Your draft is kept.
refused-nothing-said = Please write a few words.
refused-incomplete = One thing is still missing; see the question on the card.
refused-too-long = This is very long already, so the last message was not added. Please submit it first, and report the rest apart.
refused-confidential = This is confidential and is not shown in groups.
refused-bad-link = This invitation is no longer good; please ask your grid leader for a new one.
refused-unknown-grid = I do not know this poster's code any more; please just tell me where it is.
refused-already-linked = This name is linked to another account; please ask the community's administrator.
refused-linked-elsewhere = You are linked under your own name already; this belongs to somebody else. If both are you, please ask the community's administrator.
unread-kind = I cannot make anything of that. Please write a few words, or send a photo, a voice message or a video.
no-number = I cannot find that number; please check it.
