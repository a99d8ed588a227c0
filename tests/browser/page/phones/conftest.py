"""The page in a real Chromium, fed by an invented play.

`play` begins anew for each test with four people whose phones lie side by side and are empty: `play.ann`,
`bob`, `cai` and `dan`. Their ids are others each time, so every phone is new while the page stays. The page's
acts are taken by `await play.act()`; none may be left at the end, nor anything alarming in the console.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.texts import plain_text

Json = dict[str, Any]

PATIENCE = 30.0
"""Seconds anything may take: a slow machine is not a fault."""
WIDE = {"width": 1600, "height": 840}
KEYS = {"ann": "resident-wang", "bob": "leader-01", "cai": "volunteer-4", "dan": "secretary"}
"""Whose phones the page opens at first."""
AT = "2026-03-03T09:00:12+08:00"
LOUD = ("error", "warning")
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Phone:
    """Somebody's phone, open at their chat with the bot."""

    def __init__(self, play: "Play", name: str, number: int) -> None:
        self.play, self.name, self.id = play, name.title(), number
        self.key = KEYS[name]
        self.whole = play.page.locator(f'section.phone[data-person-id="{number}"]')
        self.log = self.whole.get_by_role("log")
        self.messages = self.log.locator("[data-message]")
        self.toast = self.whole.get_by_role("status")
        self.sheet = self.whole.get_by_role("dialog")
        self.alert = self.whole.get_by_role("alertdialog")

    @property
    def person(self) -> Json:
        """Who they are, as the page is told."""
        who = {
            "id": self.id,
            "key": self.key,
            "name": self.name,
            "latin": self.name,
            "posts": [],
            "home": "House 1",
        }
        states = {"started": True, "blocked": False, "deactivated": False}
        commands = {str(self.id): [{"command": "report", "description": "Say what is wrong"}]}
        return {**who, **states, "reads": "en", "phone": f"+86{self.id}", "commands": commands}

    @property
    def chat(self) -> Json:
        """Their chat with the bot, as the page is told."""
        return self.play.chat(self.id, "private", person=self.id)

    @property
    def field(self) -> Locator:
        """Where they write."""
        return self.whole.locator(".composer").get_by_role("textbox")

    def button(self, key: str, **values: object) -> Locator:
        """A button of the phone, by the key of its words."""
        return self.called(self.play.text(key, **values))

    def called(self, words: str) -> Locator:
        """A button of the phone, by its words."""
        return self.whole.get_by_role("button", name=words, exact=True)

    def message(self, told: Json) -> Locator:
        """That message on the screen."""
        return self.log.locator(f'[data-message="{told["id"]}"]')

    async def gets(self, html: str = "", **more: Any) -> Json:
        """A message from the bot, in their own chat unless another is said; waits until it stands there."""
        told = self.play.message(more.pop("chat", self.id), html, **more)
        self.play.tell(messages=[told])
        await expect(self.message(told)).to_be_attached()
        return told

    def line(self, title: str) -> Locator:
        """A chat in the list of chats."""
        name = self.play.page.get_by_text(title, exact=True)
        return self.whole.locator("button.chat").filter(has=name)

    async def opens(self, title: str) -> None:
        """Leave the chat that is open, and open this one."""
        await self.button("page-phone-back").click()
        await self.line(title).click()
        await expect(self.log).to_be_visible()

    async def chooses(self, *words: str) -> None:
        """Tap one thing after the other in what slides over the phone."""
        for each in words:
            await self.sheet.locator(
                "button.action", has=self.play.page.get_by_text(each, exact=True)
            ).click()

    async def to_end(self) -> float:
        """Pixels from what is seen to the end of the chat, when all has been drawn."""
        await self.play.page.evaluate(TWO_FRAMES)
        return await self.log.evaluate("e => e.scrollHeight - e.scrollTop - e.clientHeight")


