# People: who has a post, who is linked, invitations and moving accounts. HTML.

label-invite = Invitation
label-move-account = Move account
label-move-for-sure = Yes, move it

people-title = <b>{ label-people }</b>
people-title-grid = <b>{ label-people } · { $grid }</b>
people-counts = { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $unlinked } not linked yet
people-unreachable = { $count } linked, but no message reaches them
people-tap = Those not linked come first. Tap a name to see more and to invite.
    ! not linked　⛔ cannot be reached　✓ linked
people-nobody = Nobody is on the roster here yet. Please ask an administrator to import it.
people-not-yours = You no longer look after the people here.
people-no-post = This person no longer has a post in your grids.

people-person = <b>{ $name }</b>
people-office = · { $office }
people-office-of = · { $office } ({ $organisation })
people-until = , until { $day }
people-elsewhere = They have posts elsewhere too: please ask an administrator to invite them.
people-phone = Phone: { $phone }
people-linked = ✓ Linked, and messages reach them.
people-unlinked = ! Not linked yet: nothing can be sent to them, so matters go on to the next.
people-unreached = ⛔ Linked, but no message reaches them: they may have stopped the bot. Please phone them and ask them to open it again.
people-sure = <b>Really move the account?</b>
    The present account stops at once and becomes a resident's; what they answer for goes on to the next.
    Posts, name and history stay. You get a new invitation at once: please pass it on to them.

# For whoever invites; can be passed on as it is.
invitation = <b>{ $name }</b>, hello! Redvest invites you as: { $posts }.
    Open this link on your phone, or scan the code above, then tap Start:
    { $link }
    It is for you alone, good for { $days } days, and works once. Please do not post it in a group.

answer-invitation = The invitation is below; please pass it on
answer-account-free = The old account has stopped; the new invitation is below
refused-own-account = Please ask another administrator to move your own account.
welcome-moved = This account is no longer { $name } of the roster; another account goes on with their matters. If that is a mistake, please tell an administrator of the community.
    If something is wrong at home, tap “{ label-report }” as ever.
