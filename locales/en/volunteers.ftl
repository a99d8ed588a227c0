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
task-unserved = This group takes no more tasks.
# A claimant who is there.
claimant-there = { $name } (there)

# The claimant's own card.
claim-title = 🦺 You have taken <b>#{ $number }</b> { $kind }
claim-together = Together with: { $names }
claim-next = “{ label-arrive }” when you are there, “{ label-finish }” when it is done; if you cannot go, “{ label-withdraw }” lets somebody else have it.
claim-there = ✓ You are there. Tap “{ label-finish }” when it is done.
claim-done = ✓ You have done your part, thank you!
claim-over = This has ended.
claim-withdrawn = You have given your place back.

# The list of tasks.
tasks-title = 🦺 <b>Tasks</b>
tasks-taken = You have taken:
tasks-free = You could take; tap one to see it:
taken-line = <b>#{ $number }</b> { $kind } · { $place }
tasks-none = Nobody is wanted around you right now. New tasks are posted in the group, and stand here too.
tasks-no-group = There is nothing here for you to take yet. To lend a hand, ask your grid leader to let you into the volunteers' group: what is posted there is taken with “{ label-claim }”.

note-claimed = A volunteer has taken <b>#{ $number }</b>.
note-unclaimed = Nobody in “{ $title }” has taken <b>#{ $number }</b> yet. Offer it elsewhere, or do it yourself.
note-withdrawn = <b>#{ $number }</b>: { $name } has given the place back: { $reason }
note-unreached = <b>#{ $number }</b>: no message reaches { $name }, so the place is free again. Please phone them, or find somebody else.
note-released = <b>#{ $number }</b> is over; you need not go any more. Thank you!

answer-claimed = It is yours; the details are in our private chat
answer-withdrawn = Given back
answer-arrived = Noted, thank you for going!
answer-arrived-before = You have said so already; tap “{ label-finish }” when it is done.
answer-too-many-claims = You have taken { $limit } already, and nobody can have more than { $limit } at a time. Finish one first.
refused-task-over = This has ended; nobody is needed any more.
refused-place-taken = Everybody is found already, thank you!
refused-already-held = You have taken this one already.
refused-own-request = This is your own request; let a neighbour help.
refused-too-many-claims = Your hands are full; finish one first.
refused-not-started = Please open Redvest and tap Start first, then come back.
