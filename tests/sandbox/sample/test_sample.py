"""The sample community: the committed files are what the script makes, and sound."""

from collections import Counter
from random import Random

import pytest

from bot.dispatch.importing import Checked, Known, check_path, one_person_each
from sandbox.sample import community, make
from sandbox.sample.cast import BY_KEY, CAST, GROUPS
from sandbox.sample.roster import NO_LEADER


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_path(make.FOLDER, Known())


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
