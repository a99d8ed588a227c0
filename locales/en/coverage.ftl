# The coverage report: where nobody answers, and what to do. HTML.
coverage-title = 🧩 <b>Coverage</b>
coverage-weekly = 🧩 <b>Coverage this week</b>
coverage-of = { $grid }
coverage-complete = ✓ All { $count } grids have somebody, everybody can be reached, and every group works.
coverage-office = ⚠️ <b>No administrator can be reached</b>
    Give somebody the post of administrator and have them open the bot and tap Start.
coverage-vacant = ⚠️ <b>Grids with no leader, deputy or secretary: { $count }</b>
    Requests there go straight to the next level. Put somebody into the roster and import it again.
coverage-buildings = 🏢 <b>Buildings and units with nobody: { $count }</b>
    One leader for a building, or one for each of its units, is enough.
coverage-unlinked = ! <b>Not linked yet: { $count }</b>
    Give each their invitation link or QR code, or have them tap “{ label-share-phone }” in the bot.
coverage-unreachable = ⛔ <b>Cannot be reached: { $count }</b>
    They have not started the bot, or have blocked it. Phone them: open the bot and tap Start.
coverage-away = 🏖 <b>On leave with nobody standing in: { $count }</b>
    Meanwhile requests go to the next in line. Ask them to name somebody on “{ label-my-desk }”.
coverage-muted = 🔇 <b>Groups where the bot may not write: { $count }</b>
    Ask a group administrator to allow “Send messages”, or to make the bot an administrator.
coverage-adrift = 🧭 <b>Groups whose grid is no longer in the tree: { $count }</b>
    Nothing new is offered there. Send /bind with the name of a grid there is in the group, or /unbind.
coverage-ungrouped = 👥 <b>Grids without a group: { $count }</b>
    Work can be offered to nobody there. Add the bot to the volunteers' group and send the line's command in it; a tap copies it.
coverage-unserved = 🔧 <b>Organisations that are to answer first, with nobody: { $count }</b>
    Give somebody a post for them: their name goes into the column “organisation” of the roster.
coverage-line = · { $name }
coverage-line-at = · { $name } ({ $at })
coverage-line-until = · { $name } ({ $at }), until { $until }
coverage-line-grids = · { $at }: { $names }
coverage-line-grids-more = · { $at }: { $names } … { $count } in all
# Behind a grid without a group; what stands in <code> is copied by a tap.
coverage-bind = : <code>/bind { $code }</code>
coverage-rest = … and { $count } more
# In place of the grid around a grid that has none.
coverage-top = on top
