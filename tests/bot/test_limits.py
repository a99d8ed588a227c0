"""The rules of pace, as tables."""

from math import inf

import pytest

from bot.limits import Pace

PERSON, OTHER, GROUP = 7, 8, -100


def say(pace: Pace, chat_id: int, now: float) -> None:
    """A message that is answered at once; it is an error to ask before the time."""
    assert pace.ready_at(chat_id, now) <= now
    pace.started(chat_id, now)
    pace.acknowledged(chat_id, now)


def test_a_new_chat_may_be_written_to_at_once():
    assert Pace().ready_at(PERSON, 5.0) == 5.0


def test_a_chat_takes_three_at_once_and_then_one_a_second():
    pace, starts, now = Pace(), [], 100.0
    for _ in range(7):
        now = pace.ready_at(PERSON, now)
        starts.append(now - 100)
        say(pace, PERSON, now)
    assert starts == [0, 0, 0, 1, 2, 3, 4]


@pytest.mark.parametrize(("pause", "at_once"), [(0.5, 0), (1, 1), (2, 2), (3, 3), (100, 3)])
def test_a_pause_gives_the_burst_back_one_a_second(pause, at_once):
    pace, now = Pace(), 100.0
    for _ in range(3):
        say(pace, PERSON, now)
    now, taken = now + pause, 0
    while pace.ready_at(PERSON, now) == now:
        say(pace, PERSON, now)
        taken += 1
    assert taken == at_once


def test_a_group_takes_twenty_a_minute_and_a_person_more():
    last = {}
    for chat_id in (GROUP, PERSON):
        pace, now = Pace(), 100.0
        for _ in range(21):
            now = pace.ready_at(chat_id, now)
            say(pace, chat_id, now)
        last[chat_id] = now - 100
    assert last == {GROUP: 60, PERSON: 18}


def test_a_chat_waits_until_its_message_is_acknowledged():
    pace = Pace()
    pace.started(PERSON, 1.0)
    assert pace.ready_at(PERSON, 2.0) == inf
    assert pace.ready_at(OTHER, 2.0) == 2.0
    pace.acknowledged(PERSON, 9.0)
    assert pace.ready_at(PERSON, 9.0) == 9.0


def test_the_thirty_first_waits_a_second_from_the_first_acknowledgement():
    pace = Pace()
    for chat_id in range(1, 31):
        assert pace.ready_at(chat_id, 10.0) == 10.0
        pace.started(chat_id, 10.0)
    assert pace.ready_at(99, 10.5) == inf
    pace.acknowledged(5, 10.5)
    assert pace.ready_at(99, 10.5) == 11.5
    pace.started(99, 11.5)
    assert pace.ready_at(100, 11.5) == inf


def test_one_message_that_hangs_takes_one_place_and_no_more():
    pace, now = Pace(), 10.0
    pace.started(9999, now)
    for chat_id in range(1, 3001):
        now = pace.ready_at(chat_id, now)
        say(pace, chat_id, now)
    assert now == 10 + 2999 // 29


def test_a_429_holds_its_chat_and_no_other():
    pace = Pace()
    pace.started(PERSON, 10.0)
    pace.refused(PERSON, 30, 10.0)
    assert pace.ready_at(PERSON, 10.0) == 40.0
    assert pace.ready_at(OTHER, 10.0) == 10.0


@pytest.mark.parametrize(
    ("second", "at", "third_ready_at"),
    [
        (OTHER, 10.9, 15.9),  # another chat within a second: it is the bot, for the lesser wait
        (OTHER, 11.1, 11.1),  # too late to have to do with each other
        (PERSON, 10.9, 10.9),  # the same chat again says nothing of others
    ],
)
def test_429s_of_two_chats_within_a_second_hold_the_bot(second, at, third_ready_at):
    pace = Pace()
    pace.started(PERSON, 10.0)
    pace.refused(PERSON, 30, 10.0)
    pace.started(second, at)
    pace.refused(second, 5, at)
    assert pace.ready_at(99, at) == third_ready_at
    assert pace.ready_at(PERSON, at) == 40.0


def test_a_shorter_hold_does_not_end_a_longer_one():
    pace = Pace()
    pace.hold(PERSON, 50.0)
    pace.hold(PERSON, 20.0)
    assert pace.ready_at(PERSON, 10.0) == 50.0


def test_after_a_restart_the_windows_are_as_they_were():
    sent = [(GROUP, 100.0 - second) for second in range(20, 40)] + [(PERSON, 99.9)] * 3
    pace = Pace()
    pace.restore(sent, 100.0)
    assert pace.ready_at(GROUP, 101.0) == 121.0  # its oldest was at 61
    assert pace.ready_at(PERSON, 100.0) == 101.0  # its burst was at 99.9, and the first second is empty
    assert pace.ready_at(OTHER, 100.0) == 101.0
    assert pace.ready_at(OTHER, 101.0) == 101.0


def test_after_a_restart_what_is_older_than_a_minute_or_from_the_future_does_no_harm():
    pace = Pace()
    pace.restore([(GROUP, 40.0)] * 20 + [(PERSON, 9999.0)], 100.0)
    assert pace.ready_at(GROUP, 101.0) == 101.0
    assert pace.ready_at(PERSON, 101.0) == 101.0


def test_after_a_restart_a_burst_of_the_bot_still_counts():
    pace = Pace()
    pace.restore([(chat_id, 99.5) for chat_id in range(1, 31)], 100.0)
    assert [pace.ready_at(99, now) for now in (100.0, 101.0)] == [101.0, 101.0]


def test_chats_are_forgotten_when_their_windows_are_over():
    pace, now = Pace(), 0.0
    for number in range(1, 2001):
        for chat_id in (number, -number):
            now = pace.ready_at(chat_id, now)
            say(pace, chat_id, now)
    assert len(pace) < 30 * 60
    say(pace, PERSON, now + 61)
    assert len(pace) == 1


def test_a_held_chat_is_remembered_until_its_hold_ends():
    pace = Pace()
    pace.started(PERSON, 0.0)
    pace.refused(PERSON, 10_000, 0.0)
    say(pace, OTHER, 9_000.0)
    assert pace.ready_at(PERSON, 9_000.0) == 10_000.0
    say(pace, OTHER, 10_000.0)
    assert len(pace) == 1


def test_a_chat_with_a_message_under_way_is_not_forgotten_however_long_it_takes():
    pace = Pace()
    pace.started(PERSON, 0.0)
    say(pace, OTHER, 1_000.0)
    assert pace.ready_at(PERSON, 1_000.0) == inf
    pace.acknowledged(PERSON, 2_000.0)
    say(pace, OTHER, 3_000.0)
    assert len(pace) == 1
