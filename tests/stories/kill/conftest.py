"""A town on the sandbox's Telegram whose bot is a process of its own, killed again and again.

Real time, Telegram's limits on. People do what people do: they look for a button in their chats, tap it, wait
a little, and tap again; they may tap any copy of a card that stands there. Everything they did and were told
is kept, to be laid beside the database afterwards.
"""

import asyncio
import contextlib
import os
import random
import socket
import sqlite3
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sandbox import Answer, Chat, Message, Person, Query, Telegram, serve, strict
from sandbox.watching import Call

TOKEN = "1000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
ROOT = Path(__file__).parents[3]
POLICY = '[quiet]\nhours = ""\n[limits]\nopen_claims = 50\n'
PATIENCE = 90.0
"""Seconds that somebody waits for a message."""
SECOND_TAP = 4.0
"""Seconds without an answer after which somebody taps again."""
CLEAN_STOP = 5.0
LONGEST_WAIT = 2.0
"""Seconds that a moment to kill at is waited for."""
STORY = 240.0
"""Seconds after which something hangs."""
BUILDINGS, VOLUNTEERS = 12, 24
VOLUNTEERS_PER_GROUP = 4
MIDST = 0.03
"""Seconds within which a handed-out update is being worked on."""


class Victim:
    """The bot: started, killed with SIGKILL, started again."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("REDVEST_")}
        self._environment = kept | settings | {"PYTHONPATH": str(ROOT), "NO_PROXY": "127.0.0.1"}
        self._folder = folder
        self._log = folder / "bot.log"
        self._process: asyncio.subprocess.Process | None = None
        self.killed_at: list[datetime] = []

    @property
    def kills(self) -> int:
        return len(self.killed_at)

    async def runs(self, *command: str) -> asyncio.subprocess.Process:
        with self._log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                *command,
                cwd=self._folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def start(self) -> None:
        self._process = await self.runs("run")

    def kill(self) -> None:
        """End it at this very instant."""
        assert self._process is not None and self._process.returncode is None, self.last_words()
        self._process.kill()
        self.killed_at.append(datetime.now(UTC))

    async def rises(self) -> None:
        """Start it again once it is dead."""
        assert self._process is not None
        assert await self._process.wait() == -9, self.last_words()
        await self.start()

    async def stop(self) -> int:
        """Ask it to end; its exit code. TimeoutError if it takes longer than it may."""
        assert self._process is not None
        self._process.terminate()
        async with asyncio.timeout(CLEAN_STOP):
            return await self._process.wait()

    async def end(self) -> None:
        """Whatever has happened: nothing stays behind."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def last_words(self) -> str:
        return self._log.read_text("utf-8", errors="replace")[-3000:] if self._log.exists() else ""


class Watched(deque[Call]):
    """The sandbox's list of calls; `notice` hears of each one after its effect and before its answer."""

    notice: Callable[[Call], None] = staticmethod(lambda _: None)

    def append(self, call: Call) -> None:
        super().append(call)
        self.notice(call)


@dataclass
class Saying:
    """Words that were asked for: `act` is what they were meant for."""

    who: Person
    act: str
    text: str


@dataclass
class Sending:
    """Something that has to reach somebody, with the number of its request; `data`: a file, else words."""

    message: Message
    to: Person
    label: str
    data: bytes | None = None


@dataclass
class Reaper:
    """Kills the bot at the points of the script that `plan` names: number of the act → moment.

    A moment is "now", "soon", "starting" (now, and once more while it starts), "update" (right after one was
    handed out), or a method (right after such a call took effect, and before the bot has its answer).
    """

    tg: Telegram
    victim: Victim
    chance: random.Random
    plan: dict[int, str]
    _waiting: "asyncio.Queue[str]" = field(default_factory=asyncio.Queue)
    _armed: str = ""
    _struck: asyncio.Event = field(default_factory=asyncio.Event)
    _heard: int = 0

    async def plays(self, script: Coroutine[Any, Any, None]) -> None:
        """Kill as planned while the script runs; over when both are, or one fails."""
        async with asyncio.timeout(STORY), asyncio.TaskGroup() as group:
            striking = group.create_task(self._strikes())
            await script
            await self._waiting.join()
            striking.cancel()

    def after(self, act: int) -> None:
        """An act has been done, and its update is on its way."""
        if self._armed == "update":
            self._armed = ""
            asyncio.get_running_loop().call_later(self.chance.uniform(0, MIDST), self._strike)
        if act in self.plan:
            self._waiting.put_nowait(self.plan[act])

    def notice(self, call: Call) -> None:
        """A call has taken effect and is not answered yet."""
        if call.ok and call.method == self._armed:
            self._strike()

    async def _strikes(self) -> None:
        while True:
            moment = await self._waiting.get()
            await self.tg.until(lambda: self._hearings() > self._heard, PATIENCE)  # it is up
            await self._at(moment)
            await self._rises()
            if moment == "starting":
                await asyncio.sleep(self.chance.uniform(0, 1.2))
                self.victim.kill()
                await self._rises()
            self._waiting.task_done()

    async def _at(self, moment: str) -> None:
        """Kill it at that moment; if that does not come soon, all the same."""
        self._struck.clear()
        self._armed = moment
        wait = {"now": 0, "starting": 0, "soon": self.chance.uniform(0, 1)}.get(moment, LONGEST_WAIT)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._struck.wait(), wait)
        self._strike()

    def _strike(self) -> None:
        self._armed = ""
        if not self._struck.is_set():
            self.victim.kill()
            self._struck.set()

    async def _rises(self) -> None:
        self._heard = self._hearings()
        await self.victim.rises()

    def _hearings(self) -> int:
        """How often the bot has asked for updates, or to be brought them."""
        return self.tg.polls + len(self.tg.calls_of("setWebhook"))


