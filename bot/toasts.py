"""The words that answer a tap: sent right after the commit, and before Telegram may forget the tap.

So a process that dies in between is given the tap again, and answers then. What Telegram refuses is not tried
again: that does no harm.
"""

import asyncio

import structlog
import telegram
from telegram.error import TelegramError

log = structlog.stdlib.get_logger(__name__)

LONGEST = 2.0  # seconds that a tap is kept from being forgotten for the sake of its answer
AT_ONCE = 32  # calls under way; Telegram sets no limit to answerCallbackQuery (tdlib/telegram-bot-api#648)


class Toasts:
    """Answers taps in the background, the oldest first."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    def put(
        self, query_id: str, text: str | None = None, *, alert: bool = False, url: str | None = None
    ) -> None:
        """Answer a tap: a line on the screen (at most 200 characters), a box to be closed, or a t.me link."""
        task = asyncio.create_task(self._answer(query_id, text, alert, url))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, query_id: str, text: str | None, alert: bool, url: str | None) -> None:
        async with self._turns:
            try:
                await self._bot.answer_callback_query(query_id, text, show_alert=alert or None, url=url)
            except TelegramError as error:
                log.debug("tap not answered", error=type(error).__name__)

    async def told(self) -> None:
        """Wait until what was put so far is answered, or has taken too long."""
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=LONGEST)

    async def drain(self, seconds: float = LONGEST) -> None:
        """Wait until all are answered, but no longer than this; the rest are given up."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(set(self._tasks), timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
