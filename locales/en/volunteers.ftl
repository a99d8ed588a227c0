# The group's card: nothing that tells who the resident is.
task-heading = <b>#{ $number }</b> { $kind } · { $places ->
    [one] 1 person wanted
   *[other] { $places } people wanted
}
task-held = Taken { $held }/{ $places }: { $names }
task-nobody = Nobody has taken it yet; { $free ->
    [one] 1 place
   *[other] { $free } places
} free
task-free = { $free ->
    [one] 1 place
   *[other] { $free } places
} free
task-full = All places are taken, thank you!
task-done = ✓ Done, thanks to { $names }
task-withdrawn = This has ended; nobody is needed any more.
task-unserved = This group takes no more tasks.
# A claimant who is there.
claimant-there = { $name } (there)

# The claimant's own card.
claim-title = 🦺 You have taken <b>#{ $number }</b> { $kind }
claim-together = Together with: { $names }
claim-next = Tap “{ label-arrive }” when you are there and “{ label-finish }” when it is done. If you cannot go, tap “{ label-withdraw }” so that somebody else can.
claim-there = ✓ You are there. Tap “{ label-finish }” when it is done.
claim-done = ✓ You have done your part, thank you!
claim-over = This has ended.
claim-withdrawn = You have withdrawn.

# The list of tasks.
tasks-title = 🦺 <b>Tasks</b>
tasks-taken = You have taken:
tasks-free = You can take; tap one to see it:
taken-line = <b>#{ $number }</b> { $kind } · { $place }
tasks-none = No help is needed around you right now. New tasks are posted in the group, and listed here too.
tasks-no-group = There is nothing here for you to take yet. To lend a hand, ask your grid leader to let you into the Redvest group: tap “{ label-claim }” on what is posted there.

# To the resident.
note-claimed = A volunteer has taken <b>#{ $number }</b>.
# To the one responsible.
note-unclaimed = Nobody in “{ $title }” has taken <b>#{ $number }</b> yet. Offer it elsewhere, or do it yourself.
note-withdrawn = <b>#{ $number }</b>: { $name } has withdrawn: { $reason }
note-unreached = <b>#{ $number }</b>: no message reaches { $name }, so the place is free again. Please phone them, or find somebody else.
# To a volunteer who held a place.
note-released = <b>#{ $number }</b> is over; you need not go any more. Thank you!

# Lines that answer a tap, in the group too: nothing personal here.
answer-claimed = It is yours; the details are in our private chat
answer-withdrawn = Withdrawn
answer-arrived = Noted, thank you for going!
answer-arrived-before = You have said so already; tap “{ label-finish }” when it is done.
answer-too-many-claims = You have taken { $limit } already, and nobody can have more than { $limit } at a time. Finish one first.
refused-task-over = This has ended; nobody is needed any more.
refused-place-taken = All places are taken already, thank you!
refused-already-held = You have taken this one already.
refused-own-request = This is your own request; let a neighbour help.
refused-too-many-claims = Your hands are full; finish one first.
refused-not-started = Please open Redvest and tap Start first, then come back.
