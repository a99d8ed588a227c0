"""Makes the documentation's pictures: the page of the sandbox in a headless Chromium, amid a story.

    .venv/bin/python docs/pictures/make.py [NAME …]

Needs a Chromium (the one on the PATH, or Playwright's own) and a Chinese font. Each picture is of a play of
its own that begins on the same morning, so only the numbers of requests differ from run to run.
"""

import asyncio
import json
import shutil
import sys
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.texts import plain_text
from sandbox.play.guide import Guide
from sandbox.play.page import open_page
from sandbox.play.play import Play, playing
from sandbox.sample.cast import GROUPS

HERE = Path(__file__).parent
MORNING = datetime(2026, 3, 3, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
GROUP = next(group.title for group in GROUPS if group.key == "compound")
WANG, CHEN, LI = "resident-wang", "building-01-2", "leader-01"
TIAN, WU = "volunteer-4", "volunteer-5"
COLOURS = 256
SETTLING = 5.0
"""Seconds of the sandbox's time after each step, so that nothing of it is still on its way."""
STILL = 1.0
"""Seconds until nothing on the page moves any more."""


class Picture(NamedTuple):
    """What is to be seen: how far a story has gone (its next step; 0: to its end), on whose phones, which of
    them in the group, which without the keys below, which at their photo, and what else is open."""

    language: str
    size: ViewportSize
    story: str
    step: int
    phones: tuple[str, ...]
    in_group: tuple[str, ...] = ()
    without_keys: tuple[str, ...] = ()
    at_photo: tuple[str, ...] = ()
    opens: str = ""


FOUR = (WANG, CHEN, TIAN, WU)
PICTURES = {
    "story": Picture("zh-CN", WIDE, "drain", 11, FOUR, (WU,), (WANG, TIAN), (WANG,)),
    "end": Picture("zh-CN", WIDE, "drain", 0, FOUR, (WU,), (WANG, TIAN)),
    "english": Picture("en", WIDE, "drain", 11, FOUR, (WU,), (WANG, TIAN), (WANG,)),
    "phone": Picture("en", NARROW, "drain", 4, (CHEN,), without_keys=(CHEN,)),
    "trouble": Picture("zh-CN", WIDE, "silence", 6, (CHEN, LI), opens="page-trouble"),
    "calls": Picture("zh-CN", WIDE, "drain", 8, (CHEN, TIAN), (TIAN,), opens="page-calls-short"),
}


async def make(browser: Browser, picture: Picture, file: Path) -> None:
    """Play, take the picture, write it."""
    async with (
        playing(today=MORNING, zone=SHANGHAI, language=picture.language) as play,
        open_page(play, 0) as address,
    ):
        page = await browser.new_page(viewport=picture.size)
        open_phones = json.dumps({"open": picture.phones, "front": picture.phones[0]})
        await page.add_init_script(f"localStorage.setItem('redvest.layout', {json.dumps(open_phones)})")
        await page.goto(address)
        await page.get_by_role("main").wait_for()
        await play_to(play, picture)
        await arrange(page, picture)
        shot = Image.open(BytesIO(await page.screenshot()))
        shot.quantize(COLOURS).save(file, optimize=True)
        await page.close()


async def play_to(play: Play, picture: Picture) -> None:
    """The story goes on until its next step is this one, and all has been said that was to be said."""
    guide = play.guide = Guide(play, picture.story)
    while not guide.over and guide.view()["step"] != picture.step:
        await guide.do()
        await play.tg.quiet()
        await play.move_to(play.tg.clock.timestamp() + SETTLING)


async def arrange(page: Page, picture: Picture) -> None:
    """Open the chats and the drawer that are to be seen, and wait until nothing moves any more."""
    text = partial(plain_text, picture.language)
    for key in picture.phones:
        phone = page.locator(f'section.phone[data-person="{key}"]')
        if key in picture.in_group:
            await phone.get_by_role("button", name=text("page-phone-back"), exact=True).click()
            await phone.get_by_role("button", name=GROUP).click()
        await phone.get_by_role("log").wait_for()
        if key in picture.without_keys:
            await phone.get_by_role("button", name=text("page-phone-keys"), exact=True).click()
        if key in picture.at_photo:
            photo = phone.get_by_role("log").get_by_role("img").last
            await photo.evaluate("photo => photo.scrollIntoView({ block: 'start' })")
    if picture.opens:
        await page.get_by_role("button", name=text(picture.opens), exact=True).click()
    await page.mouse.move(0, 0)
    await expect(page.locator(".toast")).to_have_count(0)
    await asyncio.sleep(STILL)


async def main(names: list[str]) -> None:
    """Make these pictures, or all."""
    async with async_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name in names or PICTURES:
            file = HERE / f"{name}.png"
            await make(browser, PICTURES[name], file)
            print(f"{file.name}: {file.stat().st_size // 1000} kB")
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
