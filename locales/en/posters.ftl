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
