"""The page of the sandbox in a real Chromium, played as people play it: by what can be seen and tapped.

`sandbox` is `redvest sandbox` as a process, one for each module; `window` is a browser's window on it, one
for each test. Both are looked through at the end: nothing alarming on stderr or in the browser's console,
nothing asked of any other host. Playwright's objects live in one event loop for the whole run, so each
module says `pytestmark = pytest.mark.asyncio(loop_scope="session")`.
"""

import asyncio
import contextlib
import os
import re
import shutil
import struct
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import psutil
import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    Error,
    FilePayload,
    Locator,
    Page,
    Playwright,
    async_playwright,
    expect,
)

from bot.texts import plain_text
from sandbox.sample.cast import BY_KEY

CHOICE = "REDVEST_TEST_BROWSER"  # a path, or "required"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
)
PATIENCE = 20.0
"""Seconds anything on the page may take: what is there is seen at once, and a slow machine is not a fault."""
STARTING = 90.0
ENDING = 20.0
WAYS = {"page-trouble": "page-trouble", "page-calls": "page-calls-short"}
"""What the button is called that leads to a tab of the drawer."""
OWN_NAMES = {"zh-CN": "中文", "en": "English"}
WIDE = {"width": 2000, "height": 1000}
FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=PATIENCE * 1000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    if call.when == "setup" and report.skipped:  # said once for all, not of each test
        report.longrepr = (__file__, 1, report.longrepr[2])
    return report


# The browser


def chromiums(own: str) -> list[str]:
    """Where a Chromium may be, the likeliest first; ``own`` is where Playwright would keep one."""
    chosen = os.environ.get(CHOICE, "")
    if chosen and chosen != "required":
        return [chosen]
    found = [path for path in map(shutil.which, NAMES) if path]
    return [*found, *([own] if Path(own).exists() else [])]


async def started(playwright: Playwright) -> Browser | None:
    """The first Chromium that starts; None where there is none."""
    for path in chromiums(playwright.chromium.executable_path):
        with contextlib.suppress(Error):
            return await playwright.chromium.launch(executable_path=path, headless=True, args=QUIET)
    return None


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium for the whole run."""
    async with async_playwright() as playwright:
        chromium = await started(playwright)
        if chromium is None:
            if os.environ.get(CHOICE):
                pytest.fail(f"no Chromium here that starts, though {CHOICE} asks for one")
            pytest.skip(
                f"no Chromium here: the tests in a browser were skipped; install chromium or set {CHOICE}"
            )
        yield chromium
        await chromium.close()


# The sandbox


class Sandbox(NamedTuple):
    """A running sandbox: its page's address, and its process."""

    address: str
    process: psutil.Process


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def sandbox(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Sandbox]:
    """`redvest sandbox` as anybody starts it, with no settings; it must end well and leave nobody behind.

    Nothing may be said on stderr but the events that a module has as LOGGED.
    """
    folder = tmp_path_factory.mktemp("sandbox")  # no .env in it
    clean = {name: value for name, value in os.environ.items() if not name.startswith("REDVEST_")}
    command = (sys.executable, "-m", "bot", "sandbox", "--port", "0", "--no-browser")
    with (folder / "stderr").open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=folder, env=clean, stdout=asyncio.subprocess.PIPE, stderr=stderr
        )
    try:
        async with asyncio.timeout(STARTING):
            address = await _address(process)
        assert address, (folder / "stderr").read_text("utf-8")
        watched = psutil.Process(process.pid)
        family = [watched, *watched.children(recursive=True)]
        yield Sandbox(address, watched)
        process.terminate()
        async with asyncio.timeout(ENDING):
            assert await process.wait() == 0
        assert not [each for each in family if each.is_running()]
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        said = (folder / "stderr").read_text("utf-8").splitlines()
    logged: tuple[str, ...] = getattr(request.module, "LOGGED", ())
    assert [line for line in said if not any(f'event="{event}"' in line for event in logged)] == []


async def _address(process: asyncio.subprocess.Process) -> str:
    """Where the page is; "" when it ended instead."""
    assert process.stdout
    async for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line.decode()):
            return found[0]
    return ""


# What people see and do


