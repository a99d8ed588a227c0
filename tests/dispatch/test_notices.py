"""Who hears of a change: for each act the readers and the kinds, and that nobody is told of their own act."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.dispatch import lifecycle, notices
from bot.dispatch.notices import Notice
from storage.records import Act, Lane, Request, Urgency
from storage.records import RequestStatus as S

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)
RESIDENT, LEADER, OTHER = 12, 1, 3
OFFICE = None  # every administrator


def request(status, **fields):
    known = Request(
        id=1,
        number="K7D2",
        resident_id=RESIDENT,
        category_id=None,
        grid_id=3,
        words="w",
        urgency=Urgency.NORMAL,
        confidential=False,
        status=status,
        responsible_id=None if status is S.SUBMITTED else LEADER,
        responsible_grid_id=None if status is S.SUBMITTED else 3,
        level=0,
        reopened=0,
        result=None,
        confirmed=False,
        version=2,
        created_at=NOW,
        closed_at=None,
    )
    return replace(known, **fields)


def said(before, act, by=None, data=None, **fields):
    change = lifecycle.move(before, act, by_id=by, now=NOW, data=data, **fields)
    return [(notice.kind, notice.person_id) for notice in notices.of(change)]


FRESH = request(S.SUBMITTED, version=1)
QUEUED = {"responsible_id": None, "responsible_grid_id": None}


@pytest.mark.parametrize(
    ("told", "before", "act", "by", "fields"),
    [
        # submitted and routed at once: the receipt says who answers
        ([("request", LEADER)], FRESH, Act.ASSIGN, None, {"responsible_id": LEADER}),
        ([("queue", OFFICE)], FRESH, Act.QUEUE, None, QUEUED),
        # out of the queue
        (
            [("request", LEADER), ("note-new-responsible", RESIDENT)],
            request(S.SUBMITTED),
            Act.ASSIGN,
            None,
            {"responsible_id": LEADER},
        ),
        # given on, by the house or by somebody who takes over: a word to both sides
        (
            [("request", OTHER), ("note-moved", LEADER), ("note-new-responsible", RESIDENT)],
            request(S.ASSIGNED),
            Act.ASSIGN,
            None,
            {"responsible_id": OTHER},
        ),
        (
            [("note-moved", LEADER), ("note-new-responsible", RESIDENT)],
            request(S.ACCEPTED),
            Act.ASSIGN,
            OTHER,
            {"responsible_id": OTHER},
        ),
        (
            [("queue", OFFICE), ("note-moved", LEADER), ("note-new-responsible", RESIDENT)],
            request(S.ASSIGNED),
            Act.QUEUE,
            None,
            QUEUED,
        ),
        ([("note-accepted", RESIDENT)], request(S.ASSIGNED), Act.ACCEPT, LEADER, {}),
        ([], request(S.ACCEPTED), Act.OFFER, LEADER, {}),
        ([("result", RESIDENT)], request(S.ACCEPTED), Act.RESOLVE, LEADER, {}),
        ([("note-confirmed", LEADER)], request(S.RESOLVED), Act.CONFIRM, RESIDENT, {}),
        ([("note-expired", RESIDENT)], request(S.RESOLVED), Act.EXPIRE, None, {}),
        ([("reopened", LEADER)], request(S.CLOSED), Act.REOPEN, RESIDENT, {}),
        ([], request(S.ASSIGNED), Act.ESCALATE, None, {}),  # the escalation itself knows whom it reached
        ([("reminder", LEADER)], request(S.ASSIGNED), Act.REMIND, None, {"data": {"clock": "answer"}}),
        ([("reminder", OFFICE)], request(S.SUBMITTED), Act.REMIND, None, {"data": {"clock": "answer"}}),
        ([("result", RESIDENT)], request(S.RESOLVED), Act.REMIND, None, {"data": {"clock": "confirm"}}),
        ([("declined", RESIDENT)], request(S.ASSIGNED), Act.DECLINE, LEADER, {}),
        ([], request(S.DECLINED), Act.APPEAL, RESIDENT, QUEUED),  # the assignment that follows speaks
        # ended by the resident, or for them by somebody above, who may be the one responsible
        ([("note-cancelled", LEADER)], request(S.ACCEPTED), Act.CANCEL, RESIDENT, {}),
        ([("note-cancelled", OFFICE)], request(S.SUBMITTED), Act.CANCEL, RESIDENT, {}),
        (
            [("note-cancelled-above", RESIDENT), ("note-cancelled", LEADER)],
            request(S.ASSIGNED),
            Act.CANCEL,
            OTHER,
            {},
        ),
        ([("note-cancelled-above", RESIDENT)], request(S.ASSIGNED), Act.CANCEL, LEADER, {}),
        # more from the resident, who may mend a word as long as it is open
        ([("note-added", LEADER)], request(S.ACCEPTED), Act.ADD, RESIDENT, {}),
        ([("note-revised", LEADER)], request(S.ASSIGNED), Act.REVISE, RESIDENT, {}),
        ([], request(S.CLOSED), Act.REVISE, RESIDENT, {}),
        ([], request(S.ACCEPTED), Act.REWORD, LEADER, {}),
        ([], request(S.CLOSED), Act.RATE, RESIDENT, {}),
        # put right: a word to the resident, and to whoever answers if another did it
        ([("note-corrected", RESIDENT)], request(S.ACCEPTED), Act.CORRECT, LEADER, {}),
        ([("note-corrected", RESIDENT)], request(S.SUBMITTED), Act.CORRECT, OTHER, {}),
        (
            [("note-corrected", RESIDENT), ("note-corrected-office", LEADER)],
            request(S.ASSIGNED),
            Act.CORRECT,
            OTHER,
            {},
        ),
        # and gone on by that: the resident has been told with the correction
        (
            [("request", OTHER), ("note-moved-corrected", LEADER)],
            request(S.ACCEPTED),
            Act.ASSIGN,
            None,
            {"responsible_id": OTHER, "data": {"why": "corrected"}},
        ),
        (
            [("queue", OFFICE), ("note-moved-corrected", LEADER)],
            request(S.ASSIGNED),
            Act.QUEUE,
            None,
            QUEUED | {"data": {"why": "corrected"}},
        ),
    ],
)
def test_who_hears_what_of_a_change(told, before, act, by, fields):
    assert said(before, act, by, **fields) == told


@pytest.mark.parametrize("act", lifecycle.MOVES)
def test_every_move_is_in_the_table_above_or_says_nothing(act):
    """A notice of a new act must not go unnoticed."""
    for status in lifecycle.MOVES[act].sources:
        for notice in notices.of(
            lifecycle.move(request(status), act, by_id=None, now=NOW, data={"clock": "answer"})
        ):
            assert isinstance(notice, Notice)
            assert notice.person_id in (RESIDENT, LEADER, None)


def test_only_reminders_go_in_the_lane_of_reminders():
    lanes = {}
    for act in lifecycle.MOVES:
        for status in lifecycle.MOVES[act].sources:
            change = lifecycle.move(request(status), act, by_id=None, now=NOW, data={"clock": "answer"})
            lanes.setdefault(act, set()).update(notice.lane for notice in notices.of(change))
    assert lanes.pop(Act.REMIND) == {Lane.REMINDER}
    assert set().union(*lanes.values()) == {Lane.WORK}
