"""A street to tell stories in: the whole bot on the sandbox's Telegram, and a small community.

The bot meets Telegram over real HTTP and keeps its state in a real SQLite file; only Telegram is made up.
Time is moved by hand.
"""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import App
from bot.dispatch.importing import check_path
from bot.dispatch.policy import Policy
from bot.dispatch.roster.writing import known, write
from bot.dispatch.rules import Rules
from bot.settings import Settings, read_settings
from sandbox import Answer, Chat, Clock, Message, Person, Telegram, serve, strict
from storage.database import Tx
from storage.open import open_database
from storage.roster import Standing

TOKEN = "1000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
MORNING = datetime(2026, 3, 3, 1, tzinfo=UTC)
"""Nine o'clock in Shanghai, on a Tuesday."""

PATIENCE = 200
"""Seconds of the story that somebody waits for a message at most."""
SLOW = 20
"""Real seconds that a slow machine may take for what is done at once."""

DATABASE = "redvest.db"
GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
JX3-2,2单元,unit,JX3
HS,红山院,compound,XY
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
"""


async def settle(street: Path, grids: str, people: str, now: datetime) -> None:
    """Import a community into the database in this folder, as `redvest import` does."""
    folder = street / "import"
    folder.mkdir(exist_ok=True)
    (folder / "grids.csv").write_text(grids, "utf-8")
    (folder / "people.csv").write_text(people, "utf-8")
    checked = check_path(folder, known(Standing(), prune=False))
    rules = Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai"))
    database = await open_database(f"sqlite:///{street / DATABASE}")
    try:
        await database.transact(lambda tx: write(tx, checked, prune=False, rules=rules, now=now))
    finally:
        await database.close()


class Street:
    """Telegram, the bot, and the people of the story."""

    def __init__(self, tg: Telegram, folder: Path, url: str) -> None:
        self.tg, self.clock, self.folder, self.url = tg, tg.clock, folder, url
        self.database_url = f"sqlite:///{folder / DATABASE}"
        self.app: App
        self.settings: Settings

    # The community

    async def settle(self, grids: str = GRIDS, people: str = PEOPLE) -> None:
        """Import the community as `redvest import` does."""
        await settle(self.folder, grids, people, self.clock.now())

    def lives(self, name: str, telegram_id: int | None = None, language: str = "zh-hans") -> Person:
        """Somebody who has opened the bot."""
        person = self.tg.person(name, id=telegram_id, language_code=language)
        person.start()
        return person

    # Time

    async def passes(self, **duration: float) -> None:
        """Time goes by, and the bot notices."""
        self.clock.advance(timedelta(**duration))
        await self.app.clock_moved()

    # What is seen and done

    async def sees(self, who: Person | Chat, *words: str) -> Message:
        """Wait until the newest message of the bot that has all these words stands in the chat."""
        chat = who.chat if isinstance(who, Person) else who
        found: list[Message] = []

        def there() -> bool:
            found[:] = [m for m in chat.messages if m.from_bot and all(w in m.text for w in words)]
            return bool(found)

        await self._until(there, chat, words)
        return found[-1]

    async def gets(self, who: Person, what: bytes | str) -> Message:
        """Wait until the newest message of the bot with just this file, or this kind of content, is there."""
        found: list[Message] = []

        def there() -> bool:
            found[:] = [m for m in who.chat.messages if m.from_bot and (m.files == [what] or what in m.json)]
            return bool(found)

        await self._until(there, who.chat, (repr(what),))
        return found[-1]

    async def taps(self, who: Person, label: str, *words: str, at: Chat | None = None) -> Answer:
        """Wait for a message with this button (and words), tap it, wait for the answer."""
        chat = at or who.chat
        found: list[Message] = []

        def there() -> bool:
            found[:] = [m for m in chat.messages if label in m.labels and all(w in m.text for w in words)]
            return bool(found)

        await self._until(there, chat, (label, *words))
        query = who.taps(found[-1], label)
        return await asyncio.wait_for(query.answered(), SLOW)

    async def leaves_the_kind_open(self, who: Person) -> None:
        """Answer Not sure to what a report is about, whether it was guessed or is asked for."""
        report, labels = "您要反映的事", {"改类别", "不清楚"}

        def there() -> set[str]:
            return {label for m in who.chat.messages if report in m.text for label in m.labels} & labels

        await self._until(lambda: bool(there()), who.chat, (report, *labels))
        if "改类别" in there():
            await self.taps(who, "改类别", report)
        await self.taps(who, "不清楚", report)

    async def noted(self, message: Message) -> Message:
        """Wait until the bot has written down where its message stands: people reply no faster than that."""

        async def known(tx: Tx) -> bool:
            found = await tx.one(
                """SELECT 1 FROM outbox o JOIN people p ON p.id = o.person_id WHERE p.telegram_id = :chat
                     AND o.message_id <= :id AND :id < o.message_id + o.message_count
                   UNION ALL SELECT 1 FROM cards WHERE chat_id = :chat AND message_id = :id""",
                chat=message.chat.id,
                id=message.id,
            )
            return found is not None

        async with asyncio.timeout(SLOW):
            while not await self.app._database.read(known):
                pass
        return message

    async def replies(self, who: Person, to: Message, words: str) -> Message:
        """Reply in words to a message of the bot."""
        return who.says(words, reply_to=await self.noted(to))

    async def becomes(self, so: Callable[[], bool]) -> None:
        """Wait until it is so, while seconds pass, as edits may have to wait."""
        await self._until(so, next(iter(self.tg.chats.values())), ("what was waited for",))

    async def _until(self, there: Callable[[], bool], chat: Chat, what: tuple[str, ...]) -> None:
        """Wait for it; when nothing comes, let seconds pass, as Telegram's limits make messages wait."""
        for _ in range(PATIENCE):
            try:
                return await self.tg.until(there, timeout=0.05)
            except TimeoutError:
                await self.passes(seconds=1)
        seen = "\n".join(f"{m.text} {m.labels}" for m in chat.messages)
        raise AssertionError(f"{what} never came; there is\n{seen}")

    # Running

    async def open(self, **settings: str) -> None:
        """Start the bot, with further settings if need be."""
        self.settings = read_settings(
            {
                "REDVEST_BOT_TOKEN": TOKEN,
                "REDVEST_API_URL": self.url,
                "REDVEST_DATABASE_URL": self.database_url,
                **settings,
            }
        )
        self.app = App(self.settings, now=self.clock.now)
        await self.app.start()
        # What the sender found waiting when it began would wait for a second of this clock.
        while not self.app._sender._leading:  # noqa: ASYNC110 - nothing tells when it leads
            await asyncio.sleep(0)

    async def close(self) -> None:
        await self.app.stop()

    @asynccontextmanager
    async def running(self, **settings: str) -> AsyncIterator["Street"]:
        """The bot runs meanwhile, with further settings if need be."""
        await self.open(**settings)
        try:
            yield self
        finally:
            await self.close()


