"""A short talk with Telegram, over the same kind of wire as the bot's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import telegram

from bot.settings import Settings
from bot.wire import Wire


@asynccontextmanager
async def called(settings: Settings) -> AsyncIterator[telegram.Bot]:
    """The bot of the token; nothing has been asked yet."""
    wire = Wire()
    try:
        yield telegram.Bot(
            settings.token, base_url=f"{settings.api_url}/bot", request=wire, get_updates_request=wire
        )
    finally:
        await wire.shutdown()
