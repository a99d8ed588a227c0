"""Every corner has somebody, as it is seen: a place by a location, the numbers to call first, a leader's own
grid as a map, its posters, and a leave."""

import re

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

HERE = "石榴院"


async def sends_a_spot(phone, name):
    """Send the location of a place in the community."""
    await phone.window.press(phone.button("page-phone-attach"))
    await phone.chooses("page-phone-kind-location", "page-phone-spots")
    spots = phone.sheet("page-phone-spots")
    await spots.get_by_role("searchbox").fill(name)
    await phone.window.press(spots.get_by_role("button", name=name).first)


async def test_a_report_by_location_is_words_a_location_and_submit(window):
    luo = await window.open("resident-luo")
    await luo.enters()
    await luo.presses("我要反映")
    await luo.sees("哪里有什么问题")
    await luo.says("下水道堵了")
    await luo.sees("下水道堵塞")
    await sends_a_spot(luo, HERE)
    await luo.sees("下水道堵塞", "地点", HERE)
    await luo.taps("提交", HERE)
    await luo.sees("收到了", HERE)


async def test_where_there_is_a_fire_the_number_to_call_comes_first(window):
    luo = await window.open("resident-luo")
    await luo.enters()
    await luo.says("楼下着火了")
    card = await luo.sees("119")
    await expect(card.get_by_role("button", name="改类别")).to_have_count(0)
    await luo.taps("继续反映")
    await luo.sees("楼下着火了", "消防")
    await luo.taps("取消", "楼下着火了")


async def test_a_leader_sees_their_grid_as_a_map_has_its_posters_and_goes_on_leave(window):
    ma = await window.open("secretary")
    await ma.enters()
    await ma.presses("工作台")
    await ma.taps("🗺 我的网格")
    await ma.sees("向阳里社区")
    await ma.taps("图", "向阳里社区")
    await ma.sees_photo()
    await ma.sees("没办完")
    await ma.taps("海报", "向阳里社区")
    await ma.is_told("海报正在制作")

    await ma.presses("工作台")
    await window.press(ma.message("工作台").last.get_by_role("button", name=re.compile("^请假")).first)
    await ma.taps("再往后 →", "请假到哪天")
    await ma.taps("← 再往前", "请假到哪天")
    await window.press(ma.message("请假到哪天").get_by_role("button", name=re.compile(r"^\d+$")).first)
    await ma.sees("您请假到")
    await ma.taps("我回来了", "您请假到")
    await ma.sees("您现在在岗")
