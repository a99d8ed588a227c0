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


@pytest.fixture
async def town(street):
    """The street, whose building has a deputy as well."""
    await street.settle(people=PEOPLE)
    return street


@pytest.fixture
def goes_on_leave(town) -> Callable[..., Awaitable[Answer]]:
    """`await goes_on_leave(li, "3", with_whom=…)`, from the desk: whoever that does not offer
    (by name, or name and post; 不指定 too) is chosen among the names."""

    async def go(who: Person, until: str, *, with_whom: str) -> Answer:
        name = with_whom.split(" · ", maxsplit=1)[0]
        just_this = "请假，不指定人" if with_whom == "不指定" else f"请假，{name}接"
        who.says("/desk")
        card = await town.sees(who, "工作台")
        await town.becomes(lambda: any(label.startswith("请假") for label in card.labels))
        away = [label for label in card.labels if label.startswith("请假")]
        await town.taps(who, just_this if just_this in away else away[0], "工作台")
        if just_this not in away and with_whom != "不指定":
            card = await town.sees(who, "请假到哪天", "这段时间")
            await town.taps(who, "换个人接", "请假到哪天")
            await town.becomes(lambda: "谁替您接" in card.text)
            await town.taps(who, next(label for label in card.labels if name in label), "谁替您接")
        return await town.taps(who, until, "由下一位负责人接" if with_whom == "不指定" else with_whom)

    return go
