"""Who answers: the deepest grid whose leader a message reaches, and whom was passed over for what reason."""

import pytest

from bot.dispatch import routing
from bot.dispatch.routing import Skipped
from storage.grids import Holder
from storage.records import Grid, Person, Role

BUILDING, COMPOUND, COMMUNITY = PATH = [
    Grid(id_, code, code, "level", parent, False, None, (), None)
    for id_, code, parent in ((3, "B", 2), (2, "C", 1), (1, "K", None))
]


def who(id_, *, account=True, reached=True):
    return Person(id_, f"p{id_}", None, 1000 + id_ if account else None, reached, None)


def there(**by_grid):
    """B=[person, …] → holders, in the order leader, deputy, secretary."""
    roles = (Role.LEADER, Role.DEPUTY, Role.SECRETARY)
    return {
        grid.id: [
            Holder(role, person) for role, person in zip(roles, by_grid.get(grid.code, ()), strict=False)
        ]
        for grid in PATH
    }


def test_the_deepest_leader_is_asked_first():
    found = routing.choose(PATH, there(B=[who(1)], C=[who(2)], K=[who(3)]))
    assert (found.person, found.grid, found.skipped) == (who(1), BUILDING, ())


def test_the_leader_comes_before_the_deputy_and_the_deputy_before_the_secretary():
    trio = [who(1), who(2), who(3)]
    assert routing.choose(PATH, there(B=trio)).person == who(1)
    assert routing.choose(PATH, there(B=[who(1, reached=False), *trio[1:]])).person == who(2)
    gone = who(2, account=False, reached=False)
    assert routing.choose(PATH, there(B=[who(1, reached=False), gone, who(3)])).person == who(3)


@pytest.mark.parametrize(
    ("holders", "why"),
    [
        ([], "vacant"),
        ([who(1, account=False, reached=False)], "unlinked"),
        ([who(1, account=False, reached=False), who(2, account=False, reached=False)], "unlinked"),
        ([who(1, reached=False)], "unreachable"),
        ([who(1, account=False, reached=False), who(2, reached=False)], "unreachable"),
    ],
)
def test_a_grid_without_anybody_in_reach_is_passed_over_with_the_reason(holders, why):
    found = routing.choose(PATH, there(B=holders, C=[who(5)]))
    assert (found.person, found.grid, found.skipped) == (who(5), COMPOUND, (Skipped("B", why),))


def test_where_nobody_is_reached_all_the_way_up_every_grid_is_named():
    found = routing.choose(PATH, there(C=[who(1, reached=False)], K=[who(2, account=False)]))
    assert (found.person, found.grid) == (None, None)
    assert found.skipped == (Skipped("B", "vacant"), Skipped("C", "unreachable"), Skipped("K", "unlinked"))


def test_an_account_that_was_taken_away_is_not_reached_whatever_was_noted():
    assert routing.choose(PATH, there(B=[who(1, account=False, reached=True)])).person is None


def test_who_was_told_already_is_not_chosen_again():
    found = routing.choose(PATH, there(B=[who(1), who(2)], C=[who(3)]), but=frozenset({1, 2}))
    assert (found.person, found.skipped) == (who(3), (Skipped("B", "passed"),))


@pytest.mark.parametrize(
    ("heard", "left"),
    [
        (set(), PATH),
        ({3}, [COMPOUND, COMMUNITY]),
        ({2}, [COMMUNITY]),
        ({3, 2}, [COMMUNITY]),
        ({1, 3}, []),
        ({99}, PATH),
        ({99, 3}, [COMPOUND, COMMUNITY]),
        ({None}, []),
        ({None, 3}, []),
    ],
)
def test_above_is_past_everybody_who_has_heard_and_past_administrators_there_is_nobody(heard, left):
    assert list(routing.above(PATH, heard)) == left
