"""The street with a building that has a deputy as well, and whoever goes on leave there."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox import Answer, Person

PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
周副楼长,deputy,JX3,,2005
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
赵志愿,volunteer,JX,,2006
"""
NEXT_IN_LINE = "由下一位负责人接"


@pytest.fixture
async def town(street):
    """The street, whose building has a deputy as well."""
    await street.settle(people=PEOPLE)
    return street


@pytest.fixture
def goes_on_leave(town) -> Callable[..., Awaitable[Answer]]:
    """`await goes_on_leave(li, "就今天 · 3月3日周二", with_whom=…)`, from the desk: whoever is not
    proposed (by their label, 不指定 too) is chosen first."""

    async def go(who: Person, until: str, *, with_whom: str) -> Answer:
        words = NEXT_IN_LINE if with_whom == "不指定" else with_whom
        who.says("/desk")
        await town.taps(who, "请假", "工作台")
        card = await town.sees(who, "请假到哪天", "这段时间")
        if words not in card.text and with_whom == "不指定":
            await town.taps(who, with_whom, "请假到哪天")
        elif words not in card.text:
            await town.taps(who, "换个人接" if "换个人接" in card.labels else "找人替我接", "请假到哪天")
            await town.taps(who, with_whom, "谁替您接")
        return await town.taps(who, until, words)

    return go
