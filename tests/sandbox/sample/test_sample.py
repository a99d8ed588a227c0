"""The sample community: the committed files are what the script makes, and sound."""

from collections import Counter
from random import Random

import pytest

from bot.dispatch import boundaries
from bot.dispatch.gridtree import Tree
from bot.dispatch.ground import Ground
from bot.dispatch.importing import Checked, Known, check_path, one_person_each
from bot.dispatch.importing.builtin import builtin_categories
from sandbox.sample import community, layout, make
from sandbox.sample.cast import BY_KEY, CAST, GROUPS
from sandbox.sample.places import spot_of, spots
from sandbox.sample.roster import NO_LEADER
from storage.records import Grid


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_path(make.FOLDER, Known(builtin={row.code for row in builtin_categories()}))


@pytest.fixture(scope="module")
def place() -> community.Community:
    return community.build(Random(make.SEED))  # noqa: S311 - the sample's own fixed seed


def test_the_committed_files_are_what_the_script_makes():
    for name, text in make.made().items():
        assert (make.FOLDER / name).read_bytes() == text.encode(), (
            f"run python -m sandbox.sample.make: {name}"
        )


def test_there_are_29_compounds_and_4911_households_in_units_of_10_to_20(checked, place):
    levels = Counter(row.level for row in checked.grids)
    assert (levels["street"], levels["community"], levels["compound"]) == (1, 1, 29)
    assert sum(place.households.values()) == 4_911
    assert all(10 <= number <= 20 for number in place.households.values())
    assert set(place.households) == {row.code for row in checked.grids if row.level == "unit"}


def test_every_compound_has_a_mode_and_a_name_of_its_own(checked):
    compounds = [row for row in checked.grids if row.level == "compound"]
    assert {row.mode for row in compounds} == {"mixed", "trustee", "self"}
    assert len({row.name for row in compounds}) == 29


def test_property_companies_and_owners_committees_are_where_the_mode_has_them(checked):
    modes = {row.code: row.mode for row in checked.grids if row.level == "compound"}
    for role, with_it in (("property", {"mixed", "trustee"}), ("committee", {"mixed"})):
        grids = {row.grid for row in checked.people if row.role == role}
        assert grids == {code for code, mode in modes.items() if mode in with_it}
    assert all(row.organisation for row in checked.people if row.role == "property")


def test_there_are_60_volunteers_2_administrators_and_one_secretary(checked):
    roles = Counter(row.role for row in checked.people)
    assert (roles["volunteer"], roles["admin"], roles["secretary"]) == (60, 2, 1)
    assert all(
        row.skills and row.languages for row in checked.people if row.role == "volunteer" and row.skills
    )


def test_some_compounds_and_buildings_have_no_leader(checked):
    led = {row.grid for row in checked.people if row.role == "leader"}
    compounds = {row.code for row in checked.grids if row.level == "compound"}
    buildings = {row.code for row in checked.grids if row.level == "building"}
    assert compounds - led == set(NO_LEADER)
    assert 0.1 < len(buildings - led) / len(buildings) < 0.5
    assert "XY01-3" in buildings - led


def test_everybody_can_be_told_apart_and_reached(checked):
    people = one_person_each(checked.people)
    assert len({rows[0].name for rows in people}) == len(people)
    assert all(row.phone.startswith("+861990000") for row in checked.people)


def test_the_cast_and_nobody_else_has_an_account_in_the_roster(checked):
    posts = {
        (row.telegram_id, row.name, row.role, row.grid)
        for row in checked.people
        if row.telegram_id is not None
    }
    assert posts == {(m.telegram_id, m.name, role, grid) for m in CAST for role, grid in m.posts}


def test_residents_of_the_cast_live_in_units_and_are_not_in_the_roster(checked):
    residents = [member for member in CAST if not member.posts]
    assert len(residents) >= 3
    assert {member.home for member in residents} <= {row.code for row in checked.grids if row.level == "unit"}
    assert not {member.name for member in residents} & {row.name for row in checked.people}


