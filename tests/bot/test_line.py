"""The line of messages: its order as tables, and against a Telegram of its own under any jitter."""

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limits import Pace
from bot.line import Line
from storage.records import Lane

TICK = 1 / 1024  # times are whole ticks, so that sums are exact and windows can be compared to the instant


def line_of(*messages: tuple[int, Lane, str]) -> Line[str]:
    line: Line[str] = Line(Pace())
    for chat_id, lane, message in messages:
        line.add(chat_id, lane, message)
    return line


def drained(line: Line[str], now: float) -> list[str]:
    """What goes now, each delivered at once."""
    said = []
    while turn := line.next(now):
        said.append(turn.message)
        line.done(turn, now)
    return said


def test_a_higher_lane_goes_first_and_within_a_lane_the_oldest():
    line = line_of(
        (1, Lane.BROADCAST, "news"),
        (2, Lane.REMINDER, "late"),
        (3, Lane.WORK, "card a"),
        (4, Lane.WORK, "card b"),
        (5, Lane.ANSWER, "receipt"),
    )
    assert drained(line, 0.0) == ["receipt", "card a", "card b", "late", "news"]
    assert len(line) == 0


def test_within_a_chat_a_higher_lane_overtakes_and_the_same_lane_never():
    line = line_of((1, Lane.WORK, "a"), (1, Lane.WORK, "b"), (1, Lane.ANSWER, "c"))
    assert drained(line, 0.0) == ["c", "a", "b"]


def test_a_chat_has_one_message_under_way():
    line = line_of((1, Lane.ANSWER, "a"), (1, Lane.ANSWER, "b"), (2, Lane.BROADCAST, "c"))
    first, second = line.next(0.0), line.next(0.0)
    assert (first.message, second.message) == ("a", "c")
    line.add(1, Lane.ANSWER, "d")
    assert line.next(0.0) is None
    assert line.next_at(0.0) == inf
    line.done(first, 0.5)
    assert line.next_at(0.5) == 0.5
    assert drained(line, 0.5) == ["b", "d"]


def test_a_chat_at_its_limit_does_not_keep_the_others_waiting():
    line = line_of(*[(1, Lane.ANSWER, f"a{n}") for n in range(5)], (2, Lane.BROADCAST, "b"))
    assert drained(line, 0.0) == ["a0", "a1", "a2", "b"]
    assert line.next_at(0.0) == 1.0
    assert drained(line, 1.0) == ["a3"]
    assert drained(line, 2.0) == ["a4"]


def test_during_a_broadcast_an_answer_is_the_next_to_go():
    line = line_of(*[(chat, Lane.BROADCAST, "news") for chat in range(1, 1000)])
    assert drained(line, 0.0) == ["news"] * 30
    line.add(5000, Lane.ANSWER, "receipt")
    assert line.next_at(0.0) == 1.0
    assert drained(line, 1.0)[0] == "receipt"


def test_what_is_skipped_takes_no_place_in_any_window():
    line = line_of(*[(1, Lane.WORK, str(number)) for number in range(100)])
    skipped = []
    while turn := line.next(0.0):
        skipped.append(turn.message)
        line.skipped(turn, 0.0)
    assert skipped == [str(number) for number in range(100)]


@pytest.mark.parametrize("again", [Line.refused, Line.failed])
def test_what_was_refused_or_failed_comes_again_before_what_came_after_it(again):
    line = line_of((1, Lane.WORK, "a"), (1, Lane.WORK, "b"), (2, Lane.WORK, "c"))
    again(line, line.next(0.0), 5, 0.0)
    assert len(line) == 3
    assert drained(line, 0.0) == ["c"]
    assert line.next_at(0.0) == 5.0
    assert drained(line, 5.0) == ["a", "b"]


def test_a_failed_way_holds_only_its_own_chat():
    line = line_of((1, Lane.WORK, "a"), (2, Lane.WORK, "b"), (3, Lane.WORK, "c"))
    for _ in range(2):
        line.failed(line.next(0.0), 5, 0.0)
    assert drained(line, 0.0) == ["c"]


def test_when_the_bot_is_refused_everything_waits():
    line = line_of((1, Lane.WORK, "a"), (2, Lane.WORK, "b"), (3, Lane.ANSWER, "c"))
    for _ in range(2):
        line.refused(line.next(0.0), 5, 0.0)
    assert line.next(4.9) is None
    assert line.next_at(0.0) == 5.0
    assert drained(line, 5.0) == ["c", "a", "b"]


