"""A sender between a database of its own and a sandbox over real HTTP, with a clock moved by hand."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
import telegram

from bot.cards.screen import Key, Screen
from bot.sender import Sender
from bot.wire import Wire
from sandbox import Clock, Telegram, serve
from storage import outbox
from storage.database import Unavailable


class GatedWire(Wire):
    """Answers reach the bot only while the gate is open; what they answer has happened all the same."""

    def __init__(self):
        super().__init__()
        self.gate = asyncio.Event()
        self.gate.set()
        self.chat = None  # the only one the gate is for

    async def do_request(self, *args, **named):
        answer = await super().do_request(*args, **named)
        if self.chat in (None, named["request_data"].parameters["chat_id"]):
            await self.gate.wait()
        return answer


class Watched:
    """A database that beats after each transaction, can be broken, and held up while its gate is closed."""

    def __init__(self, database):
        self._database = database
        self.beat, self.begun, self.gate = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.gate.set()
        self.broken = False
        self.refused = 0
        self.leads = True
        self.asked = 0
        self.rows_read = 0

    def __getattr__(self, name):
        return getattr(self._database, name)

    async def transact(self, work):
        if self.broken:
            self.refused += 1
            self.beat.set()
            raise Unavailable("disk full")
        self.begun.set()
        await self.gate.wait()
        result = await self._database.transact(work)
        self.beat.set()
        return result

    async def read(self, work):
        async def counted(tx):
            return await work(Counted(tx, self))

        return await self._database.read(counted)

    async def lead(self, role):
        assert role == "sender"
        self.asked += 1
        self.beat.set()
        return self.leads


class Counted:
    """Counts the rows that are read."""

    def __init__(self, tx, database):
        self._tx, self._database = tx, database

    async def one(self, sql, /, **values):
        return await self._tx.one(sql, **values)

    async def all(self, sql, /, **values):
        rows = await self._tx.all(sql, **values)
        self._database.rows_read += len(rows)
        return rows


class House:
    """What the tests act on. `told` is what the unreachable hook was told: (person, group, kind)."""

    def __init__(self, tg, database, url):
        self.tg, self.clock = tg, tg.clock
        self.database = Watched(database)
        self.url = url
        self.told = []
        self.sender = None
        self.wire = None
        self.renders = 0

    # Who is there

    async def person(self, name="Wang", *, starts=True):
        """Somebody who has started the bot, with their row: `id` is Telegram's, the row's is `row`."""
        person = self.tg.person(name)
        if starts:
            person.start()
        person.row = await self.insert(
            "INSERT INTO people (name, telegram_id, reachable, created_at) VALUES ('p', :t, TRUE, 0)",
            t=person.id,
        )
        return person

    async def bound(self, chat, thread_id=0):
        """The row of a chat bound to the grid."""
        return await self.insert(
            """INSERT INTO groups (chat_id, thread_id, grid_id, title, bound_by, bound_at)
               VALUES (:chat_id, :thread_id, 1, 'g', 1, 0)""",
            chat_id=chat.id,
            thread_id=thread_id,
        )

    async def insert(self, sql, **values):
        row = await self.database.transact(lambda tx: tx.one(sql + " RETURNING id", **values))
        return row["id"]

    async def begin(self):
        await self.insert("INSERT INTO grids (code, name, level) VALUES ('A', 'A', 'community')")
        await self.insert("INSERT INTO people (name, created_at) VALUES ('resident', 0)")
        await self.insert(
            """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, created_at)
               VALUES ('AAAA', 1, 1, 'first', 'normal', 'assigned', 0)"""
        )

    # What is said

    async def say(self, text="hello", *, kind="say", times=1, **about):
        """Put messages into the outbox in one transaction; kinds are those of `render`."""

        async def work(tx):
            for _ in range(times):
                await outbox.say(tx, kind=kind, data={"text": text}, now=self.clock.now(), **about)

        await self.database.transact(work)

    async def change(self, words):
        """The request changes, and its cards with it."""

        async def work(tx):
            await tx.run("UPDATE requests SET words = :words WHERE id = 1", words=words)
            await outbox.refresh_cards(tx, request_id=1, now=self.clock.now())

        await self.database.transact(work)

    async def render(self, tx, message, _card, _now):
        self.renders += 1
        match message.kind:
            case "stale":
                return None
            case "faulty":
                raise KeyError("private words")
            case "menu":
                return Screen("menu", menu=(("Report", "My requests"), ("More",)))
            case "card":
                row = await tx.one("SELECT words FROM requests WHERE id = 1")
                return Screen(row["words"], keys=((Key("Claim", "claim:1"),),), lasting=True)
        return Screen(message.data["text"])

    async def unreachable(self, _tx, *, person_id, group_id, message, now):
        assert now == self.clock.now()
        self.told.append((person_id, group_id, message.kind))

    # What became of it

    async def rows(self):
        """Every message: (status, tries, error), in order."""
        rows = await self.database.read(lambda tx: tx.all("SELECT * FROM outbox ORDER BY id"))
        return [(row["status"], row["tries"], row["error"]) for row in rows]

    async def statuses(self):
        return [status for status, _, _ in await self.rows()]

    async def column(self, sql):
        rows = await self.database.read(lambda tx: tx.all(sql))
        return [next(iter(dict(row).values())) for row in rows]

    async def until(self, predicate):
        """Wait until the awaited predicate is true, looked at after each transaction."""
        async with asyncio.timeout(5):
            while True:
                self.database.beat.clear()
                if await predicate():
                    return
                await self.database.beat.wait()

    async def looked(self):
        """Wait until the sender has ended the round it is in, and one more has begun."""
        for _ in range(2):
            asked = self.database.asked
            self.sender.wake()
            await self.until(lambda asked=asked: self._asked_since(asked))

    async def _asked_since(self, number):
        return self.database.asked > number

    async def quiet(self):
        """Wait until all that may go now has gone and is recorded."""
        await self.looked()
        await self.until(self._nothing_under_way)

    async def _nothing_under_way(self):
        return not self.sender._turns

    async def drain(self, seconds=1):
        """Move the clock on in steps until nothing is pending."""
        await self.quiet()
        while not await self.is_done():
            self.advance(seconds=seconds)
            await self.quiet()

    async def all_done(self):
        await self.until(self.is_done)

    async def is_done(self):
        return "pending" not in await self.statuses()

    def advance(self, **duration):
        self.clock.advance(timedelta(**duration))

    # Running

    @asynccontextmanager
    async def sending(self):
        """A sender is running; at the end it is stopped and everything is recorded."""
        self.wire = GatedWire()
        bot = telegram.Bot(self.tg.token, base_url=f"{self.url}/bot", request=self.wire)
        self.sender = Sender(self.database, bot, self.render, self.clock.now, self.unreachable)
        self.clock.watchers.append(self.sender.wake)
        running = asyncio.create_task(self.sender.run())
        try:
            yield self.sender
        finally:
            self.clock.watchers.remove(self.sender.wake)
            await self.sender.stop()
            await running
            await self.wire.shutdown()


@pytest.fixture
async def still_house(sqlite):
    """A house whose sender is not running."""
    tg = Telegram(clock=Clock(datetime(2026, 3, 2, 9, tzinfo=UTC)), limits=True)
    async with serve(tg) as server:
        house = House(tg, sqlite, server.url)
        await house.begin()
        yield house


@pytest.fixture
async def house(still_house):
    """A house whose sender is running, and had nothing to do so far."""
    async with still_house.sending():
        await still_house.looked()
        yield still_house
