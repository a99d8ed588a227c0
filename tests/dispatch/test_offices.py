"""Whom of the office a word reaches, as a table and over any office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.offices import there
from storage.offices import Member
from storage.records import Person


def person(id_):
    return Person(id_, str(id_), None, id_, reachable=True, language=None)


def office(words):
    """Members by their ids: "1 2-" is one who is there, and one on leave."""
    return [Member(person(int(word.rstrip("-"))), word.endswith("-")) for word in words.split()]


@pytest.mark.parametrize(
    ("members", "but", "told"),
    [
        ("", (), []),
        ("1 2", (), [1, 2]),
        ("1 2-", (), [1]),
        ("1- 2-", (), [1, 2]),
        ("1 2-", (1,), [2]),
        ("1- 2-", (1,), [2]),
        ("1 2", (1, 2), []),
    ],
)
def test_who_is_away_is_passed_over_unless_nobody_else_is_there(members, but, told):
    assert [one.id for one in there(office(members), but)] == told


MEMBERS = st.lists(st.tuples(st.integers(1, 9), st.booleans()), unique_by=lambda one: one[0])


@given(MEMBERS, st.sets(st.integers(1, 9)))
def test_somebody_hears_of_it_whenever_there_is_anybody_to_ask(members, but):
    asked = [Member(person(id_), away) for id_, away in members]
    told = {one.id for one in there(asked, but)}
    assert bool(told) == bool({id_ for id_, _ in members} - but)
    assert told.isdisjoint(but)
    assert len({away for id_, away in members if id_ in told}) <= 1