class Window:
    """A window of the browser with the page in it. Words of the page are named by the keys of its texts."""

    def __init__(self, page: Page, address: str, *, touch: bool = False) -> None:
        self.page, self.address, self.touch = page, address, touch
        self.language = "zh-CN"
        self.alarms: list[str] = []
        self.may_be_refused = False
        """Whether an act is refused on purpose: Chromium writes each refusal into its console."""
        page.context.on("console", lambda message: self._noticed(message.type, message.text))
        page.context.on("weberror", lambda error: self.alarms.append(str(error.error)))
        page.context.on("request", lambda request: self._asked(request.url))

    def _noticed(self, kind: str, words: str) -> None:
        if kind in ("error", "warning") and not (self.may_be_refused and " 409 " in words):
            self.alarms.append(words)

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("blob", "data") and parts.netloc != urlsplit(self.address).netloc:
            self.alarms.append(f"another host was asked: {url}")

    async def goes(self) -> None:
        """Open the page, or open it anew."""
        await self.page.goto(self.address)
        await self.page.get_by_role("main").wait_for()

    def text(self, key: str, **values: object) -> str:
        """The page's words, in its language."""
        return plain_text(self.language, key, **values)

    def button(self, key: str, **values: object) -> Locator:
        """A button around the phones."""
        return self.page.get_by_role("button", name=self.text(key, **values), exact=True)

    async def press(self, what: Locator) -> None:
        """By mouse, or by finger where there is no mouse."""
        await (what.tap() if self.touch else what.click())

    async def open(self, key: str) -> "Phone":
        """Somebody's phone, brought to the screen if it is not there."""
        phone, person = Phone(self, key), BY_KEY[key]
        name = person.latin if self.language == "en" else person.name
        chips = self.page.get_by_role("navigation", name=self.text("page-people"))
        chip = chips.get_by_role("button", name=re.compile(f"^{self.text('page-chip', name=name)}"))
        if await phone.whole.is_visible():
            return phone
        if await chip.is_visible():
            await self.press(chip)
        else:
            await self.press(self.button("page-add-phone"))
            picker = self.page.get_by_role("dialog", name=self.text("page-pick-title"))
            await picker.get_by_role("searchbox").fill(person.name)
            await self.press(picker.get_by_role("button", name=re.compile(re.escape(person.name))))
        await expect(phone.whole).to_be_visible()
        return phone

    async def puts_away(self, key: str) -> None:
        """Take somebody's phone off the screen."""
        name = BY_KEY[key].name
        await self.press(Phone(self, key).button("page-phone-close-phone", name=name))

    async def speaks(self, language: str) -> None:
        """Let the page, and what people get from now on, be in this language."""
        await self.press(self.page.get_by_role("button", name=OWN_NAMES[language], exact=True))
        self.language = language
        await expect(self.page.locator("html")).to_have_attribute("lang", language)
        await expect(self.page.get_by_text(self.text("page-language-told"))).to_be_visible()

    @property
    def clock(self) -> Locator:
        """The time in the sandbox, and its day."""
        return self.page.get_by_role("timer", name=self.text("page-clock"))

    async def time(self) -> time:
        """The time on the clock."""
        found = re.search(r"(\d\d):(\d\d)", await self.clock.inner_text())
        assert found
        return time(int(found[1]), int(found[2]))

    async def passes_ten(self) -> None:
        """Ten minutes go by; the clock runs on meanwhile."""
        before = datetime.combine(date.min, await self.time())
        await self.press(self.button("page-time-ten"))
        later = [(before + timedelta(minutes=10 + more)).strftime("%H:%M") for more in range(3)]
        await expect(self.clock).to_contain_text(re.compile("|".join(later)))

    async def passes_to_deadline(self) -> None:
        """Time goes by until the next deadline."""
        words, *_ = self.text("page-time-next", time="@", number="@").split("@")
        next_ = self.page.get_by_role("button", name=re.compile(f"^{words}.*\\d\\d:\\d\\d"))
        until = re.search(r"\d\d:\d\d", await next_.inner_text())
        assert until
        await self.press(next_)
        await expect(self.clock).to_contain_text(until[0])

    async def turns_to(self, key: str) -> Locator:
        """The drawer at the right, open at this tab; what stands there."""
        panel = self.page.get_by_role("tabpanel", name=self.text(key))
        if not await panel.is_visible():
            await self.press(self.page.get_by_role("button", name=self.text(WAYS[key]), exact=True))
        await expect(panel).to_be_visible()
        return panel

    async def switches(self, kind: str, *, on: bool) -> None:
        """One of Telegram's bad days begins, or is over."""
        panel = await self.turns_to("page-trouble")
        switch = panel.get_by_role("switch", name=self.text(f"page-trouble-{kind}"))
        await expect(switch).to_be_checked(checked=not on)
        await self.press(switch)
        await expect(switch).to_be_checked(checked=on)

    async def upsets(self, whom: str, name: str, key: str, **values: object) -> None:
        """Let somebody, or a group, of this name do what upsets a bot; ``whom`` is "person" or "group"."""
        panel = await self.turns_to("page-trouble")
        await panel.get_by_label(self.text(f"page-trouble-{whom}")).select_option(label=name)
        await self.press(panel.get_by_role("button", name=self.text(key, **values), exact=True))

    async def kills_the_bot(self) -> None:
        """As a power cut would."""
        panel = await self.turns_to("page-trouble")
        await self.press(panel.get_by_role("button", name=self.text("page-bot-kill")))
        await expect(panel.get_by_role("status")).to_have_text(self.text("page-bot-stopped"))

    async def starts_the_bot(self) -> None:
        """After it was killed."""
        panel = await self.turns_to("page-trouble")
        await self.press(panel.get_by_role("button", name=self.text("page-bot-launch")))
        await expect(panel.get_by_role("status")).to_have_text(self.text("page-bot-running"))


