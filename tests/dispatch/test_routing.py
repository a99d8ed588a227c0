"""Who answers, and past whom: whoever the category names first, else the deepest grid with somebody there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch import routing
from bot.dispatch.routing import First
from storage.answering import Answerer, Delegate
from storage.records import Grid, Person, Role

BUILDING, COMPOUND, COMMUNITY = PATH = [
    Grid(id_, code, code, "level", parent, False, mode, (), None)
    for id_, code, parent, mode in ((3, "B", 2, None), (2, "C", 1, "trustee"), (1, "K", None, "self"))
]
ROLES = (Role.LEADER, Role.DEPUTY, Role.SECRETARY)
PROPERTY = First("property", "trustee")
WATER = First("Water works", "")


def who(id_, *, account=True, reached=True):
    return Person(id_, f"p{id_}", None, 1000 + id_ if account else None, reached, None)


def holds(grid, role, person, *, away=False, delegate=None, organisation=None, post=None):
    stands_in = delegate if isinstance(delegate, Delegate | None) else Delegate(delegate)
    return Answerer(post or person.id, role, organisation, grid.id, grid.name, person, away, stands_in)


def there(**by_grid):
    """B=[person, …] → their posts, in the order leader, deputy, secretary."""
    return [
        holds(grid, role, person)
        for grid in PATH
        for role, person in zip(ROLES, by_grid.get(grid.code, ()), strict=False)
    ]


def chosen(posts, **named):
    """(name, how, skipped) of the route over these posts; of equals whoever is the longest in post."""
    route = routing.choose(PATH, posts, **named)
    found = routing.lightest(route.equals, {}) if route.equals else None
    kept = routing.reasons(route, found)
    return found and found.person.name, kept["how"], [tuple(skip) for skip in kept["skipped"]]


# Up the grids


def test_the_deepest_leader_is_asked_first():
    assert chosen(there(B=[who(1)], C=[who(2)], K=[who(3)])) == ("p1", "post", [])


@pytest.mark.parametrize(
    ("trio", "name", "why"),
    [
        ([who(1), who(2), who(3)], "p1", None),
        ([who(1, reached=False), who(2), who(3)], "p2", "unreachable"),
        ([who(1, reached=False), who(2, account=False, reached=False), who(3)], "p3", "unreachable"),
        ([who(1, account=False), who(2), who(3)], "p2", "unlinked"),
    ],
)
def test_the_leader_comes_before_the_deputy_and_the_deputy_before_the_secretary(trio, name, why):
    assert chosen(there(B=trio)) == (name, "post", [("B", why)] if why else [])


def test_of_a_grid_that_never_had_a_leader_none_is_said_to_be_missing():
    assert chosen([holds(BUILDING, Role.SECRETARY, who(1))]) == ("p1", "post", [])


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
    assert chosen(there(B=holders, C=[who(5)])) == ("p5", "post", [("B", why)])


def test_where_nobody_is_reached_all_the_way_up_every_grid_is_named():
    assert chosen(there(C=[who(1, reached=False)], K=[who(2, account=False)])) == (
        None,
        "nobody",
        [("B", "vacant"), ("C", "unreachable"), ("K", "unlinked")],
    )


def test_an_account_that_was_taken_away_is_not_reached_whatever_was_noted():
    assert not routing.choose(PATH, there(B=[who(1, account=False, reached=True)])).equals


def test_who_was_told_already_is_not_chosen_again():
    posts = there(B=[who(1), who(2)], C=[who(3)])
    assert chosen(posts, but={1, 2}) == ("p3", "post", [("B", "passed")])


# Leaves


@pytest.mark.parametrize(
    ("delegate", "name", "how"),
    [
        (who(9), "p9", "delegate"),
        (None, "p2", "post"),
        (who(9, reached=False), "p2", "post"),
        (who(9, account=False), "p2", "post"),
        (Delegate(who(9), away=True), "p2", "post"),
        (who(8), "p2", "post"),  # whose request it is
    ],
)
def test_for_who_is_away_their_delegate_answers_else_the_next_in_line(delegate, name, how):
    posts = [
        holds(BUILDING, Role.LEADER, who(1), away=True, delegate=delegate),
        holds(BUILDING, Role.DEPUTY, who(2)),
    ]
    skipped = [] if how == "delegate" else [("B", "absent")]
    assert chosen(posts, but={8}) == (name, how, skipped)


def test_whoever_is_away_without_anybody_in_their_place_is_passed_over_at_once():
    posts = [holds(BUILDING, Role.LEADER, who(1), away=True), holds(COMPOUND, Role.LEADER, who(2))]
    assert chosen(posts) == ("p2", "post", [("B", "absent")])


def test_it_is_kept_in_whose_place_a_delegate_stands():
    posts = [holds(BUILDING, Role.LEADER, who(1), away=True, delegate=who(9))]
    route = routing.choose(PATH, posts)
    assert routing.reasons(route, route.equals[0]) == {
        "how": "delegate",
        "skipped": [],
        "to": 9,
        "grid": "B",
        "role": "leader",
        "for": 1,
    }


def test_an_equal_who_is_there_comes_before_one_who_stands_in():
    posts = [
        holds(BUILDING, Role.LEADER, who(1), away=True, delegate=who(9)),
        holds(BUILDING, Role.LEADER, who(2)),
    ]
    assert [found.person.id for found in routing.choose(PATH, posts).equals] == [2]


# Equals


@pytest.mark.parametrize(
    ("at_work", "name"),
    [({}, "p7"), ({7: 2, 4: 1}, "p4"), ({7: 1, 4: 1}, "p7"), ({4: 3}, "p7"), ({7: 1}, "p4")],
)
def test_of_equals_it_is_who_has_the_least_to_do_then_the_longest_in_post(at_work, name):
    posts = [
        holds(BUILDING, Role.LEADER, who(4), post=12),
        holds(BUILDING, Role.LEADER, who(7), post=11),
    ]
    assert routing.lightest(routing.choose(PATH, posts).equals, at_work).person.name == name


# Who answers first


@pytest.mark.parametrize(
    ("modes", "named", "first"),
    [
        ([None, "trustee", "self"], [{"trustee": "property"}], First("property", "trustee")),
        (["self", "trustee", None], [{"trustee": "property", "self": "leader"}], None),
        (["mixed", None, None], [{"": "committee", "trustee": "property"}], First("committee", "")),
        ([None, None, None], [{"": "leader", "trustee": "property"}], None),
        ([None, None, None], [{"": "Water works"}], First("Water works", "")),
        ([None, None, None], [{}, {"": "property"}], First("property", "")),
        (["trustee", None, None], [{"": "leader"}, {"trustee": "property"}], None),
        (["trustee", None, None], [{"mixed": "property"}, {}], None),
        (["trustee", None, None], [{}, {}], None),
        (["trustee", None, None], [], None),
    ],
)
def test_the_item_then_its_category_names_who_is_first_by_the_nearest_mode(modes, named, first):
    path = [replace(grid, mode=mode) for grid, mode in zip(PATH, modes, strict=True)]
    assert routing.first_of(path, named) == first


LEADERS = [*there(B=[who(1)], C=[who(2)])]


def test_a_property_company_that_is_named_answers_before_the_leader_who_is_told():
    firsts = [holds(COMPOUND, Role.PROPERTY, who(5), organisation="Anju")]
    route = routing.choose(PATH, LEADERS, first=PROPERTY, firsts=firsts)
    assert [found.person.id for found in route.ordinary.equals] == [1]
    assert routing.reasons(route, route.equals[0]) == {
        "how": "first",
        "skipped": [],
        "to": 5,
        "grid": "C",
        "role": "property",
        "organisation": "Anju",
        "first": "property",
        "mode": "trustee",
    }


def test_of_those_named_the_nearest_grid_is_asked_before_the_next():
    firsts = [holds(BUILDING, Role.PROPERTY, who(6)), holds(COMPOUND, Role.PROPERTY, who(5))]
    assert chosen(LEADERS, first=PROPERTY, firsts=firsts)[0] == "p6"
    firsts[0] = replace(firsts[0], person=who(6, reached=False))
    assert chosen(LEADERS, first=PROPERTY, firsts=firsts)[0] == "p5"


def test_an_organisation_that_sits_elsewhere_is_asked_after_those_on_the_way():
    town = Grid(99, "T", "T", "town", None, False, None, (), None)
    firsts = [
        holds(COMPOUND, Role.MEMBER, who(5, reached=False), organisation="Water works"),
        holds(town, Role.MEMBER, who(7), organisation="Water works"),
        holds(town, Role.STAFF, who(6), organisation="Water works"),
    ]
    route = routing.choose(PATH, LEADERS, first=WATER, firsts=firsts)
    assert {found.person.id for found in route.equals} == {6, 7}


@pytest.mark.parametrize(
    ("firsts", "why"),
    [
        ([], "vacant"),
        ([holds(COMPOUND, Role.PROPERTY, who(5, account=False))], "unlinked"),
        ([holds(COMPOUND, Role.PROPERTY, who(5, reached=False))], "unreachable"),
        ([holds(COMPOUND, Role.PROPERTY, who(5), away=True)], "absent"),
        ([holds(COMPOUND, Role.PROPERTY, who(8))], "passed"),
    ],
)
def test_where_nobody_named_is_there_the_leaders_answer_and_the_reason_is_kept(firsts, why):
    route = routing.choose(PATH, LEADERS, first=PROPERTY, firsts=firsts, but={8})
    kept = routing.reasons(route, route.equals[0])
    assert (kept["to"], kept["how"], kept["first"], kept["failed"]) == (1, "post", "property", why)
    assert not route.by_first


# Above


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


# Whatever the posts are

PERSON = st.builds(who, st.integers(1, 12), account=st.booleans(), reached=st.booleans())
POST = st.builds(
    holds,
    st.sampled_from(PATH),
    st.sampled_from([*ROLES, Role.PROPERTY, Role.COMMITTEE, Role.STAFF]),
    PERSON,
    away=st.booleans(),
    delegate=st.none() | st.builds(Delegate, PERSON, st.booleans()),
    post=st.integers(1, 99),
)
POSTS = st.lists(POST, max_size=12)
BUT = st.sets(st.integers(1, 12), max_size=4)
FIRST = st.sampled_from([None, PROPERTY, First("committee", "")])


def decided(posts, first, but):
    firsts = [post for post in posts if first and post.role == first.who]
    return routing.choose(PATH, posts, first=first, firsts=firsts, but=but)


def reachable(person):
    return person.reachable and person.telegram_id is not None


@given(POSTS, FIRST, BUT)
def test_nobody_is_chosen_who_is_not_to_be_asked_not_reached_or_away(posts, first, but):
    for found in decided(posts, first, but).equals:
        assert found.person.id not in but
        assert found.post.person.id not in but
        assert reachable(found.person)
        if found.person is found.post.person:
            assert not found.post.away
        else:
            assert found.post.away
            assert not found.post.delegate.away


@given(POSTS, FIRST, BUT)
def test_it_goes_to_nobody_only_if_nobody_who_leads_on_the_way_can_be_asked(posts, first, but):
    line = [
        post
        for post in posts
        if post.role in ROLES and post.person.id not in but and not post.away and reachable(post.person)
    ]
    route = decided(posts, first, but)
    assert route.equals or not line
    assert bool(route.equals) or len(route.ordinary.skipped) == len(PATH)


@given(POSTS, FIRST, BUT)
def test_equals_have_one_grid_and_one_role(posts, first, but):
    equals = decided(posts, first, but).equals
    assert len({(found.post.grid_id, found.post.role) for found in equals}) <= 1


@given(POSTS, BUT)
def test_nobody_nearer_is_left_out(posts, but):
    route = decided(posts, None, but)
    if route.equals:
        order = [grid.id for grid in PATH]
        depth = order.index(route.equals[0].post.grid_id)
        nearer = [
            post
            for post in posts
            if post.role in ROLES
            and order.index(post.grid_id) < depth
            and post.person.id not in but
            and not post.away
            and reachable(post.person)
        ]
        assert not nearer


@given(POSTS, FIRST, BUT)
def test_who_is_named_first_answers_or_it_is_said_why_not(posts, first, but):
    route = decided(posts, first, but)
    if first is None:
        assert not route.failed
    elif route.by_first:
        assert all(found.post.role == first.who for found in route.equals)
    else:
        assert route.failed in {"vacant", "absent", "unlinked", "unreachable", "passed"}
        assert route.equals == route.ordinary.equals