@dataclass
class Telegram:
    """Notes what arrives, and when by its own clock; knows nothing of how the sender paces itself."""

    arrivals: list[tuple[float, int, Lane, int]] = field(default_factory=list)

    def by_chat(self) -> dict[int, list[float]]:
        chats = defaultdict(list)
        for at, chat_id, *_ in self.arrivals:
            chats[chat_id].append(at)
        return chats


def most_within(seconds: float, times: list[float]) -> int:
    """The most arrivals in any window of this length (half open)."""
    times, first, most = sorted(times), 0, 0
    for last, moment in enumerate(times):
        while times[first] <= moment - seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def simulate(line: Line[int], jitter: list[tuple[int, int]], until: float = inf) -> Telegram:
    """Send all, each with its way there and back in ticks (the list is taken again from its beginning)."""
    telegram, now, sent = Telegram(), 0.0, 0
    under_way: list[tuple[float, int, object]] = []
    while now < until:
        while turn := line.next(now):
            there, back = jitter[sent % len(jitter)]
            sent += 1
            telegram.arrivals.append((now + there * TICK, turn.chat_id, turn.lane, turn.message))
            heappush(under_way, (now + (there + back) * TICK, sent, turn))
        now = min(line.next_at(now), under_way[0][0] if under_way else inf)
        if now == inf:
            break
        while under_way and under_way[0][0] <= now:
            line.done(heappop(under_way)[2], now)
    return telegram


ways = st.tuples(st.integers(0, 3000), st.integers(0, 3000))
jitters = st.lists(ways | st.sampled_from([(0, 0), (0, 1024), (1024, 0)]), min_size=1, max_size=50)


@settings(deadline=None, max_examples=100)
@given(count=st.integers(1, 300), lanes=st.lists(st.sampled_from(Lane), min_size=1), jitter=jitters)
def test_whatever_the_jitter_telegram_never_sees_more_than_thirty_in_a_second(count, lanes, jitter):
    line: Line[int] = Line(Pace())
    for chat_id in range(1, count + 1):
        line.add(chat_id, lanes[chat_id % len(lanes)], chat_id)
    arrivals = simulate(line, jitter).arrivals
    assert sorted(number for *_, number in arrivals) == list(range(1, count + 1))
    assert most_within(1.0, [at for at, *_ in arrivals]) <= 30


@settings(deadline=None, max_examples=100)
@given(chats=st.lists(st.sampled_from([-3, -2, -1, 1, 2, 3]), min_size=1, unique=True), jitter=jitters)
def test_whatever_the_jitter_telegram_never_sees_a_chats_window_over_full(chats, jitter):
    line: Line[int] = Line(Pace())
    for number in range(50 * len(chats)):
        line.add(chats[number % len(chats)], Lane.WORK, number)
    for chat_id, times in simulate(line, jitter).by_chat().items():
        assert len(times) == 50
        for seconds in range(1, 60):  # a burst of three and then one a second
            assert most_within(seconds, times) <= 2 + seconds
        if chat_id < 0:
            assert most_within(60.0, times) <= 20


@settings(deadline=None, max_examples=60)
@given(
    messages=st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Lane)), min_size=20, max_size=60),
    jitter=jitters,
)
def test_whatever_the_jitter_a_chat_sees_each_lane_in_order(messages, jitter):
    line: Line[int] = Line(Pace())
    for number, (chat_id, lane) in enumerate(messages):
        line.add(chat_id, lane, number)
    seen = defaultdict(list)
    for _, chat_id, lane, number in sorted(simulate(line, jitter).arrivals, key=lambda one: one[0]):
        seen[chat_id, lane].append(number)
    assert all(numbers == sorted(numbers) for numbers in seen.values())


@pytest.mark.parametrize("round_trip", [0, 50, 256, 1024])
def test_it_reaches_thirty_a_second_and_a_round_trip(round_trip):
    seconds = 60.0
    line: Line[int] = Line(Pace())
    for chat_id in range(1, 2000):
        line.add(chat_id, Lane.BROADCAST, chat_id)
    sent = len(simulate(line, [(round_trip // 2, round_trip - round_trip // 2)], until=seconds).arrivals)
    assert sent >= 30 * seconds / (1 + round_trip * TICK) - 30


def test_a_thousand_messages_to_one_busy_group_cost_as_much_as_to_many():
    """Nothing is looked at again and again: the entries kept stay few."""
    line = line_of(*[(-1, Lane.WORK, str(n)) for n in range(1000)])
    assert len(line._ready) == 1
    assert len(drained(line, 0.0)) == 3
    assert len(line._ready) + len(line._later) == 1
