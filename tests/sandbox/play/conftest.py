"""A play as it begins: the sample community at nine on a Tuesday morning, the bot a process of its own."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sandbox import Clock, Telegram
from sandbox.play.bot import Bot
from sandbox.play.feed import Feed
from sandbox.play.play import Play, playing
from sandbox.play.seating import People, seat
from sandbox.play.trouble import Troubles

Opening = Callable[..., Awaitable[Play]]

TODAY = datetime(2026, 3, 3, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
async def opening() -> AsyncIterator[Opening]:
    """``await opening(language="en")``: a play in this language, or on another day."""
    async with AsyncExitStack() as stack:

        async def open_play(language: str = "zh-CN", today: datetime = TODAY) -> Play:
            return await stack.enter_async_context(playing(today=today, zone=SHANGHAI, language=language))

        yield open_play


@pytest.fixture
async def play(opening: Opening) -> Play:
    """A play in Chinese."""
    return await opening()


class Understudy(Bot):
    """Says that it runs, while nothing does; ``starts`` false: it does not get so far. ``done`` is what was
    asked of it."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__({"REDVEST_LANGUAGE": "zh-CN"}, changed)
        self.done: list[str] = []
        self.starts = True
        self.state = "running"

    async def launch(self, now: float) -> None:  # noqa: ARG002 - it has no clock
        self.done.append("launch")
        self._become("running" if self.starts else "failed")

    async def stop(self) -> None:
        self.done.append("stop")
        self._become("stopped")

    @property
    def language(self) -> str:
        return self._settings["REDVEST_LANGUAGE"]


@pytest.fixture
def staged(botless: Play, sqlite_template: Path) -> Play:
    """A play with an understudy, and a database that is migrated and empty."""
    botless.bot = Understudy(botless.feed.play_changed)
    shutil.copyfile(sqlite_template, botless.database)
    return botless


@pytest.fixture
def tg() -> Telegram:
    return Telegram(clock=Clock(datetime(2026, 3, 3, 1, tzinfo=UTC)))


@pytest.fixture
def people(botless: Play) -> People:
    return botless.people


@pytest.fixture
async def botless(tg: Telegram, tmp_path: Path) -> AsyncIterator[Play]:
    """Everybody sits in their place and has pressed Start, the clock stands at nine; no bot runs."""
    feed = Feed(tg)
    play = Play(
        tg, Bot({}, feed.play_changed), seat(tg, "zh-CN"), feed, SHANGHAI, "zh-CN", tmp_path, Troubles(tg)
    )
    feed.show(play)
    for person in play.people.by_key.values():
        person.start()
    yield play
    await play.end()
