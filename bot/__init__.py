"""The bot."""

import os

# python-telegram-bot reads this when it is first imported: durations are timedeltas, as they soon will be.
os.environ.setdefault("PTB_TIMEDELTA", "1")