class Play:
    """The page, and all that it is told."""

    def __init__(self, server: Any, page: Page) -> None:
        self.server, self.page, self.tell = server, page, server.tell
        self.language = "en"
        self.expected: set[str] = set()
        """What may be said in the console: Chromium writes each refusal there."""
        self._alarms: list[str] = []
        self._numbers = itertools.count(1)
        page.on("console", lambda line: self._alarms.append(line.text) if line.type in LOUD else None)
        page.on("pageerror", lambda error: self._alarms.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.server.address, "blob:", "data:")):
            self._alarms.append(f"another host was asked: {url}")

    def button(self, key: str, **values: object) -> Locator:
        """A button around the phones, by the key of its words."""
        return self.page.get_by_role("button", name=self.text(key, **values), exact=True)

    async def begins(self) -> None:
        """Everything anew, in English; waits for the empty phones."""
        self.server.refusal, self.server.is_open = "", True
        self.expected.clear()
        if self.language != "en":
            await self.speaks("en")
        self.ann, self.bob, self.cai, self.dan = (Phone(self, name, next(self._numbers)) for name in KEYS)
        self.phones = (self.ann, self.bob, self.cai, self.dan)
        people = [phone.person for phone in self.phones]
        self.tell(fresh=True, people=people, chats=[phone.chat for phone in self.phones])
        await self.is_there()

    async def reloads(self) -> None:
        """Load the page again."""
        await self.page.reload()
        await self.is_there()

    async def is_there(self) -> None:
        """Wait for the four phones."""
        for phone in self.phones:
            await expect(phone.log).to_be_visible()

    async def speaks(self, language: str) -> None:
        """The page is read in another language, and so are the phones."""
        self.language = language
        await self.page.locator(f"button[lang={language}]").click()
        assert await self.act() == {"act": "speaks", "by": None, "language": language}
        await expect(self.page.locator("html")).to_have_attribute("lang", language)

    async def ends(self) -> None:
        """Look back: nothing was done but what was asked for, and nothing went wrong."""
        await self.page.evaluate(TWO_FRAMES)  # what was said in the console has arrived
        assert [self.server.acts.get_nowait() for _ in range(self.server.acts.qsize())] == []
        alarms = [words for words in self._alarms if not any(each in words for each in self.expected)]
        self._alarms.clear()
        assert alarms == []

    def text(self, key: str, **values: object) -> str:
        """The page's words."""
        return plain_text(self.language, key, **values)

    async def act(self) -> Json:
        """The next thing the page wants done."""
        return await asyncio.wait_for(self.server.acts.get(), PATIENCE)

    def chat(self, number: int, kind: str, **more: Any) -> Json:
        """A chat as the page is told."""
        empty = {"title": "", "person": None, "members": [], "admins": [], "bot": "administrator"}
        nothing = {"moved_to": None, "topics": [], "keys": None, "answer": None}
        return {"id": number, "kind": kind, **empty, **nothing, **more}

    def group(self, title: str, kind: str = "supergroup", **more: Any) -> Json:
        """A new group of all four; the page is told of it."""
        members = [phone.id for phone in self.phones]
        told = self.chat(-next(self._numbers), kind, **{"title": title, "members": members, **more})
        self.tell(chats=[told])
        return told

    def message(self, chat: int, html: str = "", *, by: Phone | None = None, **more: Any) -> Json:
        """A message as the page is told; of the bot, unless it is by somebody."""
        sender = {"by": by and by.id, "from": by.name if by else "Redvest", "bot": by is None}
        words = {"html": html, "text": html, "at": AT, "edited": False, "forward": "", "dice": ""}
        nothing = dict.fromkeys(("media", "album", "reply", "location", "contact", "poll", "topic"))
        service = {"service": "", "service_name": "", "buttons": []}
        return {"chat": chat, "id": next(self._numbers), **sender, **words, **nothing, **service, **more}

    def acted(self, phone: Phone) -> None:
        """Somebody has done something; from then on the page takes nothing for the beginning."""
        self.tell(acts=[{"no": next(self._numbers), "at": AT, "by": phone.id, "name": "says", "words": ""}])

    def refuses(self, words: str) -> None:
        """From now on every act is refused, in these words."""
        self.server.refusal = words
        self.expected.add(" 409 ")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def opened(browser: Browser, server: Any) -> AsyncIterator[Play]:
    """A window with the page in it, for all tests."""
    context = await browser.new_context(viewport=WIDE, locale="en", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    made = Play(server, await context.new_page())
    await made.page.goto(server.address)
    yield made
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def play(opened: Play) -> AsyncIterator[Play]:
    """The page with four empty phones."""
    await opened.begins()
    yield opened
    await opened.ends()