class Phone:
    """Somebody's phone in a window."""

    def __init__(self, window: Window, key: str) -> None:
        self.window, self.key = window, key
        self.whole = window.page.locator(f'section.phone[data-person="{key}"]')
        self.messages = self.whole.get_by_role("log").locator("[data-message]")

    @property
    def photo(self) -> Locator:
        """The newest photo in the open chat."""
        return self.messages.get_by_role("img", name=self.window.text("page-phone-kind-photo")).last

    def button(self, key: str, **values: object) -> Locator:
        """A button of the phone itself, by the key of its words."""
        return self.whole.get_by_role("button", name=self.window.text(key, **values), exact=True)

    def sheet(self, key: str, **values: object) -> Locator:
        """What has slid over the phone under this title."""
        return self.whole.get_by_role("dialog", name=self.window.text(key, **values))

    def chat(self, title: str = "") -> Locator:
        """A line in the list of chats: that of the bot, or of a group."""
        title = title or self.window.text("page-phone-bot")
        return self.whole.get_by_role("button", name=re.compile(f"^{re.escape(title)}"))

    def unread(self, title: str = "") -> Locator:
        """The mark of what is new in that chat."""
        return self.chat(title).get_by_label(re.compile(self.window.text("page-phone-unread", count=r"\d+")))

    async def leaves_the_chat(self) -> None:
        """Go back to the list of chats."""
        await self.window.press(self.button("page-phone-back"))

    async def enters(self, title: str = "") -> None:
        """Open the chat with the bot, or a group's."""
        if await self.button("page-phone-back").is_visible():
            await self.leaves_the_chat()
        await self.window.press(self.chat(title))
        await expect(self.whole.get_by_role("log")).to_be_visible()

    async def chooses(self, *keys: str) -> None:
        """Tap one thing after the other in the sheets of the phone."""
        for key in keys:
            name = re.compile(f"^{re.escape(self.window.text(key))}")
            await self.window.press(self.whole.get_by_role("dialog").get_by_role("button", name=name))

    async def scans(self, door: str) -> None:
        """Scan the poster at a door."""
        await self.window.press(self.button("page-phone-attach"))
        await self.chooses("page-phone-doors")
        doors = self.sheet("page-phone-doors")
        await doors.get_by_role("searchbox").fill(door)
        await self.window.press(doors.get_by_role("button", name=re.compile(f"^{door}")))

    async def says(self, words: str) -> None:
        """Write it and send it."""
        field = self.whole.get_by_role("textbox", name=self.window.text("page-phone-write"))
        await field.fill(words)
        await self.window.press(self.button("page-phone-send"))
        await expect(field).to_have_value("")

    async def sends(self, sample: str, caption: str = "") -> None:
        """Send one of the pictures that come with the sandbox, by the key of its name."""
        await self.window.press(self.button("page-phone-attach"))
        await self.chooses("page-phone-sample-pictures", sample)
        await self._sends_off(caption)

    async def uploads(self, *files: FilePayload, caption: str = "") -> None:
        """Send pictures of one's own."""
        await self.window.press(self.button("page-phone-attach"))
        async with self.window.page.expect_file_chooser() as choosing:
            await self.chooses("page-phone-own-pictures")
        await (await choosing.value).set_files(files)
        await self._sends_off(caption)

    async def _sends_off(self, caption: str) -> None:
        ready = self.sheet("page-phone-preview")
        await ready.get_by_role("textbox").fill(caption)
        await self.window.press(
            ready.get_by_role("button", name=self.window.text("page-phone-send"), exact=True)
        )
        await expect(ready).to_be_hidden()

    def message(self, *words: str, label: str = "") -> Locator:
        """The newest message in the open chat with all these words, and with this button."""
        found = self.messages
        for each in words:
            found = found.filter(has_text=each)
        if label:
            found = found.filter(has=self.window.page.get_by_role("button", name=label, exact=True))
        return found.last

    async def sees(self, *words: str) -> Locator:
        """Wait for a message with all these words; the newest such."""
        await expect(self.message(*words), " … ".join(words)).to_be_visible()
        return self.message(*words)

    async def taps(self, label: str, *words: str) -> None:
        """Tap the button under the newest message that has it, and these words."""
        message = self.message(*words, label=label)
        await self.window.press(message.get_by_role("button", name=label, exact=True))

    async def reports(self, words: str, door: str = "松柏苑2号楼1单元") -> str:
        """Report it from a door in words, in the shortest way; the number."""
        await self.enters()
        await self.scans(door)
        await self.says(words)
        await self.taps("提交", words)
        receipt = await self.sees("收到了", words)
        return (await receipt.inner_text()).split("#")[1].split()[0]

    async def sees_photo(self) -> None:
        """Wait until a photo has come, and can be looked at."""
        await expect(self.photo).to_be_visible()
        await expect(self.photo).not_to_have_js_property("naturalWidth", 0)

    async def presses(self, label: str) -> None:
        """Press a key of the reply keyboard."""
        keys = self.whole.get_by_role("group", name=self.window.text("page-phone-keys"))
        await self.window.press(keys.get_by_role("button", name=label, exact=True))

    async def is_told(self, *words: str) -> None:
        """Wait for a toast."""
        toast = self.whole.get_by_role("status")
        for each in words:
            await expect(toast).to_contain_text(each)


