"""Does what needs Telegram's answer or takes long; the result comes back as an act in a transaction."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
import telegram

from bot import menus
from bot.dispatch import bindings
from bot.faults import place
from bot.rights import may_write
from storage import jobs, outbox, people
from storage.database import Conflict, Database, Tx, Unavailable
from storage.outbox import Address
from storage.records import Job, Lane, Person

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
        database.listen("jobs", self.wake)

    def wake(self) -> None:
        """Look for jobs now; commits call it, and so should whoever moves the clock."""
        self._woken.set()

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
            await self._do(job)
        except (Unavailable, Conflict):
            raise
        except Exception as error:
            await self._failed(job, place(error))
        return True

    async def _do(self, job: Job) -> None:
        after = await KINDS[job.kind](self, job.payload)

        async def finish(tx: Tx) -> None:
            if await jobs.done(tx, job.id):
                await after(tx, self._now())

        await self._database.transact(finish)

    async def _failed(self, job: Job, error: str) -> None:
        """Try it again later; when that was often enough, give it up and tell who waits for it."""
        log.warning("job failed", job=job.id, kind=job.kind, error=error, tries=job.tries + 1)
        now = self._now()
        again = now + timedelta(seconds=PAUSES[job.tries]) if job.tries < len(PAUSES) else None

        async def note(tx: Tx) -> None:
            await jobs.failed(tx, job.id, error=error, again_at=again)
            if again is None and job.kind == "bind":
                await bindings.give_up(tx, job.payload, now)

        await self._database.transact(note)

    async def _bind(self, payload: dict[str, Any]) -> After:
        """Ask Telegram whether the bot may write where it is to be bound."""
        chat = await self._bot.get_chat(payload["chat_id"])
        writable = may_write(chat, await self._bot.get_chat_member(chat.id, self._bot.id))

        async def after(tx: Tx, now: datetime) -> None:
            data: dict[str, Any] = {"text": "note-bound", "grid_id": payload["grid_id"]}
            reader: dict[str, Any] = {"chat": Address(payload["chat_id"], payload["thread_id"])}
            if writable:
                await bindings.bind(tx, payload, now)
            else:
                data["text"], reader = "bind-no-rights", {"person_id": payload["by"]}
            await outbox.say(tx, kind="plain", data=data, now=now, lane=Lane.ANSWER, **reader)

        return after

    async def _commands(self, payload: dict[str, Any]) -> After:
        """Tell Telegram which commands there are: for everybody, or for one person."""
        if "person_id" in payload:
            await self._commands_of(payload["person_id"])
        else:
            await menus.show_everybody(self._bot, self._language)

        async def after(tx: Tx, now: datetime) -> None:
            """Nothing is written."""

        return after

    async def _commands_of(self, person_id: int) -> None:
        now = self._now()

        async def look(tx: Tx) -> tuple[Person | None, bool]:
            return await people.get(tx, person_id), await people.answers(tx, person_id, now)

        person, desk = await self._database.read(look)
        if person is not None:
            await menus.show_person(self._bot, person, self._language, desk=desk)


KINDS: dict[str, Callable[[Worker, dict[str, Any]], Awaitable[After]]] = {
    "bind": Worker._bind,
    "commands": Worker._commands,
}
