"""Who may do what: every act, for everything a person can be to a request, in every state."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from bot.dispatch import permissions
from bot.dispatch.permissions import RIGHTS, Relation
from storage.records import Act, Request, Urgency
from storage.records import RequestStatus as S

# Written out by hand: for each act a row of yes and no in the order submitted, assigned, accepted, resolved,
# closed, declined, cancelled. Who is not named may never.
OFFICE = {
    Act.ACCEPT: "yynnnnn",
    Act.OFFER: "yyynnnn",
    Act.RESOLVE: "nnynnnn",
    Act.ASSIGN: "yyynnnn",
    Act.CORRECT: "yyynnnn",
    Act.DECLINE: "yynnnnn",
    Act.REWORD: "yyynnnn",
    Act.SAY: "yyyyyyy",
}
ABOVE = OFFICE | {Act.CANCEL: "yyynnnn"}
EXPECTED = {
    Relation.RESIDENT: {
        Act.SAY: "yyyyyyy",
        Act.ADD: "yyynnnn",
        Act.CANCEL: "yyynnnn",
        Act.CONFIRM: "nnnynnn",
        Act.REOPEN: "nnnyynn",
        Act.APPEAL: "nnnnnyn",
        Act.RATE: "nnnnynn",
    },
    Relation.RESPONSIBLE: OFFICE,
    Relation.SUPERVISOR: ABOVE,
    Relation.ADMIN: ABOVE,
    Relation.OFFICE: ABOVE,
    Relation.INFORMED: {},
    Relation.CLAIMANT: {
        Act.SAY: "yyyyyyy",
        Act.ARRIVE: "yyynnnn",
        Act.FINISH: "yyynnnn",
        Act.WITHDRAW: "yyynnnn",
    },
}
EVERY_MIX = [frozenset(mix) for size in range(len(Relation) + 1) for mix in combinations(Relation, size)]


def request(status, *, confidential=False):
    now = datetime(2026, 3, 3, tzinfo=UTC)
    return Request(
        id=1,
        number="K7D2",
        resident_id=12,
        category_id=None,
        grid_id=3,
        words="w",
        urgency=Urgency.NORMAL,
        confidential=confidential,
        status=status,
        responsible_id=1,
        responsible_grid_id=3,
        level=0,
        reopened=0,
        result=None,
        confirmed=False,
        version=1,
        created_at=now,
        closed_at=None,
    )


def expected(relation, act, status):
    return EXPECTED[relation].get(act, "nnnnnnn")[list(S).index(status)] == "y"


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("act", Act)
def test_every_cell_of_the_table_of_rights(act, relation, status):
    assert (act in permissions.allowed({relation}, request(status))) == expected(relation, act, status)


@pytest.mark.parametrize("status", S)
def test_who_is_several_things_may_what_any_of_them_may(status):
    for mix in EVERY_MIX:
        each = [permissions.allowed({relation}, request(status)) for relation in mix]
        assert permissions.allowed(mix, request(status)) == frozenset().union(*each)


@pytest.mark.parametrize("status", S)
def test_nothing_confidential_is_ever_offered_and_nothing_else_is_less(status):
    for mix in EVERY_MIX:
        open_acts = permissions.allowed(mix, request(status))
        assert permissions.allowed(mix, request(status, confidential=True)) == open_acts - {
            Act.OFFER,
            Act.REWORD,
        }


@pytest.mark.parametrize("act", RIGHTS)
def test_whoever_may_in_some_state_has_the_right(act):
    for mix in EVERY_MIX:
        ever = any(act in permissions.allowed(mix, request(status)) for status in S)
        assert permissions.has_right(act, mix) == ever


def test_a_stranger_is_nothing_and_may_nothing():
    are = permissions.relations(99, request(S.ASSIGNED))
    assert are == frozenset()
    assert not permissions.may_see_contact(are)


def test_one_person_can_be_everything_at_once_but_the_resident():
    everything = dict.fromkeys(("supervisor", "admin", "office", "informed", "claimant"), True)
    are = permissions.relations(1, request(S.SUBMITTED), **everything)
    assert are == frozenset(Relation) - {Relation.RESIDENT}


@pytest.mark.parametrize("status", S)
def test_the_office_has_to_do_with_what_is_in_the_queue(status):
    are = permissions.relations(99, request(status), office=True)
    assert are == ({Relation.OFFICE} if status is S.SUBMITTED else set())


def test_nobody_answers_for_what_they_asked_for_themselves():
    own = replace(request(S.ASSIGNED), resident_id=1)
    everything = dict.fromkeys(("supervisor", "admin", "office", "informed"), True)
    assert permissions.relations(1, replace(own, status=S.SUBMITTED), **everything) == {Relation.RESIDENT}


def test_while_nobody_is_responsible_nobody_is_taken_for_it():
    assert not permissions.relations(0, replace(request(S.SUBMITTED), responsible_id=None))


@pytest.mark.parametrize("relation", Relation)
def test_the_contact_is_for_those_who_answer_and_those_who_go_there(relation):
    assert permissions.may_see_contact({relation}) == (relation not in (Relation.RESIDENT, Relation.INFORMED))
