"""The sandbox's clock, and what it brings to people's phones."""

import re
from datetime import date, time

import pytest
from playwright.async_api import expect

from bot.dispatch.worktime import is_working_day

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def day_of(window):
    """The day on the clock, this year."""
    month, day = re.search(r"(\d+)月(\d+)日", await window.clock.inner_text()).groups()
    return date(date.today().year, int(month), int(day))  # noqa: DTZ011 - the clock has no year


async def test_it_begins_on_a_working_morning_and_ten_minutes_are_ten_minutes(window):
    assert time(9) <= await window.time() < time(9, 10)
    assert is_working_day(await day_of(window))
    await window.passes_ten()
    await window.passes_ten()
    assert time(9, 20) <= await window.time() < time(9, 40)


async def test_who_sleeps_is_reminded_at_the_next_deadline_and_overtaken_by_the_morning(window):
    wang, li = await window.open("resident-wang"), await window.open("leader-01")
    chen = await window.open("building-01-2")
    await chen.enters()
    number = await wang.reports("楼道里的灯不亮了")
    await chen.sees(number, "新诉求")

    await expect(window.page.get_by_role("button", name=f"#{number}")).to_be_visible()
    await window.passes_to_deadline()
    await chen.sees(number, "催办")

    today = await day_of(window)
    await window.press(window.button("page-time-morning"))
    await expect(window.clock).to_contain_text("09:0")
    assert (await day_of(window)) > today
    await li.enters()
    await li.sees(number, "升级督办")
