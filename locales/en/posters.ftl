# Posters: in chat, on paper, on the terminal.
answer-posters = The posters are being made. They will be here in a moment.
drawing-failed = Sorry, it could not be made. Please try again; if it fails again, tell an administrator.

# On the poster.
poster-title = Red Vest
poster-slogan = Something wrong at your door? Tell us.
poster-do =
    Scan, send a photo or say a few words:
    somebody will see to it.
poster-without = No Telegram? Ask your building or grid leader: they report it for you.

# The document in the chat.
posters-caption = <b>{ $grid }</b>: { $count } { $count ->
    [one] poster
   *[other] posters
}, one a page. Print them on A4, one for each door.
posters-too-many = { $grid } has { $count } doors: too many for one document here. Ask for a part of it, or let whoever runs the bot make it there: <code>redvest posters OUT.pdf --grid { $code }</code>

# On the terminal.
posters-made = { $out }: { $count ->
    [one] 1 poster
   *[other] { $count } posters
}
posters-doing = Poster { $done } of { $count } …
posters-no-grid = there is no grid with the code “{ $code }”
posters-no-level = there is no grid of these levels; there are { $levels }
posters-no-grids = there are no grids yet; import them with redvest import FOLDER
posters-no-name = the posters need the bot's name: set REDVEST_BOT_TOKEN, or say it with --username NAME
posters-no-telegram = the bot's name cannot be asked for: { $error }; redvest doctor says more. Or say it with --username NAME
posters-bad-name = “{ $name }” is no name of a bot; it looks like redvest_bot

cli-posters = write a poster with a QR code for each building and unit, as one PDF
cli-posters-file = OUT.pdf
cli-posters-out = the file to be written
cli-posters-grid = only for what is inside the grid of this code
cli-posters-level = only for grids of these levels, such as building; else for buildings, units, and places that have none
cli-posters-username = the bot's name, where it cannot be asked for
cli-code = CODE
cli-level = LEVEL
