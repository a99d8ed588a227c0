"""The page in both languages, and in a window as small as a phone."""

import re

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.texts import LANGUAGES
from sandbox.play.texts import page_texts

pytestmark = pytest.mark.asyncio(loop_scope="session")

SMALL = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LEAST = 44
"""Pixels that a finger needs."""
VISIBLE = """() => {
  const shown = (element) =>
    element.checkVisibility({visibilityProperty: true}) && !element.closest("[data-message]");
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (shown(walker.currentNode.parentElement)) found.push(walker.currentNode.data);
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
    if (shown(element))
      for (const name of ["aria-label", "placeholder", "title"]) found.push(element.getAttribute(name) ?? "");
  return [...new Set(found.map((each) => each.trim()).filter(Boolean))];
}"""
"""Every word of the page that can be seen or heard, without the messages in the chats."""


def foreign(language):
    """Finds a text of the other language that this one does not have."""
    other = next(each for each in LANGUAGES if each != language)
    own = set(page_texts(language).values())
    texts = [
        text
        for text in page_texts(other).values()
        if text not in own and len(re.sub(r"\{\w+\}|\W", "", text)) > 1
    ]
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)) for text in texts))


async def reads_well(window):
    """No key, no place left open, no text of the other language."""
    said = await window.page.evaluate(VISIBLE)
    assert len(said) > 20
    other = foreign(window.language)
    assert [
        each for each in said if re.search(r"\b(page|role)-[a-z]", each) or re.search(r"\{\w+\}", each)
    ] == []
    assert [each for each in said if other.fullmatch(each)] == []


async def looks_everywhere(window):
    """Everything there is around the phones, opened once."""
    await reads_well(window)
    for tab in ("page-trouble", "page-calls"):
        await window.turns_to(tab)
        await reads_well(window)
    for way in ("page-add-phone", "page-save"):
        await window.press(window.button(way))
        await reads_well(window)
        await window.page.keyboard.press("Escape")
    wang = await window.open("resident-wang")
    await window.press(wang.button("page-phone-attach"))
    await reads_well(window)
    await window.page.keyboard.press("Escape")


async def test_the_page_and_what_people_get_are_in_the_language_that_is_chosen(window):
    wang = await window.open("resident-wang")
    await wang.enters()
    await looks_everywhere(window)

    await window.speaks("en")
    await expect(window.page).to_have_title(window.text("page-title"))
    await looks_everywhere(window)
    await wang.says("/start")
    await wang.sees("Hello")
    await expect(wang.whole.get_by_role("button", name="My requests", exact=True)).to_be_visible()

    await window.goes()
    await expect(window.page.locator("html")).to_have_attribute("lang", "en")
    await window.speaks("zh-CN")
    await looks_everywhere(window)
    await wang.enters()
    await wang.says("/start")
    await expect(wang.whole.get_by_role("button", name="我的诉求", exact=True)).to_be_visible()


@pytest_asyncio.fixture(loop_scope="session")
async def small(opening):
    """A window of a phone, for fingers."""
    return await opening(**SMALL)


async def fits(window):
    """Nothing is cut at the sides."""
    wide = await window.page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
    assert wide <= 0


async def can_be_hit(*buttons):
    """Each is high enough for a finger."""
    for button in buttons:
        for each in await button.all():
            if await each.is_visible():
                box = await each.bounding_box()
                assert box["height"] >= LEAST, f"{await each.inner_text()} {box}"


async def test_a_report_goes_from_a_photo_to_submit_by_touch_in_a_window_of_a_phone(small, picture):
    wang = await small.open("resident-wang")
    await fits(small)
    await wang.enters()
    await fits(small)
    await small.press(wang.button("page-phone-attach"))
    await fits(small)
    await can_be_hit(wang.whole.get_by_role("dialog").get_by_role("button"))
    await small.page.keyboard.press("Escape")

    await wang.scans("松柏苑2号楼1单元")
    await wang.uploads(picture, caption="下水道堵了")
    card = await wang.sees("下水道堵了", "1 张照片", "请看看对不对")
    await fits(small)
    keys = wang.whole.get_by_role("group", name=small.text("page-phone-keys")).get_by_role("button")
    await can_be_hit(card.get_by_role("button", name=re.compile("提交|改类别|改地点|取消")), keys)
    await can_be_hit(*(wang.button(f"page-phone-{key}") for key in ("attach", "keys", "voice", "back")))
    await wang.taps("提交")
    number = await wang.sees("收到了", "陈德福")
    assert "#" in await number.inner_text()

    chen = await small.open("building-01-2")
    await chen.enters()
    await chen.taps("受理", "下水道堵了")
    await chen.is_told("已受理")
    await fits(small)


async def test_everything_around_the_phones_can_be_reached_and_hit_in_a_window_of_a_phone(small):
    await can_be_hit(small.button("page-menu"), small.button("page-add-phone"))
    await small.press(small.button("page-menu"))
    await fits(small)
    ways = ("page-time-ten", "page-time-morning", "page-trouble", "page-calls-short", "page-save")
    await can_be_hit(*(small.button(way) for way in ways))
    await small.press(small.button("page-trouble"))
    panel = small.page.get_by_role("tabpanel", name=small.text("page-trouble"))
    await expect(panel).to_be_visible()
    await fits(small)
    await can_be_hit(panel.get_by_role("switch"), panel.get_by_role("button"), panel.get_by_role("combobox"))
    await small.press(small.button("page-close").last)
    await expect(panel).to_be_hidden()
    await small.press(small.button("page-add-phone"))
    await fits(small)
    await can_be_hit(small.page.get_by_role("dialog").get_by_role("button"))
