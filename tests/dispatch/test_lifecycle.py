"""The table of what may happen to a request: every act in every state, and the rules of places."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch import lifecycle
from bot.dispatch.lifecycle import MOVES
from bot.dispatch.refusals import (
    AlreadyHeld,
    NotStarted,
    OwnRequest,
    PlaceTaken,
    TaskOver,
    TooLate,
    TooManyClaims,
)
from storage.records import Act, Claim, ClaimStatus, Clock, Person, Request, Task, TaskStatus, Urgency
from storage.records import RequestStatus as S

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)

# Written out by hand: act → {from: to}.
PASSES = {
    Act.QUEUE: {S.SUBMITTED: S.SUBMITTED, S.ASSIGNED: S.SUBMITTED, S.ACCEPTED: S.SUBMITTED},
    Act.ASSIGN: {S.SUBMITTED: S.ASSIGNED, S.ASSIGNED: S.ASSIGNED, S.ACCEPTED: S.ASSIGNED},
    Act.ACCEPT: {S.ASSIGNED: S.ACCEPTED},
    Act.OFFER: {S.ACCEPTED: S.ACCEPTED},
    Act.RESOLVE: {S.ACCEPTED: S.RESOLVED},
    Act.CONFIRM: {S.RESOLVED: S.CLOSED},
    Act.EXPIRE: {S.RESOLVED: S.CLOSED},
    Act.REOPEN: {S.RESOLVED: S.ASSIGNED, S.CLOSED: S.ASSIGNED},
    Act.DECLINE: {S.ASSIGNED: S.DECLINED},
    Act.APPEAL: {S.DECLINED: S.SUBMITTED},
    Act.CANCEL: {S.SUBMITTED: S.CANCELLED, S.ASSIGNED: S.CANCELLED, S.ACCEPTED: S.CANCELLED},
    Act.ADD: {S.SUBMITTED: S.SUBMITTED, S.ASSIGNED: S.ASSIGNED, S.ACCEPTED: S.ACCEPTED},
    Act.REVISE: {status: status for status in S},
    Act.REWORD: {S.SUBMITTED: S.SUBMITTED, S.ASSIGNED: S.ASSIGNED, S.ACCEPTED: S.ACCEPTED},
    Act.CORRECT: {S.SUBMITTED: S.SUBMITTED, S.ASSIGNED: S.ASSIGNED, S.ACCEPTED: S.ACCEPTED},
    Act.RATE: {S.CLOSED: S.CLOSED},
    Act.ESCALATE: {S.SUBMITTED: S.SUBMITTED, S.ASSIGNED: S.ASSIGNED, S.ACCEPTED: S.ACCEPTED},
    Act.REMIND: {
        S.SUBMITTED: S.SUBMITTED,
        S.ASSIGNED: S.ASSIGNED,
        S.ACCEPTED: S.ACCEPTED,
        S.RESOLVED: S.RESOLVED,
    },
}
RUNS_IN = {
    Clock.ANSWER: {S.SUBMITTED, S.ASSIGNED},
    Clock.SOLVE: {S.ACCEPTED},
    Clock.CONFIRM: {S.RESOLVED},
    Clock.CLIMB: {S.SUBMITTED, S.ASSIGNED, S.ACCEPTED},
    Clock.CLAIM: {S.SUBMITTED, S.ASSIGNED, S.ACCEPTED},
}


def request(status=S.ASSIGNED, **fields):
    known = Request(
        id=1,
        number="K7D2",
        resident_id=12,
        category_id=None,
        grid_id=3,
        words="w",
        urgency=Urgency.NORMAL,
        confidential=False,
        status=status,
        responsible_id=None if status is S.SUBMITTED else 1,
        responsible_grid_id=None if status is S.SUBMITTED else 3,
        level=0,
        reopened=0,
        result=None,
        confirmed=False,
        version=4,
        created_at=NOW,
        closed_at=None,
    )
    return replace(known, **fields)


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("act", Act)
def test_just_the_moves_of_the_table_pass(act, status):
    if act not in PASSES:
        assert act not in MOVES
        return
    before = request(status)
    if status not in PASSES[act]:
        with pytest.raises(TooLate):
            lifecycle.move(before, act, by_id=1, now=NOW)
        return
    change = lifecycle.move(before, act, by_id=1, now=NOW)
    assert change.after == replace(before, status=PASSES[act][status], version=5)
    assert (change.before, change.act, change.by_id, change.at) == (before, act, 1, NOW)


@pytest.mark.parametrize("act", MOVES)
def test_a_move_leaves_only_clocks_running_that_the_next_state_knows(act):
    move = MOVES[act]
    for source, target in PASSES[act].items():
        running = {clock for clock, states in RUNS_IN.items() if source in states} - move.stops
        running |= {move.starts} - {None}
        assert all(target in RUNS_IN[clock] for clock in running), (source, running)


@pytest.mark.parametrize("act", MOVES)
def test_whoever_is_waited_for_anew_has_a_clock(act):
    waits = {
        S.SUBMITTED: Clock.ANSWER,
        S.ASSIGNED: Clock.ANSWER,
        S.ACCEPTED: Clock.SOLVE,
        S.RESOLVED: Clock.CONFIRM,
    }
    for source, target in PASSES[act].items():
        if source is not target:
            assert MOVES[act].starts is waits.get(target)


@pytest.mark.parametrize(
    ("status", "closed_ago", "passes"),
    [
        (S.RESOLVED, None, True),
        (S.CLOSED, timedelta(days=5) - timedelta(milliseconds=1), True),
        (S.CLOSED, timedelta(days=5), False),
        (S.CLOSED, timedelta(days=6), False),
        (S.ACCEPTED, None, False),
    ],
)
def test_not_solved_can_be_said_until_the_time_for_it_is_over(status, closed_ago, passes):
    closed_at = None if closed_ago is None else NOW - closed_ago
    until = closed_at and closed_at + timedelta(days=5)
    before = request(
        status, closed_at=closed_at, reopen_until=until, confirmed=closed_at is not None, reopened=1
    )
    if not passes:
        with pytest.raises(TooLate):
            lifecycle.reopen(before, by_id=12, reason="r", now=NOW)
        return
    after = lifecycle.reopen(before, by_id=12, reason="r", now=NOW).after
    assert (after.status, after.reopened, after.confirmed, after.closed_at) == (S.ASSIGNED, 2, False, None)
    assert (after.responsible_id, after.level) == (before.responsible_id, before.level)


def task(held=0, places=2, status=TaskStatus.OPEN):
    return Task(1, 1, 1, places, held, status, "w", 7)


def person(**fields):
    return replace(Person(9, "n", None, 1009, True, None), **fields)


OWN = Claim(1, 1, 9, ClaimStatus.HELD, None)


@pytest.mark.parametrize(
    ("why", "changed"),
    [
        (AlreadyHeld, {"own": OWN}),
        (AlreadyHeld, {"own": OWN, "task": task(2, 2, TaskStatus.FULL)}),
        (PlaceTaken, {"task": task(2, 2, TaskStatus.FULL)}),
        (TaskOver, {"task": task(1, 2, TaskStatus.DONE)}),
        (TaskOver, {"task": task(0, 2, TaskStatus.WITHDRAWN)}),
        (OwnRequest, {"resident_id": 9}),
        (NotStarted, {"by": person(reachable=False)}),
        (TooManyClaims, {"held": 5}),
        (TooManyClaims, {"held": 6}),
    ],
)
def test_a_claim_is_refused_for_the_first_reason_there_is(why, changed):
    given = {"task": task(), "by": person(), "resident_id": 12, "own": None, "held": 4, "limit": 5} | changed
    with pytest.raises(why):
        lifecycle.claim(given.pop("task"), **given)


@given(places=st.integers(1, 20), comes=st.lists(st.booleans(), max_size=60))
def test_places_are_counted_right_however_people_come_and_go(places, comes):
    now, live = task(0, places), 0
    for come in comes:
        if come and live < places:
            now, live = lifecycle.claim(now, by=person(), resident_id=12, own=None, held=0, limit=5), live + 1
        elif come:
            with pytest.raises(PlaceTaken):
                lifecycle.claim(now, by=person(), resident_id=12, own=None, held=0, limit=5)
        elif live:
            now, live = lifecycle.give_back(now, OWN), live - 1
        assert (now.held, now.status) == (live, TaskStatus.FULL if live == places else TaskStatus.OPEN)


@pytest.mark.parametrize("status", ClaimStatus)
@pytest.mark.parametrize("of", TaskStatus)
def test_only_a_place_that_is_held_on_work_that_goes_on_is_given_back(status, of):
    if status is ClaimStatus.HELD and of in (TaskStatus.OPEN, TaskStatus.FULL):
        assert lifecycle.give_back(task(1, 1, of), replace(OWN, status=status)).status is TaskStatus.OPEN
    else:
        with pytest.raises(TooLate):
            lifecycle.give_back(task(1, 1, of), replace(OWN, status=status))


@given(st.lists(st.sampled_from(ClaimStatus), max_size=6))
def test_a_task_is_finished_when_somebody_is_done_and_nobody_holds_a_place(statuses):
    claims = [replace(OWN, status=status) for status in statuses]
    done = ClaimStatus.DONE in statuses and ClaimStatus.HELD not in statuses
    assert lifecycle.all_finished(claims) == done


@pytest.mark.parametrize(
    ("done", "status"), [(0, TaskStatus.WITHDRAWN), (1, TaskStatus.DONE), (2, TaskStatus.DONE)]
)
def test_an_ended_task_is_done_if_anybody_finished_on_it(done, status):
    ended = lifecycle.end_task(task(2, 2, TaskStatus.FULL), done=done)
    assert (ended.status, ended.held, ended.version) == (status, done, 8)
