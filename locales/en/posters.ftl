# Posters: in chat, on paper, on the terminal.
answer-posters = The posters are being made. They will be here in a moment.
drawing-failed = Sorry, it could not be made. Please try again; if it fails again, tell an administrator.
