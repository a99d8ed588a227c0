"""Does what needs Telegram's answer or takes long; the result comes back as an act in a transaction."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
import telegram
from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, ChatMember
from telegram.error import TelegramError

from bot.dispatch import bindings
from bot.texts import LANGUAGES, plain_text
from storage import jobs, outbox
from storage.database import Conflict, Database, Tx, Unavailable
from storage.outbox import Address
from storage.records import Job, Lane

log = structlog.stdlib.get_logger(__name__)

HEARTBEAT = 1.0  # seconds
PAUSES = (2, 10, 60, 300)  # seconds after the first, second… failure; then it is given up

After = Callable[[Tx, datetime], Awaitable[None]]
"""What a finished job writes."""


class Worker:
    """Run `run()` as a task; cancel it to end."""

    def __init__(
        self, database: Database, bot: telegram.Bot, language: str, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._bot = bot
        self._language = language
        self._now = now
        self._woken = asyncio.Event()
        database.listen("jobs", self._woken.set)

    async def run(self) -> None:
        """Do jobs as they come, one after the other."""
        while True:
            self._woken.clear()
            try:
                while await self._database.lead("worker") and await self._next():
                    pass
            except (Unavailable, Conflict) as error:
                log.warning("jobs not at hand, trying again", error=str(error))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(HEARTBEAT):
                    await self._woken.wait()

    async def _next(self) -> bool:
        """Do one job; whether there was one."""
        now = self._now()
        job = await self._database.read(lambda tx: jobs.next_pending(tx, now))
        if job is None:
            return False
        try:
            after = await KINDS[job.kind](self, job.payload)
        except (TelegramError, KeyError) as error:
            await self._failed(job, error)
            return True

        async def finish(tx: Tx) -> None:
            if await jobs.done(tx, job.id):
                await after(tx, self._now())

        await self._database.transact(finish)
        return True

    async def _failed(self, job: Job, error: Exception) -> None:
        log.warning("job failed", job=job.id, kind=job.kind, error=type(error).__name__, tries=job.tries + 1)
        again = self._now() + timedelta(seconds=PAUSES[job.tries]) if job.tries < len(PAUSES) else None
        await self._database.transact(
            lambda tx: jobs.failed(tx, job.id, error=type(error).__name__, again_at=again)
        )

    async def _bind(self, payload: dict[str, Any]) -> After:
        """Ask Telegram whether the bot may write where it is to be bound."""
        me = await self._bot.get_chat_member(payload["chat_id"], self._bot.id)
        may_write = me.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER) or getattr(
            me, "can_send_messages", False
        )

        async def after(tx: Tx, now: datetime) -> None:
            data: dict[str, Any] = {"text": "note-bound", "grid_id": payload["grid_id"]}
            chat: dict[str, Any] = {"chat": Address(payload["chat_id"], payload["thread_id"])}
            if may_write:
                await bindings.bind(tx, payload, now)
            else:
                data["text"], chat = "bind-no-rights", {"person_id": payload["by"]}
            await outbox.say(tx, kind="plain", data=data, now=now, lane=Lane.ANSWER, **chat)

        return after

    async def _commands(self, payload: dict[str, Any]) -> After:  # noqa: ARG002 - one shape for all jobs
        """Tell Telegram which commands there are, to whom, in each language."""
        for scope, names in COMMANDS:
            for code, language in ((None, self._language), *((lang[:2], lang) for lang in LANGUAGES)):
                await self._bot.set_my_commands(
                    [BotCommand(name, plain_text(language, f"command-{name}")) for name in names],
                    scope=scope,
                    language_code=code,
                )

        async def after(tx: Tx, now: datetime) -> None:
            """Nothing is written."""

        return after


COMMANDS = (
    (BotCommandScopeAllPrivateChats(), ("start", "report")),
    (BotCommandScopeAllGroupChats(), ("bind", "unbind")),
)
KINDS: dict[str, Callable[[Worker, dict[str, Any]], Awaitable[After]]] = {
    "bind": Worker._bind,
    "commands": Worker._commands,
}
