"""Long polling: asks for updates, and lets Telegram forget them only when they are committed and answered.

The raw answer is asked for, not PTB's: one update that cannot be read must not hide the others.
"""

import asyncio
from typing import Any

import structlog
from telegram.error import Conflict as TwoPollers
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.api import Api
from bot.handlers import ALLOWED_UPDATES
from bot.receiver import Receiver
from bot.scene import Answer
from bot.toasts import Toasts, arguments
from bot.verdicts import retry_after
from storage.database import Conflict, Unavailable

log = structlog.stdlib.get_logger(__name__)

LONG_POLL = 50  # seconds that Telegram holds an empty poll
READ_TIMEOUT = LONG_POLL + 10
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
RIVAL_PAUSE = 15.0
DATABASE_PAUSE = 1.0


class Poller:
    """Asks until it is cancelled. A cancelled poll confirms nothing."""

    def __init__(self, api: Api, receiver: Receiver, toasts: Toasts) -> None:
        self._api = api
        self._receiver = receiver
        self._toasts = toasts
        self._offset: int | None = None  # at the start none: Telegram may have begun to number anew
        self._pause = FIRST_PAUSE
        self._trouble: str | None = None

    async def run(self) -> None:
        """Take in what comes, for ever."""
        while True:
            try:
                batch = await self._poll()
            except TelegramError as error:
                await asyncio.sleep(self._pause_after(error))
                continue
            self._all_well()
            await self._take(batch)

    async def _poll(self) -> list[dict[str, Any]]:
        wanted: dict[str, Any] = {"timeout": LONG_POLL, "allowed_updates": ALLOWED_UPDATES}
        if self._offset is not None:
            wanted["offset"] = self._offset
        return list(await self._api.call("getUpdates", wanted, read_timeout=READ_TIMEOUT))

    async def _take(self, batch: list[dict[str, Any]]) -> None:
        """Take a batch in. Only when all of it is committed and answered may Telegram forget it."""
        if not batch:
            return
        for raw, answer in zip(batch, await self._committed(batch), strict=True):
            given = arguments(raw, answer)
            if given:
                self._toasts.put(given)
        await self._toasts.told()
        self._offset = batch[-1]["update_id"] + 1

    async def _committed(self, batch: list[dict[str, Any]]) -> list[Answer | None]:
        """Keep at it until it is committed: until then Telegram keeps it too."""
        while True:
            try:
                return await self._receiver.take(batch)
            except (Unavailable, Conflict) as error:
                log.error("database not at hand, updates wait at Telegram", error=str(error))
                await asyncio.sleep(DATABASE_PAUSE)

    def _pause_after(self, error: TelegramError) -> float:
        """How long to wait; said once for each kind of trouble."""
        kind = type(error).__name__
        if self._trouble != kind:
            log.error(
                "no updates from Telegram", error=kind, hint=HINTS.get(type(error), HINTS[TelegramError])
            )
            self._trouble = kind
        if isinstance(error, RetryAfter):
            return max(FIRST_PAUSE, retry_after(error).total_seconds())
        if isinstance(error, TwoPollers | InvalidToken):
            return RIVAL_PAUSE
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        return self._pause

    def _all_well(self) -> None:
        if self._trouble:
            log.info("updates come from Telegram again")
        self._trouble, self._pause = None, FIRST_PAUSE


HINTS: dict[type[TelegramError], str] = {
    TwoPollers: "another program polls with this token, or a webhook is set: end it; waiting meanwhile",
    InvalidToken: "Telegram does not know this token: check REDVEST_BOT_TOKEN",
    TelegramError: "trying again, with growing pauses",
}
