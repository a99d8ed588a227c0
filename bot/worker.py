"""Does what needs Telegram's answer or takes long; the result comes back as an act in a transaction."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
import telegram

from bot import drawing, menus
from bot.dispatch import bindings, drawings, standing, uploads
from bot.dispatch.rules import Rules
from bot.faults import place
from bot.rights import ask_standing
from storage import jobs, outbox, people
from storage import menus as desks
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
        self,
        database: Database,
        bot: telegram.Bot,
        rules: Rules,
        language: str,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._bot = bot
        self._rules = rules
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
            if again is None and job.kind in GIVEN_UP:
                await GIVEN_UP[job.kind](tx, job.payload, now)

        await self._database.transact(note)

    async def _bind(self, payload: dict[str, Any]) -> After:
        """Ask Telegram whether the bot may write where it is to be bound."""
        found = await ask_standing(self._bot, payload["chat_id"])

        async def after(tx: Tx, now: datetime) -> None:
            said, grid_id = "bind-no-rights", payload["grid_id"]
            if found.may_write:
                said, grid_id = await bindings.bind(tx, payload | {"chat_id": found.chat_id}, now)
            reader: dict[str, Any] = {"person_id": payload["by"]}
            if said == bindings.BOUND:
                reader = {"chat": Address(found.chat_id, payload["thread_id"])}
            data = {"text": said, "grid_id": grid_id}
            await outbox.say(tx, kind="plain", data=data, now=now, lane=Lane.ANSWER, **reader)

        return after

    async def _look(self, payload: dict[str, Any]) -> After:
        """Ask Telegram what the bot may do in a chat now."""
        found = await ask_standing(self._bot, payload["chat_id"])

        async def after(tx: Tx, now: datetime) -> None:
            await standing.looked(
                tx,
                payload | {"chat_id": found.chat_id},
                inside=found.inside,
                may_write=found.may_write,
                rules=self._rules,
                now=now,
            )

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
            return await people.get(tx, person_id), await desks.answers(tx, person_id, now)

        person, desk = await self._database.read(look)
        if person is not None:
            await menus.show_person(self._bot, person, self._language, desk=desk)

    async def _posters(self, payload: dict[str, Any]) -> After:
        """A document with a page for each door of a grid."""
        name, language = self._bot.username, self._language
        made = await drawing.posters(self._database, payload, username=name, language=language)
        return _handing_over(payload, made)

    async def _look_upload(self, payload: dict[str, Any]) -> After:
        """Find out what an import file would change."""
        from bot import uploading  # noqa: PLC0415 - reading such files takes libraries a start has no need of

        return await uploading.look(self._database, self._bot, self._rules, payload["upload"], self._now())

    async def _write_upload(self, payload: dict[str, Any]) -> After:
        """Write an import file that was confirmed."""
        from bot import uploading  # noqa: PLC0415 - as above

        return await uploading.write(self._database, self._bot, self._rules, payload["upload"])

    async def _grid_picture(self, payload: dict[str, Any]) -> After:
        """A picture of how a grid stands."""
        rules, language, now = self._rules, self._language, self._now()
        made = await drawing.grid_picture(self._database, payload, rules=rules, language=language, now=now)
        return _handing_over(payload, made)


def _handing_over(payload: dict[str, Any], made: drawings.Made | None) -> After:
    """Send what was drawn to whoever has ordered it."""

    async def after(tx: Tx, now: datetime) -> None:
        if made and await people.get(tx, payload["person_id"]):
            await drawings.hand_over(tx, payload["person_id"], made, now)

    return after


KINDS: dict[str, Callable[[Worker, dict[str, Any]], Awaitable[After]]] = {
    "bind": Worker._bind,
    "look": Worker._look,
    "commands": Worker._commands,
    "posters": Worker._posters,
    "grid-picture": Worker._grid_picture,
    "look-upload": Worker._look_upload,
    "write-upload": Worker._write_upload,
}
GIVEN_UP: dict[str, Callable[[Tx, dict[str, Any], datetime], Awaitable[None]]] = {
    "bind": bindings.give_up,
    "look": standing.look_again,
    "posters": drawings.give_up,
    "grid-picture": drawings.give_up,
    "look-upload": uploads.give_up_look,
    "write-upload": uploads.give_up_write,
}
"""What follows when a job could not be done, however often it was tried."""
