"""A play as a whole: what it is made of, how it begins, how its time moves, how it ends."""

import asyncio
import contextlib
import secrets
import tempfile
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.dispatch.worktime import is_working_day
from sandbox.clock import Clock
from sandbox.play.acts import ACTS, words_of
from sandbox.play.archive import State
from sandbox.play.aside import aside
from sandbox.play.bot import Bot, NotStarted, bring_in, environment
from sandbox.play.feed import Feed
from sandbox.play.given import Given, Refused
from sandbox.play.guide import Guide
from sandbox.play.saving import go_on
from sandbox.play.seating import People, greet, seat
from sandbox.play.trouble import Troubles
from sandbox.server import serve
from sandbox.strict import judge
from sandbox.telegram import Telegram

BOT_ID = 1000
SAMPLE = Path(__file__).parent.parent / "sample"
MORNING = time(9)
EARLY = timedelta(minutes=5)
"""So long before the morning everybody meets the bot."""
CALLS_KEPT = 2000
MOST_STEPS = 500
"""Moments at which something is due, on the way to a later time."""
MOVED = timedelta(milliseconds=1)
"""So far past a moment that it has surely come."""


class Deadline(NamedTuple):
    """The next deadline of the bot."""

    at: datetime
    number: str


@dataclass(eq=False)
class Play:
    """A running play. Its database and nothing else lies in ``folder``."""

    tg: Telegram
    bot: Bot
    people: People
    feed: Feed
    zone: ZoneInfo
    language: str
    folder: Path
    troubles: Troubles
    guide: Guide | None = None
    moving: bool = False
    deadline: Deadline | None = None
    still: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while time passes, and while the play is saved or loaded."""
    _at_work: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def database(self) -> Path:
        """The bot's SQLite file."""
        return self.folder / "redvest.db"

    @property
    def replaying(self) -> bool:
        """Whether a story is playing by itself."""
        return self.guide is not None and self.guide.playing

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something meanwhile."""
        task = asyncio.create_task(work)
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)

    async def halt(self) -> None:
        """Break off what is going on meanwhile."""
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)

    async def end(self) -> None:
        """Break off what is going on meanwhile, and let the bot end by itself."""
        self.feed.close()
        await self.halt()
        await self.bot.stop()

    async def launch(self) -> None:
        """Start the bot, unless it is being kept away just now: then a little later."""
        async with self.still:
            pass
        await self.bot.launch(self.tg.clock.timestamp())

    def do(self, given: Given, name: str) -> None:
        """Let somebody do something in Telegram; ``Refused`` when Telegram does not let them."""
        someone = given.someone
        try:
            ACTS[name](given)
        except (RuntimeError, LookupError, ValueError) as error:
            raise Refused("page-refused-telegram", why=str(error)) from error
        self.feed.act(name, someone, words_of(given))
        if self.guide is not None:
            self.guide.noticed(given, name)

    def replay(self, name: str) -> None:
        """Let a story play by itself from now on."""
        self.guide = Guide(self, name)
        self.begin(self.guide.play())

    async def pass_to(self, moment: datetime) -> None:
        """Let time go by until then, stopping wherever something is due, so that each thing happens at its
        own time."""
        async with self.still:
            self.moving, began = True, self.tg.clock.timestamp()
            self.feed.play_changed()
            try:
                for _ in range(MOST_STEPS):
                    due = (await self.bot.moments(self.tg.clock.timestamp())).get("next")
                    if due is None or due >= moment.timestamp():
                        break
                    await self.move_to(due + MOVED.total_seconds())
                await self.move_to(moment.timestamp())
            finally:
                self.moving = False
                await self.look_ahead()
        if self.guide is not None:
            self.guide.time_passed(began)

    async def move_to(self, seconds: float) -> None:
        """It is this moment now, and the bot has sent what is due."""
        clock = self.tg.clock
        clock.advance(timedelta(seconds=max(seconds - clock.timestamp(), 0)))
        await self.bot.moved(clock.timestamp())

    def morning(self) -> datetime:
        """When the next working morning begins."""
        return working_morning(self.tg.clock.now() + timedelta(days=1), self.zone)

    async def look_ahead(self) -> None:
        """Learn the bot's next deadline."""
        found: dict[str, Any] | None = (await self.bot.moments(self.tg.clock.timestamp())).get("deadline")
        self.deadline = Deadline(datetime.fromtimestamp(found["at"], UTC), found["number"]) if found else None
        self.feed.play_changed()

    async def past_deadline(self) -> datetime:
        """The moment when the bot's next deadline has surely come; ``Refused`` where there is none."""
        await self.look_ahead()
        if self.deadline is None:
            raise Refused("page-refused-no-deadline")
        return self.deadline.at + MOVED


def fresh_token() -> str:
    """A token for the play's bot, which no site in a browser on this machine can guess."""
    return f"{BOT_ID}:{secrets.token_hex(20)}"


def working_morning(day: datetime, zone: ZoneInfo) -> datetime:
    """The morning of that day in the zone, or of the next working day."""
    date = day.astimezone(zone).date()
    while not is_working_day(date):
        date += timedelta(days=1)
    return datetime.combine(date, MORNING, zone)


@contextlib.asynccontextmanager
async def playing(
    *, today: datetime, zone: ZoneInfo, language: str, folder: Path | None = None, saved: State | None = None
) -> AsyncIterator[Play]:
    """A play from its beginning: the sample community on a working morning, everybody has met the bot. Or
    one that was ``saved``, from there on.

    NotStarted when the bot does not start, NoState when what was saved cannot be gone on with. Without
    ``folder`` its database is gone at the end.
    """
    begins = working_morning(today, zone)
    async with contextlib.AsyncExitStack() as stack:
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="redvest-sandbox-")))
        token = fresh_token()
        settings = environment(token, str(folder / "redvest.db"), language)
        imports = [bring_in(str(SAMPLE), settings)] if saved is None else []
        strict, *_ = await asyncio.gather(aside(judge), *imports)
        clock = Clock(begins - EARLY, running=True)
        tg = Telegram(token=token, clock=clock, limits=True, calls_kept=CALLS_KEPT, judge=strict)
        server = await stack.enter_async_context(serve(tg))
        feed = Feed(tg)
        bot = Bot({**settings, "REDVEST_API_URL": server.url}, feed.play_changed)
        play = Play(tg, bot, seat(tg, language), feed, zone, language, folder, Troubles(tg))
        feed.show(play)
        stack.push_async_callback(play.end)
        await (_meet(play, begins) if saved is None else go_on(play, saved))
        yield play


async def _meet(play: Play, begins: datetime) -> None:
    """Everybody opens the bot before the morning begins."""
    await play.launch()
    if play.bot.state != "running":
        raise NotStarted
    try:
        await greet(play.people, play.tg)
    except TimeoutError as error:
        raise NotStarted from error
    await play.pass_to(begins)
