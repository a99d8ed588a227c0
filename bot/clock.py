"""Time: what is due is looked for once a second. Nothing is held in memory."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.dispatch import coverage, escalations, leaves, leftovers, menus, responsibility
from bot.dispatch.rules import Rules
from storage import deadlines, files, outbox, updates, uploads
from storage.database import Conflict, Database, Tx, Unavailable

log = structlog.stdlib.get_logger(__name__)

HEARTBEAT = 1  # seconds
LAST_RINGS = 2.0  # seconds that what is under way gets when it is to stop
AT_ONCE = 100
PUT_OFF = timedelta(minutes=5)
KEEP_SEEN = timedelta(days=3)
"""Telegram repeats an update for a day at most."""
KEEP_SENT = timedelta(days=30)
KEEP_FILES = timedelta(days=3)
"""What could not be sent by then is asked for anew."""


class Ticker:
    """Rings what is due. `start` it inside the event loop."""

    def __init__(self, database: Database, rules: Rules, now: Callable[[], datetime]) -> None:
        self._database = database
        self._rules = rules
        self._now = now
        # That a run is left out while the one before lasts is as it should be, and no warning.
        logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
        self._scheduler = AsyncIOScheduler(timezone=rules.zone)
        self._at_work = asyncio.Lock()
        self._stopping = False
        common = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler.add_job(self._alone, IntervalTrigger(seconds=HEARTBEAT), [self.tick], **common)
        self._scheduler.add_job(self._alone, CronTrigger(minute="*"), [self.look_at_posts], **common)
        self._scheduler.add_job(self._alone, CronTrigger(minute=17), [self.tidy], **common)

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self) -> None:
        """Ring nothing new and let what is being rung end; past a few seconds it is broken off."""
        self._stopping = True
        self._scheduler.pause()
        await asyncio.sleep(0)  # what was to start just now has started, and stands before us
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_RINGS), self._at_work:
                pass
        self._scheduler.shutdown(wait=False)

    async def _alone(self, work: Callable[[], Awaitable[None]]) -> None:
        """One thing at a time, and nothing any more once it is to stop."""
        async with self._at_work:
            if not self._stopping:
                await work()

    async def tick(self) -> None:
        """Ring everything that is due; one that fails is put off, and the rest go on. Then drop what was
        begun and left for a day, and send the week's report."""
        try:
            if not await self._database.lead("clock"):
                return
            while not self._stopping and (due := await self._database.read(self._due)):
                for deadline_id in due:
                    await self._ring(deadline_id)
            await self._drop_leftovers()
            await self._report_gaps()
        except (Unavailable, Conflict) as error:
            log.warning("deadlines not at hand, trying again", error=str(error))

    async def look_at_posts(self) -> None:
        """A post with an `until` ends by itself: requests that wait for its holder go on to the next, and the
        holder's menu changes. So does a leave: requests that wait for the office may go to who is back."""
        now = self._now()
        try:
            if not await self._database.lead("clock"):
                return
            if await self._database.read(lambda tx: responsibility.orphans(tx, now)):
                await self._database.transact(
                    lambda tx: responsibility.reroute_orphans(tx, rules=self._rules, now=now)
                )
            while not self._stopping and await self._database.read(lambda tx: leaves.any_over(tx, now)):
                await self._database.transact(
                    lambda tx: leaves.end_those_over(tx, rules=self._rules, now=now)
                )
            if await self._database.read(lambda tx: menus.stale(tx, now)):
                await self._database.transact(lambda tx: menus.settle(tx, rules=self._rules, now=now))
        except (Unavailable, Conflict) as error:
            log.warning("posts not at hand, trying again", error=str(error))

    async def tidy(self) -> None:
        """Forget the marks of updates that Telegram will not repeat, and messages said long ago."""
        now = self._now()
        try:
            await self._database.transact(lambda tx: updates.forget(tx, now - KEEP_SEEN))
            await self._database.transact(lambda tx: files.purge(tx, now - KEEP_FILES))
            await self._database.transact(lambda tx: uploads.forget(tx, now - KEEP_FILES))
            while await self._database.transact(lambda tx: outbox.purge(tx, now - KEEP_SENT)):
                if self._stopping:
                    return
        except (Unavailable, Conflict) as error:
            log.warning("could not tidy up, next time again", error=str(error))

    async def _report_gaps(self) -> None:
        now = self._now()
        if not self._stopping and await self._database.read(lambda tx: coverage.is_due(tx, now)):
            await self._database.transact(lambda tx: coverage.send_weekly(tx, rules=self._rules, now=now))

    async def _drop_leftovers(self) -> None:
        now = self._now()
        while not self._stopping and await self._database.read(lambda tx: leftovers.any_left(tx, now)):
            await self._database.transact(lambda tx: leftovers.drop(tx, rules=self._rules, now=now))

    async def _due(self, tx: Tx) -> list[int]:
        return await deadlines.due(tx, self._now(), AT_ONCE)

    async def _ring(self, deadline_id: int) -> None:
        now = self._now()
        try:
            await self._database.transact(
                lambda tx: escalations.ring(tx, deadline_id, rules=self._rules, now=now)
            )
        except (Unavailable, Conflict):
            raise
        except Exception:
            log.exception("deadline failed, put off", deadline=deadline_id)
            await self._database.transact(lambda tx: deadlines.put_off(tx, deadline_id, now + PUT_OFF))
