"""The history in words: of every act, in both languages, with nothing in it that is not for its reader."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cards.history import FITS, history, line
from bot.cards.page import Page
from bot.cards.screen import units
from bot.dispatch.policy import Policy
from bot.dispatch.rules import Rules
from bot.texts import LANGUAGES
from storage import events
from storage.records import Act, Event, Lane, Message, Person, Purpose, Request, RequestStatus, Urgency

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)
RESIDENT, LEADER, HELPER = 717171, 727272, 737373
RULES = Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai"))
REQUEST = Request(
    id=1,
    number="K7D2",
    resident_id=RESIDENT,
    category_id=None,
    grid_id=3,
    words="w",
    urgency=Urgency.NORMAL,
    confidential=False,
    status=RequestStatus.ACCEPTED,
    responsible_id=LEADER,
    responsible_grid_id=3,
    level=0,
    reopened=0,
    result=None,
    confirmed=False,
    version=5,
    created_at=NOW,
    closed_at=None,
)
DATA = {
    "why": "submitted",
    "to": LEADER,
    "group": 757575,
    "places": 2,
    "reason": "<b>因为</b>",
    "result": "修好了",
    "words": "三楼",
    "now": "四楼",
    "stars": 4,
    "comment": "谢谢",
    "person": HELPER,
    "pieces": [767676],
    "clock": "answer",
    "purpose": Purpose.REPORT,
}


class Known:
    """A database of people with names and phones."""

    async def one(self, sql, **values):
        if "people" not in sql or values["id"] not in (RESIDENT, LEADER, HELPER):
            return None
        names = {RESIDENT: "王阿姨", LEADER: "李楼长", HELPER: "赵志愿"}
        row = dict.fromkeys(Person.__dataclass_fields__)
        return row | {"id": values["id"], "name": names[values["id"]], "phone": "13912345678"}


def page(reader, language="zh-CN"):
    person = Person(reader, "x", "13912345678", reader, True, language)
    message = Message(1, "receipt", Lane.ANSWER, reader, None, None, 0, None, 1, None, {}, NOW, NOW, 0, 0)
    return Page(Known(), message, None, person, language, RULES, NOW)


def event(act, by=LEADER, data=None, minutes=0):
    return Event(1, 1, None, act, by, NOW + timedelta(minutes=minutes), DATA if data is None else data)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", [RESIDENT, LEADER])
@pytest.mark.parametrize("act", Act)
async def test_every_act_has_words_and_no_number_of_ours(act, reader, language):
    for by in (RESIDENT, LEADER, HELPER, None):
        told = await line(page(reader, language), REQUEST, event(act, by))
        if told is None:
            assert reader == RESIDENT
            assert act in (Act.RELEASE, Act.END_TASK)
            continue
        assert "09:00" in told
        for never in ("7171", "7272", "7373", "7575", "7676", "13912345678", "None", "{", "<b>"):
            assert never not in told


@pytest.mark.parametrize(
    ("act", "by", "reader", "expected"),
    [
        (Act.SUBMIT, RESIDENT, RESIDENT, "您提交了诉求"),
        (Act.SUBMIT, RESIDENT, LEADER, "居民提交了诉求"),
        (Act.ASSIGN, None, RESIDENT, "红马甲交给李楼长负责：&lt;b&gt;因为&lt;/b&gt;"),
        (Act.RESOLVE, LEADER, RESIDENT, "李楼长办结了：修好了"),
        (Act.RESOLVE, LEADER, LEADER, "您办结了：修好了"),
        (Act.CLAIM, HELPER, RESIDENT, "赵志愿接单"),
        (Act.CLAIM, HELPER, LEADER, "赵志愿接单"),
        (Act.WITHDRAW, HELPER, RESIDENT, "赵志愿退单"),
        (Act.WITHDRAW, HELPER, LEADER, "赵志愿退单：&lt;b&gt;因为&lt;/b&gt;"),
        (Act.RATE, RESIDENT, LEADER, "居民评价 ★★★★：谢谢"),
        (Act.SAY, RESIDENT, LEADER, "居民捎了句话"),
    ],
)
async def test_each_reader_is_told_what_is_theirs_to_know(act, by, reader, expected):
    told = await line(page(reader), REQUEST, event(act, by))
    assert told == f"3月3日 09:00 {expected}"


async def test_what_was_relayed_and_edited_is_not_quoted():
    told = await line(page(LEADER), REQUEST, event(Act.REVISE, data={"now": "x", "purpose": Purpose.TALK}))
    assert told == "3月3日 09:00 您改了一句话"


async def test_whoever_took_it_over_did_not_give_it_to_themselves():
    told = await line(page(RESIDENT), REQUEST, event(Act.ASSIGN, data={"why": "taken-over", "to": LEADER}))
    assert told == "3月3日 09:00 李楼长接过来负责"


async def test_stars_not_wanted_are_not_told():
    assert await line(page(LEADER), REQUEST, event(Act.RATE, RESIDENT, {"comment": ""})) is None


async def test_of_a_long_history_the_newest_is_shown(monkeypatch):
    happened = [event(Act.ADD, RESIDENT, {"words": f"{count} " + "水" * 500}) for count in range(100)]

    async def of_request(*_):
        return happened

    monkeypatch.setattr(events, "of_request", of_request)
    screen = await history(page(RESIDENT), REQUEST)
    first, earlier, *shown = screen.text.split("\n")
    assert screen.fits()
    assert first == "<b>#K7D2</b> 经过"
    assert earlier == f"…… 前面还有 {100 - len(shown)} 条"
    assert "99 水" in shown[-1]
    assert FITS * 0.9 < sum(units(told) + 1 for told in shown) <= FITS
