"""Why a request came to whom it came to, in words: every way of being chosen, past every kind of skip."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.cards.page import Page
from bot.cards.reasons import reasons
from bot.dispatch import routing
from bot.dispatch.policy import Policy
from bot.dispatch.routing import First
from bot.dispatch.rules import Rules
from bot.texts import LANGUAGES
from storage.answering import Answerer, Delegate
from storage.records import Act, Event, Grid, Lane, Message, Person, Role

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)
RULES = Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai"))
BUILDING, COMPOUND, TOWN = (
    Grid(id_, name, name, "level", parent, False, None, (), None)
    for id_, name, parent in ((3, "3号楼", 2), (2, "锦绣苑", 1), (1, "向阳社区", None))
)
MARKET = Grid(4, "M", "向阳市场", "market", 1, True, None, (), None)
NAMES = {
    1: "李楼长",
    2: "陈网格长",
    3: "小王",
    4: "小李",
    5: "钱长",
    6: "小张",
    7: "小赵",
    8: "王阿姨",
    9: "郑师傅",
}
PROPERTY, WATER = First("property", "trustee"), First("自来水公司", "")
ASKER = 8
"""Whose request it is."""


class Known:
    """A database of people with names."""

    async def one(self, _, id):
        return dict.fromkeys(Person.__dataclass_fields__) | {"id": id, "name": NAMES[id]}


async def told(data, language="zh-CN"):
    """The lines below an event of the history with these particulars."""
    reader = Person(1, "x", None, 1, True, language)
    message = Message(1, "receipt", Lane.ANSWER, 1, None, None, 0, None, 1, None, {}, NOW, NOW, 0, 0)
    event = Event(1, 1, None, Act.ASSIGN, None, NOW, data)
    page = Page(Known(), message, None, reader, language, RULES, NOW)
    return [line.removeprefix("↳ ") for line in await reasons(page, event)]


def who(id_, why=""):
    """Somebody, or why they cannot be asked."""
    account = None if why == "unlinked" else id_
    return Person(id_, NAMES[id_], None, account, why not in ("unlinked", "unreachable"), None)


def post(grid, role, id_, why="", by=None):
    """A post of somebody; `by`: who was named to answer while they are away."""
    id_ = ASKER if why == "passed" else id_
    delegate = by and Delegate(who(by))
    return Answerer(id_, role, None, grid.id, grid.name, who(id_, why), why == "absent", delegate)


async def reads(posts, first=None, firsts=(), path=(BUILDING, COMPOUND, TOWN), language="zh-CN"):
    """Who is chosen, and what the history says of it."""
    route = routing.choose(path, posts, first=first, firsts=firsts, but={ASKER})
    found = route.equals[0] if route.equals else None
    return found and found.person.name, await told(routing.reasons(route, found), language)


LI, CHEN = post(BUILDING, Role.LEADER, 1), post(COMPOUND, Role.LEADER, 2)
STANDS_IN = post(COMPOUND, Role.PROPERTY, 4, "absent", by=5)
BY_MODE = "小区是完全托管，这类事先由物业办"
INSTEAD = "小李（锦绣苑物业）不在，由钱长代办"

BESIDE = [
    ("absent", "小王（锦绣苑物业）不在"),
    ("unlinked", "小王（锦绣苑物业）还没有开通"),
    ("unreachable", "小王（锦绣苑物业）联系不上"),
    ("passed", "锦绣苑物业：有人不能自己办这件事"),
]
"""Why a colleague of the company is not asked → what is said of it."""


@pytest.mark.parametrize(("why", "said"), BESIDE)
async def test_where_the_company_is_first_its_people_who_were_passed_over_are_said(why, said):
    beside, there = post(COMPOUND, Role.PROPERTY, 3, why), post(COMPOUND, Role.PROPERTY, 6)
    assert await reads([LI], PROPERTY, [beside, there]) == ("小张", [BY_MODE, said])
    assert await reads([LI], PROPERTY, [beside, STANDS_IN]) == ("钱长", [BY_MODE, INSTEAD, said])


@pytest.mark.parametrize(("why", "said"), BESIDE)
async def test_those_of_the_company_on_a_nearer_grid_are_said_too(why, said):
    nearer = post(BUILDING, Role.PROPERTY, 3, why)
    assert await reads([LI], PROPERTY, [nearer, STANDS_IN]) == (
        "钱长",
        [BY_MODE, INSTEAD, said.replace("锦绣苑", "3号楼")],
    )


@pytest.mark.parametrize(
    ("why", "failed"),
    [
        ("absent", "都不在"),
        ("unlinked", "还没有开通"),
        ("unreachable", "联系不上"),
        ("passed", "不能自己办这件事"),
    ],
)
async def test_where_nobody_of_the_company_can_be_asked_it_says_who_and_past_whom_it_went_on(why, failed):
    beside = post(COMPOUND, Role.PROPERTY, 3, why)
    failed, said = f"{BY_MODE}；但是{failed}", dict(BESIDE)[why]
    assert await reads([LI], PROPERTY, [beside]) == ("李楼长", ["3号楼网格长", failed, said])
    away = post(BUILDING, Role.LEADER, 1, "absent", by=5)
    in_place = "李楼长（3号楼网格长）不在，由钱长代办"
    assert await reads([away], PROPERTY, [beside]) == ("钱长", [in_place, failed, said])
    away = post(BUILDING, Role.LEADER, 1, "absent")
    assert await reads([away, CHEN], PROPERTY, [beside]) == (
        "陈网格长",
        ["锦绣苑网格长", failed, said, "3号楼：网格长不在"],
    )
    nobody = [f"{grid}：没有网格长" for grid in ("3号楼", "锦绣苑", "向阳社区")]
    assert await reads([], PROPERTY, [beside]) == (None, [failed, said, *nobody])


async def test_of_a_company_without_anybody_there_is_nobody_to_be_named():
    failed = f"{BY_MODE}；但是还没有登记人"
    assert await reads([LI], PROPERTY) == ("李楼长", ["3号楼网格长", failed])


BEFORE = {
    "vacant": "没有网格长",
    "absent": "网格长不在",
    "unlinked": "网格长还没有开通",
    "unreachable": "网格长联系不上",
    "passed": "这件事不能由网格长自己办",
}


@pytest.mark.parametrize(("why", "said"), BEFORE.items())
@pytest.mark.parametrize("inner", [BUILDING, MARKET], ids=["building", "dedicated"])
async def test_past_a_grid_of_any_kind_it_says_why(inner, why, said):
    before = [] if why == "vacant" else [post(inner, Role.LEADER, 3, why)]
    path, said = (inner, COMPOUND, TOWN), f"{inner.name}：{said}"
    assert await reads([*before, CHEN], path=path) == ("陈网格长", ["锦绣苑网格长", said])
    away = post(COMPOUND, Role.LEADER, 4, "absent", by=5)
    in_place = "小李（锦绣苑网格长）不在，由钱长代办"
    assert await reads([*before, away], path=path) == ("钱长", [in_place, said])


@pytest.mark.parametrize(("why", "said"), BESIDE)
async def test_of_two_who_lead_one_grid_it_says_why_the_other_does_not_answer(why, said):
    both = [post(COMPOUND, Role.LEADER, 3, why), CHEN]
    said = said.replace("物业", "网格长")
    assert await reads(both, path=(COMPOUND, TOWN)) == ("陈网格长", ["锦绣苑网格长", said])


@pytest.mark.parametrize(("why", "said"), BESIDE)
async def test_people_of_an_organisation_are_called_by_it(why, said):
    beside = post(TOWN, Role.MEMBER, 3, why)
    away = post(TOWN, Role.MEMBER, 9, "absent", by=5)
    first = "这类事先由自来水公司办"
    assert await reads([LI], WATER, [beside, away]) == (
        "钱长",
        [first, "郑师傅（自来水公司）不在，由钱长代办", said.replace("锦绣苑物业", "自来水公司")],
    )


async def test_of_many_the_first_are_named():
    firsts = [post(TOWN, Role.MEMBER, id_, "unlinked") for id_ in (1, 3, 4, 6, 7)]
    _, said = await reads([CHEN], WATER, firsts, path=(COMPOUND,))
    assert said[-1] == "李楼长、小王、小李等 5 人（自来水公司）还没有开通"


async def test_who_could_have_answered_as_well_was_not_passed_over():
    two = [post(COMPOUND, Role.PROPERTY, id_, "absent", by=by) for id_, by in ((4, 5), (3, 6))]
    assert await reads([LI], PROPERTY, two) == ("钱长", [BY_MODE, INSTEAD])


async def test_who_stands_in_for_the_office_is_said():
    taken = {"why": "taken-over", "to": 5, "instead": [5], "for": [3]}
    assert await told(taken) == ["小王不在，由钱长代办"]
    up = {
        "clock": "answer",
        "to": [1, 5, 6],
        "how": "nobody",
        "skipped": [],
        "instead": [5, 6],
        "for": [3, 4],
    }
    assert await told(up) == ["小王、小李不在，由钱长、小张代办"]


async def test_who_stands_in_for_a_post_is_said_where_a_person_gave_it_to_them_too():
    given = {"why": "reassigned", "reason": "r", "to": 5, "grid": "锦绣苑", "role": "leader", "for": 2}
    assert await told(given) == ["陈网格长（锦绣苑网格长）不在，由钱长代办"]


OLDER = [
    ({"why": "taken-over", "to": 5}, []),
    ({"clock": "answer", "to": [2], "skipped": [["3号楼", "absent"]]}, ["3号楼：网格长不在"]),
    (
        {"how": "delegate", "skipped": [], "to": 5, "grid": "3号楼", "role": "leader", "for": 1},
        ["李楼长（3号楼网格长）不在，由钱长代办"],
    ),
    (
        {
            "how": "first",
            "skipped": [],
            "to": 5,
            "grid": "锦绣苑",
            "role": "property",
            "organisation": "安居物业",
            "for": 4,
            "first": "property",
            "mode": "trustee",
        },
        [BY_MODE, INSTEAD],
    ),
    ({"how": "unplaced", "skipped": []}, ["地点还不清楚，先请社区问明白"]),
    ({"why": "reassigned", "reason": "r", "to": 5, "grid": "锦绣苑"}, []),
    ({"why": "given", "to": 5, "grid": "锦绣苑", "role": "leader"}, []),
]
"""What histories have kept since before there was a word of who was passed over."""


@pytest.mark.parametrize(("data", "said"), OLDER)
async def test_what_older_histories_have_kept_is_read_as_well(data, said):
    assert await told(data) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["absent", "unlinked", "unreachable", "passed"])
async def test_it_is_said_in_every_language(language, why):
    beside = [post(COMPOUND, Role.PROPERTY, 3, why), STANDS_IN]
    _, said = await reads([LI], PROPERTY, beside, language=language)
    assert len(said) == 3
    assert not any("{" in line or "None" in line for line in said)
    assert ("由" in said[1]) == (language == "zh-CN")