def test_the_two_groups_belong_to_grids_and_have_members_of_the_cast(checked):
    codes = {row.code for row in checked.grids}
    assert len(GROUPS) == 2
    assert len(BY_KEY) == len({member.telegram_id for member in CAST}) == len(CAST)
    for group in GROUPS:
        assert group.grid in codes
        assert set(group.members) <= set(BY_KEY)
        assert any(("leader", group.grid) in BY_KEY[key].posts for key in group.members) or group.grid == "XY"


def test_what_is_dedicated_has_a_leader_of_its_own(checked):
    dedicated = {row.code for row in checked.grids if row.dedicated}
    assert dedicated == {"XY-SCHOOL", "XY-MARKET"}
    assert dedicated <= {row.grid for row in checked.people if row.role == "leader"}
    assert ("leader", "XY-MARKET") in BY_KEY["market"].posts


def test_boundaries_lie_side_by_side_within_the_community(checked):
    shapes = {row.code: boundaries.parse(row.boundary) for row in checked.grids if row.boundary}
    whole = shapes.pop("XY")
    levels = {row.level for row in checked.grids if row.code in shapes}
    assert (len(shapes), levels) == (31, {"compound", "学校", "市场"})
    assert all(whole.contains(shape) for shape in shapes.values())
    assert sum(shape.area for shape in shapes.values()) < whole.area
    assert not any(a.intersects(b) for a in shapes.values() for b in shapes.values() if a is not b)


@pytest.fixture(scope="module")
def ground(checked) -> Ground:
    ids = {row.code: number for number, row in enumerate(checked.grids, start=1)}
    grids = [
        Grid(
            id=ids[row.code],
            code=row.code,
            name=row.name,
            level=row.level,
            parent_id=ids.get(row.parent or ""),
            dedicated=row.dedicated,
            mode=row.mode or "",
            aliases=tuple(row.aliases),
            boundary=row.boundary,
        )
        for row in checked.grids
    ]
    made = Ground.of(Tree.of(grids)[0], grids)
    assert made
    return made


def test_the_spots_at_hand_are_found_and_between_two_one_chooses(ground, checked):
    names = {number: row.name for number, row in enumerate(checked.grids, start=1)}
    *inside, border = spots()
    for spot in inside:
        found = ground.find(spot.longitude, spot.latitude)
        assert found.clear and names[found.clear] == spot.name
    found = ground.find(border.longitude, border.latitude)
    assert found.clear is None
    assert {names[choice] for choice in found.choices} == {"松柏苑", "丁香园", "向阳里社区"}
    assert border.name == "松柏苑 / 丁香园"


def test_everybody_of_the_cast_is_somewhere_in_the_community(ground):
    for member in CAST:
        spot = spot_of(member.home or member.posts[0][1])
        assert spot
        assert ground.find(spot.longitude, spot.latitude).clear
    home = spot_of("XY01-2-1")
    assert home
    assert home.name == "松柏苑"
    assert spot_of("no-such-grid") is None


def test_the_park_is_nobodys_but_the_communitys(ground, checked):
    found = ground.find(*layout.MIDDLE)
    assert found.clear == 1 + [row.code for row in checked.grids].index("XY")


def test_organisations_are_those_that_people_are_of_and_can_be_called(checked):
    rows = checked.organisations
    assert {row.organisation for row in checked.people if row.organisation} <= {row.name for row in rows}
    assert {"property", "committee", "firm", "office", "department", "team"} == {row.kind for row in rows}
    assert all(row.contact for row in rows if row.kind != "committee")
    assert all((row.contact or "+861990000").startswith("+861990000") for row in rows)
    numbers = {row.contact: row.name for row in rows if row.contact}
    assert not set(numbers) & {row.phone for row in checked.people}