class Town:
    """Telegram, its people, and what they did."""

    def __init__(self, tg: Telegram, folder: Path, victim: Victim, reaper: Reaper) -> None:
        self.tg, self.folder, self.victim, self.reaper = tg, folder, victim, reaper
        self.chance = reaper.chance
        self.database = folder / "redvest.db"
        self.acts = 0
        self.taps: list[Query] = []
        self.sayings: list[Saying] = []
        self.sendings: list[Sending] = []
        self.orphans: list[Message] = []
        self._busy: dict[int, asyncio.Lock] = {}
        self.secretary = self.lives("书记", 2000)
        self.leaders = [self.lives(f"网格长{n}", 2001 + n) for n in range(BUILDINGS)]
        self.volunteers = [self.lives(f"志愿者{n}") for n in range(VOLUNTEERS)]
        self.groups = [self._group(n) for n in range(BUILDINGS)]

    def lives(self, name: str, telegram_id: int | None = None) -> Person:
        return self.tg.person(name, id=telegram_id, language_code="zh-hans")

    def _group(self, building: int) -> Chat:
        members = self.chance.sample(self.volunteers, VOLUNTEERS_PER_GROUP)
        return self.tg.supergroup(f"红马甲{building}群", members=members, admins=[self.leaders[building]])

    def volunteers_of(self, building: int) -> list[Person]:
        group = self.groups[building]
        return [person for person in self.volunteers if person.id in group.members]

    async def settle(self) -> None:
        """Import the community as an operator does."""
        folder = self.folder / "import"
        folder.mkdir()
        buildings = "".join(f"B{n},{n}号楼,building,JX\n" for n in range(BUILDINGS))
        leaders = "".join(f"网格长{n},leader,B{n},{2001 + n}\n" for n in range(BUILDINGS))
        grids = "code,name,level,parent\nXY,向阳社区,community,\nJX,锦绣苑,compound,XY\n" + buildings
        (folder / "grids.csv").write_text(grids, "utf-8")
        (folder / "people.csv").write_text(
            "name,role,grid,telegram_id\n书记,secretary,XY,2000\n" + leaders, "utf-8"
        )
        process = await self.victim.runs("import", str(folder))
        assert await process.wait() == 0, self.victim.last_words()

    # Acts

    def busy(self, who: Person) -> asyncio.Lock:
        """Held while somebody is asked for words, so that they answer one question at a time."""
        return self._busy.setdefault(who.id, asyncio.Lock())

    def starts(self, who: Person, payload: str = "") -> None:
        who.start(payload)
        self._acted()

    def says(self, who: Person, text: str, chat: Chat | None = None) -> Message:
        return self.did(who.says(text, chat=chat or who.chat))

    def did(self, message: Message) -> Message:
        """Somebody has sent or edited a message."""
        self._acted()
        return message

    async def taps_one(
        self, who: Person, label: str, *words: str, at: Chat | None = None, hasty: float = 0
    ) -> Answer:
        """Tap a button on any message that has it, and again while there is no answer; the answer.

        `hasty` is how likely somebody is to tap once more although it was answered.
        """
        chat = at or who.chat
        copies = await self._all(chat, lambda m: label in m.labels and all(w in m.text for w in words))
        message = self.chance.choice(copies)
        data = message.button(label)
        tries = [self._tap(who, message, data)]
        self._acted()
        while True:
            try:
                await self.tg.until(lambda: any(query.answers for query in tries), SECOND_TAP)
            except TimeoutError:
                tries.append(self._tap(who, message, data))
            else:
                break
        if self.chance.random() < hasty:
            self._tap(who, self.chance.choice(copies), data)
            self._acted()
        return next(query.answers[0] for query in tries if query.answers)

    def _tap(self, who: Person, message: Message, data: str) -> Query:
        query = who.taps(message, stale=data)
        self.taps.append(query)
        return query

    def bring(self, message: Message, to: Person, label: str, data: bytes | None = None) -> None:
        """Keep in mind what has to come to somebody."""
        self.sendings.append(Sending(message, to, label, data))

    def answers(self, who: Person, act: str, text: str) -> None:
        """Say the words that were asked for."""
        self.sayings.append(Saying(who, act, text))
        self.says(who, text)

    async def asked(  # noqa: PLR0917 - who taps what, and says what
        self, who: Person, label: str, number: str, act: str, text: str, photo: bytes = b""
    ) -> Message | None:
        """Tap a button that asks for words, and say them, under a photo if there is one; the message."""
        async with self.busy(who):
            answer = await self.taps_one(who, label, number)
            if answer.text != "请在下面写几个字":
                return None
            self.sayings.append(Saying(who, act, text))
            return self.did(who.sends_photo(photo, caption=text) if photo else who.says(text))

    def _acted(self) -> None:
        self.acts += 1
        self.reaper.after(self.acts)

    # What is seen

    async def sees(self, who: Person | Chat, *words: str) -> Message:
        """Wait for a message of the bot with all these words; the newest."""
        chat = who.chat if isinstance(who, Person) else who
        return (await self._all(chat, lambda m: m.from_bot and all(w in m.text for w in words)))[-1]

    async def _all(self, chat: Chat, fits: Callable[[Message], bool]) -> list[Message]:
        found: list[Message] = []

        def there() -> bool:
            found[:] = [message for message in chat.messages if fits(message)]
            return bool(found)

        try:
            await self.tg.until(there, PATIENCE)
        except TimeoutError:
            seen = "\n".join(f"{m.text} {m.labels}" for m in chat.messages[-12:])
            raise AssertionError(
                f"it never came to {chat.title}; there is\n{seen}\n{self.victim.last_words()}"
            ) from None
        return found

    async def quiet(self) -> None:
        """Wait until the bot has taken in everything and has nothing left to say."""
        async with asyncio.timeout(PATIENCE):
            while self._at_work():  # noqa: ASYNC110 - it is another process's database
                await asyncio.sleep(0.1)

    def _at_work(self) -> bool:
        with closing(sqlite3.connect(self.database)) as connection:
            (rows,) = connection.execute(
                """SELECT (SELECT count(*) FROM outbox WHERE status = 'pending' AND not_before <= :now)
                        + (SELECT count(*) FROM jobs WHERE status = 'pending')""",
                {"now": time.time() * 1000},  # what is to be said later may wait
            ).fetchone()
        return bool(rows or self.tg.updates or self.tg.under_way)


