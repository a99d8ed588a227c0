"""The bot."""

import os

# python-telegram-bot reads this when it is first imported: durations are timedeltas, as they soon will be anyway.
os.environ.setdefault("PTB_TIMEDELTA", "1")
