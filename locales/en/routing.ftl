# Why a request came to whom it came to: lines below one of the history, for those who answer.
reason-line = ↳ { $told }
reason-post = { $grid }, { $role }
# $post is the one above, or an organisation for whose sake they are asked.
reason-delegate = { $name } ({ $post }) is away; { $by } stands in
reason-in-office = { $name } is away; { $by } stands in
reason-past = { $why ->
    [absent] { $names } ({ $post }): away
    [unlinked] { $names } ({ $post }): not linked yet
    [unreachable] { $names } ({ $post }): cannot be reached
   *[passed] { $post }: somebody there cannot deal with this one
}
reason-names-more = { $names } and others, { $count } in all
# $who is a role or an organisation that the kind of request names to answer first.
reason-first = { $mode ->
    [mixed] The compound is run jointly: here the { $who } answers first
    [trustee] The compound is run by a property company: here the { $who } answers first
    [self] The compound runs itself: here the { $who } answers first
   *[none] Of this kind the { $who } answers first
}
reason-failed = { $mode ->
    [mixed] The compound is run jointly: here the { $who } would answer first
    [trustee] The compound is run by a property company: here the { $who } would answer first
    [self] The compound runs itself: here the { $who } would answer first
   *[none] Of this kind the { $who } would answer first
}, but { $why ->
    [vacant] nobody is known there
    [absent] they are away
    [unlinked] they are not linked yet
    [unreachable] they cannot be reached
   *[passed] they cannot deal with this one
}
reason-unplaced = The place is not clear yet; the office asks first

# To the leader, where somebody else answers first.
informed-title = ℹ️ A request in your grid; somebody else answers first. Just so that you know: if it gets late, you will hear of it.
# To whoever is on leave.
note-moved-absent = While you are away, { $name } goes on with <b>#{ $number }</b>. Nothing to worry about.
note-moved-absent-queue = While you are away, the community office sees to <b>#{ $number }</b>. Nothing to worry about.
why-absent = { $grid }: the grid leader is away
office-unplaced = 📍 The place is not clear yet; please ask, then give it to somebody. “{ label-accept }” makes it yours.
