# Putting a wrong place or kind right, and what the office does about its queue.
label-elsewhere = Elsewhere
label-other-place = Another place
label-other-kind = Another kind

# What is written is read: a place or kind in it, and the whole of it as the reason.
correct-ask = { $what ->
    [nowhere] 📍 <b>Where is it?</b> Tap a place, or just write, such as: building 5, unit 2. None of these? Tap “{ label-elsewhere }”.
    [place] 📍 <b>Where is it, and why?</b> Tap a place, or just write, such as: the resident says it is building 5, unit 2. None of these? Tap “{ label-elsewhere }”.
   *[kind] 🗂 <b>What kind of matter is it, and why?</b> Tap one, or just write, such as: not a leak but a blocked drain.
}
# Words have come from which it was not plain what it is.
correct-which = 📝 { $words }
    { $what ->
    [place] 📍 <b>Which place is that?</b> One tap does it, and these words are the reason; you may also write more.
   *[kind] 🗂 <b>Which kind is that?</b> One tap does it, and these words are the reason; you may also write more.
}
# A location has come from which it was not plain where it is.
correct-unseen = 📌 This location does not tell which other place it is.
correct-danger = ‼️ In danger call first: fire { $fire }, ambulance { $ambulance }, police { $police }. If this is another matter, tap “{ label-back }” and send it again.
correct-ask-reason = { $what ->
    [place] 📍 Change the place to <b>{ $now }</b>.
   *[kind] 🗂 Change the kind to <b>{ $now }</b>.
} Why? One tap on a reason does it, or just write a few words; the resident is told.
correct-ask-proposed = { $what ->
    [place] 📍 The resident's words seem to say <b>{ $now }</b>. Why is it changed? One tap on a reason moves it there. Not there? Tap “{ label-other-place }”, or just write where it is, and why.
   *[kind] 🗂 The resident's words seem to say <b>{ $now }</b>. Why is it changed? One tap on a reason does it. Not that? Tap “{ label-other-kind }”, or just write what it is, and why.
}
ask-correct = <b>#{ $number }</b>: please add a few words: what is right, and why. The resident reads them.
# The common reasons, on buttons and in the history.
correct-not-here = It is not here
correct-other-kind = It is something else
correct-told = The resident said so
correct-looked = Somebody went to see
correct-office = The office found out where it is

# To whom it came by that; $name put it right.
office-corrected = { $what ->
    [place] ↪️ { $name } put the place right, and it is yours: { $reason }
   *[kind] ↪️ { $name } put the kind right, and it is yours: { $reason }
}
# To the resident. “-queue”: while nobody has been found yet.
note-corrected = <b>#{ $number }</b>: { $what ->
    [place] the place is now { $now }
   *[kind] the kind is now { $now }
} ({ $reason }). { $name } answers for it.
note-corrected-queue = <b>#{ $number }</b>: { $what ->
    [place] the place is now { $now }
   *[kind] the kind is now { $now }
} ({ $reason }). The community office is finding somebody for it.
# To whoever put it right in words: a misreading is seen at once.
note-put-right = <b>#{ $number }</b>: done. { $what ->
    [place] The place is now <b>{ $now }</b>.
   *[kind] The kind is now <b>{ $now }</b>.
} The resident is told.
# To whoever answers for it still, when somebody else put it right.
note-corrected-office = <b>#{ $number }</b>: { $what ->
    [place] the place is now { $now }
   *[kind] the kind is now { $now }
} ({ $reason }). It is still yours.
# To whoever answered for it before.
note-moved-corrected = <b>#{ $number }</b>: { $what ->
    [place] the place is now { $now }
   *[kind] the kind is now { $now }
} ({ $reason }). It is with { $name } now; you need not do anything more.
note-moved-corrected-queue = <b>#{ $number }</b>: { $what ->
    [place] the place is now { $now }
   *[kind] the kind is now { $now }
} ({ $reason }). It is with the community office now; you need not do anything more.
# To a volunteer who held a place.
note-called-back = <b>#{ $number }</b>: things have changed and somebody else sees to it, so you need not go. Thank you!
task-called-back = <b>#{ $number }</b>: this is not done in the group any more; no need to claim it.

history-correct = { $what ->
    [place] { $who } changed the place from { $was } to { $now }
   *[kind] { $who } changed the kind from { $was } to { $now }
}
history-passed-on = Has changed hands: { $count }

# Below the card of what lies in the office's queue.
queue-where = 📍 <b>Where it is is not known yet.</b> Once you know, one tap gives it to whoever answers there.
queue-who = 👇 One tap gives it to somebody; “{ label-accept }” makes it yours.

answer-corrected = Put right; the resident is told.
answer-given-to = Given to { $name }