@pytest.fixture(scope="session")
def settled(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the community, imported, to copy: to import it anew for each story takes as long as the
    story."""
    folder = tmp_path_factory.mktemp("settled")
    shutil.copyfile(sqlite_template, folder / DATABASE)
    asyncio.run(settle(folder, GRIDS, PEOPLE, MORNING))
    return folder


@pytest.fixture
async def quiet_street(tmp_path: Path, settled: Path) -> AsyncIterator[Street]:
    """A street with its community, at nine in the morning; the bot is not running yet. Whatever it calls has
    to fit the Bot API."""
    judge = strict.judge()
    assert judge
    tg = Telegram(token=TOKEN, clock=Clock(MORNING), judge=judge)
    async with serve(tg) as server:
        shutil.copytree(settled, tmp_path, dirs_exist_ok=True)
        yield Street(tg, tmp_path, server.url)
    assert not judge.refusals + judge.mistakes


@pytest.fixture
async def street(quiet_street: Street) -> AsyncIterator[Street]:
    """The bot is running, by polling."""
    async with quiet_street.running() as street:
        yield street


@pytest.fixture
async def webhook_street(quiet_street: Street, free_port: int) -> AsyncIterator[Street]:
    """The bot is running, by webhook."""
    url, listen = f"http://127.0.0.1:{free_port}/hook", f"127.0.0.1:{free_port}"
    async with quiet_street.running(REDVEST_WEBHOOK_URL=url, REDVEST_LISTEN=listen) as street:
        yield street


@pytest.fixture
def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def reported(street: Street) -> Callable[..., Awaitable[str]]:
    """Makes a request of no kind from the poster at the door; its number, as people see it."""

    async def report(resident: Person, code: str = "JX3-2", words: str = "水管漏水") -> str:
        resident.start(f"at_{code}")
        await street.sees(resident, "请说说哪里有什么问题")
        resident.says(words)
        await street.leaves_the_kind_open(resident)
        answer = await street.taps(resident, "提交")
        return (answer.text or "").removeprefix("已提交 ")

    return report


@pytest.fixture
def somewhere(street: Street) -> Callable[..., Awaitable[str]]:
    """Makes a report whose resident does not know where, nor is any place shown for `place` the right one, so
    that it waits for the office; its number."""

    async def report(resident: Person, words: str = "路上有个坑", place: str = "") -> str:
        resident.says("我要反映")
        await street.sees(resident, "请说说哪里有什么问题")
        resident.says(words)
        await street.sees(resident, words, "道路", "在哪里")
        if place:
            resident.says(place)
            await street.sees(resident, place, "是下面哪一个")
            await street.taps(resident, "都不是", words, "道路")
        await street.taps(resident, "不清楚", words, "道路")
        await street.sees(resident, words, "还不清楚", "由社区来核实")
        answer = await street.taps(resident, "提交", words)
        return (answer.text or "").removeprefix("已提交 ")

    return report