Opening = Callable[..., Awaitable[Window]]


@pytest_asyncio.fixture(loop_scope="session")
async def opening(
    browser: Browser, sandbox: Sandbox, request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[Opening]:
    """``await opening(viewport=…)``: another window, of a browser that knows nothing of earlier ones."""
    windows: list[Window] = []

    async def open_window(**options: Any) -> Window:
        context = await browser.new_context(**{"viewport": WIDE, "locale": "zh-CN", **options})
        context.set_default_timeout(PATIENCE * 1000)
        window = Window(await context.new_page(), sandbox.address, touch=options.get("has_touch", False))
        windows.append(window)
        await window.goes()
        return window

    yield open_window
    for number, window in enumerate(windows):
        if request.node.stash.get(FAILED, False):
            picture = tmp_path / f"window-{number}.png"
            await window.page.screenshot(path=picture)
            print(f"what the window showed: {picture}")
        await window.page.context.close()
    assert [alarm for window in windows for alarm in window.alarms] == []


@pytest_asyncio.fixture(loop_scope="session")
async def window(opening: Opening) -> Window:
    """A wide window with the page in it."""
    return await opening()


def _png(side: int) -> bytes:
    """A grey square, as any browser reads it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x99" * side) * side
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="session")
def picture() -> FilePayload:
    """A picture from somebody's own machine."""
    return {"name": "mine.png", "mimeType": "image/png", "buffer": _png(64)}
