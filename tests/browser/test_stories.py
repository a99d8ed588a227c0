"""The guide's strip follows a story; a story can be watched; both can be put away."""

import pytest
from playwright.async_api import expect

from sandbox.play.steps import Waits
from sandbox.play.stories import STORIES

pytestmark = pytest.mark.asyncio(loop_scope="session")

STORY = STORIES["silence"]
STEPS = len(STORY.steps)
ESCALATED = 2 + max(at for at, step in enumerate(STORY.steps) if isinstance(step, Waits))
"""The step before which the level above has heard of it."""


def strip(window):
    return window.page.get_by_role("region", name=window.text("page-guide"), exact=True)


async def begins(window, how, title):
    """Choose one among the stories, to follow it or to watch it."""
    if await strip(window).is_visible():
        await window.press(strip(window).get_by_role("button", name=window.text("page-guide-close")))
    await window.press(window.button("page-guide"))
    stories = window.page.get_by_role("dialog", name=window.text("page-stories"))
    await window.press(
        stories.get_by_role("button", name=window.text(how, title=window.text(title)), exact=True)
    )
    await expect(strip(window)).to_be_visible()


async def is_at(window, step):
    await expect(strip(window)).to_contain_text(window.text("page-guide-step", step=step, of=STEPS))


async def test_the_guide_leads_through_a_story_whoever_does_the_steps(window):
    wang, li = await window.open("resident-wang"), await window.open("leader-01")
    await begins(window, "page-story-follow-named", STORY.title)
    do_it = strip(window).get_by_role("button", name=window.text("page-guide-do"))
    await is_at(window, 1)
    await window.press(do_it)
    await is_at(window, 2)
    await wang.sees("请说说哪里有什么问题")
    await wang.says("楼道里的灯不亮了")  # by hand
    await is_at(window, 3)
    for step in range(4, STEPS + 1):
        await window.press(do_it)
        await is_at(window, step)
        if step == ESCALATED:
            await li.sees("升级督办")
    await window.press(do_it)
    await expect(strip(window)).to_contain_text(window.text("page-guide-over"))
    await wang.sees("您的评价：★★★★")

    await window.press(strip(window).get_by_role("button", name=window.text("page-guide-close")))
    await expect(strip(window)).to_be_hidden()
    await wang.says("谢谢")
    await wang.sees("收到，谢谢")
    await expect(strip(window)).to_be_hidden()


async def test_a_story_that_is_watched_goes_on_by_itself_until_it_is_put_away(window):
    wang = await window.open("resident-wang")
    await begins(window, "page-story-replay-named", STORY.title)
    await expect(strip(window)).to_contain_text(window.text("page-guide-replaying"))
    await expect(strip(window)).to_contain_text(window.text("page-guide-step", step=3, of=STEPS))
    await wang.sees("请看看对不对")
    await window.press(strip(window).get_by_role("button", name=window.text("page-guide-close")))
    await expect(strip(window)).to_be_hidden()
