"""What is drawn: posters as PDF, grids as PNG. Data in, bytes out; nothing here knows of Telegram or the
database."""