@pytest.fixture
def town_at(tmp_path: Path) -> Callable[..., Any]:
    """`async with town_at(way, seed, plan) as town`: a town with its bot running, by polling or webhook."""

    @asynccontextmanager
    async def opened(way: str, chance: random.Random, plan: dict[int, str]) -> AsyncIterator[Town]:
        tg = Telegram(
            token=TOKEN,
            limits=True,
            webhook_pause=0.2,
            query_age=timedelta(minutes=10),
            judge=strict.judge(),
        )
        tg.calls = Watched()
        async with serve(tg) as server:
            victim = Victim(tmp_path, settings(way, server.url, tmp_path))
            reaper = Reaper(tg, victim, chance, plan)
            tg.calls.notice = reaper.notice
            town = Town(tg, tmp_path, victim, reaper)
            try:
                await town.settle()
                await victim.start()
                yield town
            finally:
                await victim.end()
        assert tg.judge and not tg.judge.refusals + tg.judge.mistakes

    return opened


def settings(way: str, api_url: str, folder: Path) -> dict[str, str]:
    (folder / "policy.toml").write_text(POLICY, "utf-8")
    listen = f"127.0.0.1:{free_port()}"
    return {
        "REDVEST_BOT_TOKEN": TOKEN,
        "REDVEST_API_URL": api_url,
        "REDVEST_DATABASE_URL": f"sqlite:///{folder}/redvest.db",
        "REDVEST_POLICY": str(folder / "policy.toml"),
        "REDVEST_LISTEN": listen,
    } | ({"REDVEST_WEBHOOK_URL": f"http://{listen}/hook"} if way == "webhook" else {})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
