"""The play's clock: one for all, moved by hand, and each thing at its own time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sandbox.play.given import Given, Refused
from sandbox.play.page import perform
from sandbox.play.play import Play, working_morning

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
async def reported(play: Play) -> Play:
    """Wang has reported a drain; her building leader has not answered yet."""
    wang, chen = (play.people.by_key[key] for key in ("resident-wang", "building-01-2"))
    wang.start("at_XY01-2-1")
    await play.tg.until(lambda: "请说说哪里有什么问题" in wang.chat.last.text)
    wang.says("下水道堵了")
    await play.tg.until(lambda: "提交" in wang.chat.last.labels)
    wang.taps(wang.chat.last, "提交")
    await play.tg.until(lambda: "受理" in chen.chat.last.labels)
    await play.look_ahead()
    return play


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        ((2026, 3, 3, 1), (2026, 3, 3)),  # a Tuesday, nine in Shanghai
        ((2026, 3, 3, 23), (2026, 3, 4)),  # there it is Wednesday already
        ((2026, 3, 7, 4), (2026, 3, 9)),  # a Saturday
        ((2026, 10, 1, 4), (2026, 10, 8)),  # the National Day's week
        ((2026, 2, 14, 4), (2026, 2, 14)),  # a Saturday that is worked to make up for the New Year
    ],
)
def test_a_play_begins_on_a_working_morning(today, begins):
    assert working_morning(datetime(*today, tzinfo=UTC), SHANGHAI) == datetime(*begins, 9, tzinfo=SHANGHAI)


async def test_the_next_deadline_brings_the_reminder(reported):
    assert reported.deadline is not None
    assert reported.deadline.at - reported.tg.clock.now() < timedelta(hours=1, seconds=1)
    await perform(reported, {"act": "passes", "to": "deadline"}, [])
    chen = reported.people.by_key["building-01-2"].chat
    assert any("催办" in message.text for message in chen.messages)
    assert reported.deadline.at > reported.tg.clock.now()


async def test_on_the_way_to_the_morning_each_level_is_told_at_its_own_time(reported):
    await perform(reported, {"act": "passes", "to": "morning"}, [])
    assert reported.tg.clock.now().astimezone(SHANGHAI).strftime("%d %H:%M") == "04 09:00"
    raised = [
        message.json["date"]
        for key in ("leader-01", "secretary")
        for message in reported.people.by_key[key].chat.messages
        if "升级督办" in message.text
    ]
    hours = [datetime.fromtimestamp(second, SHANGHAI).strftime("%d %H") for second in raised]
    assert hours == ["03 11", "03 15"]  # two hours to answer, then four for each level


async def test_nothing_but_the_clock_moves_while_no_bot_runs(reported):
    await reported.bot.kill()
    before = reported.tg.clock.now()
    await perform(reported, {"act": "passes", "minutes": 10}, [])
    assert timedelta(minutes=10) <= reported.tg.clock.now() - before < timedelta(minutes=11)
    await reported.launch()
    assert reported.bot.state == "running"


@pytest.mark.parametrize(
    ("about", "key"),
    [
        ({}, "page-refused-incomplete"),
        ({"minutes": 0}, "page-refused-incomplete"),
        ({"minutes": -5}, "page-refused-incomplete"),
        ({"minutes": 10**9}, "page-refused-incomplete"),
        ({"minutes": "10"}, "page-refused-incomplete"),
        ({"to": "deadline"}, "page-refused-no-deadline"),
    ],
)
async def test_time_does_not_move_to_where_there_is_none(botless, about, key):
    before = botless.tg.clock.now()
    with pytest.raises(Refused) as refused:
        await perform(botless, {"act": "passes", **about}, [])
    assert refused.value.key == key
    assert botless.tg.clock.now() == before


async def test_nobody_moves_the_clock_while_it_moves(botless):
    botless.moving = True
    with pytest.raises(Refused, match="page-refused-moving"):
        await perform(botless, {"act": "passes", "minutes": 10}, [])
    assert Given(botless, {}, []).someone is None
