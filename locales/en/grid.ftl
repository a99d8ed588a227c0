# My grid: opened from the desk. HTML; plain on buttons.
label-my-grid = 🗺 My grid
label-picture = Picture
label-people = People
label-coverage = Coverage

# A leader of a building and of a unit has a name of their own.
role-leader-building = building leader
role-leader-unit = unit leader
role-deputy-building = deputy building leader
role-deputy-unit = deputy unit leader

level-street = Street
level-community = Community
level-compound = Compound
level-building = Building
level-unit = Unit
mode-mixed = mixed management
mode-trustee = run by the property company
mode-self = self-managed

grid-choose = 🗺 <b>My grid</b>
    Please choose one:
grid-title = 🗺 <b>{ $grid }</b>
grid-path = { $names }
grid-between = { " › " }
grid-kind = { $level } · { $mode }
grid-dedicated = { $level } (dedicated grid)
grid-inside = Inside: { $levels }
grid-level-count = { $level } { $count }
grid-level-between = { " · " }
grid-open = 📌 Requests not done yet: { $count }
grid-open-none = 📌 No request is waiting
grid-posts = <b>Posts</b>
grid-post = { $mark } { $name } ({ $role })
grid-post-away = { $mark } { $name } ({ $role }), on leave until { $until }
grid-post-stand-in = { $mark } { $name } ({ $role }), on leave until { $until }; { $by } stands in
grid-post-more = … and { $count } more, in “{ label-people }”
grid-nobody = ⚠️ No { $role } here yet
grid-bind = 👥 No group of its own yet. Add the bot to the volunteers' group and send there: <code>/bind { $code }</code>
grid-children = <b>One level down</b> ({ $count })
grid-child = { $grid }: { $who }
grid-child-busy = { $grid }: { $who } · { $count } not done
grid-child-vacant = ⚠️ no { $role }
grid-child-through = looked after by { $grid }
grid-legend = ✓ linked　! not linked　⛔ cannot be reached　🏖 on leave
grid-not-yours = This is no longer yours to see. Open “My grid” anew from “{ label-my-desk }”.
answer-picture = The picture is being drawn; it comes in a moment.
