"""The words that answer a tap: sent right after the commit, and before Telegram may forget the tap.

So a process that dies in between is given the tap again, and answers then. What Telegram refuses is not tried
again: that does no harm.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog
from telegram.error import NetworkError

from bot.api import Api
from bot.scene import Answer

log = structlog.stdlib.get_logger(__name__)

METHOD = "answerCallbackQuery"
LONGEST = 2.0  # seconds that a tap is kept from being forgotten for the sake of its answer
AT_ONCE = 32  # calls under way; Telegram sets no limit to answerCallbackQuery (tdlib/telegram-bot-api#648)


def arguments(update: Mapping[str, Any], answer: Answer | None) -> dict[str, Any] | None:
    """Of METHOD, to answer the tap in a raw update; None if it is no tap. A tap without words to answer it
    gets its waiting sign taken away."""
    query = update.get("callback_query")
    if query is None:
        return None
    given: dict[str, Any] = {"callback_query_id": query["id"]}
    if answer:
        given |= {"text": answer.words(), "show_alert": answer.alert, "url": answer.url}
    return {name: value for name, value in given.items() if value}


class Toasts:
    """Answers taps in the background, the oldest first."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, given: Mapping[str, Any]) -> None:
        """Answer a tap with these arguments."""
        task = asyncio.create_task(self._answer(given))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, given: Mapping[str, Any]) -> None:
        async with self._turns:
            try:
                taken = await self._api.tell(METHOD, given)
            except NetworkError as error:
                log.debug("tap not answered", error=type(error).__name__)
            else:
                if not taken:
                    log.debug("tap not answered", error="refused")

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
