"""Which grid a location lies in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dispatch.atlas import Atlas
from bot.dispatch.gridtree import Tree
from bot.dispatch.ground import METRES, NEAR_BORDER, NOT_FAR, Ground
from bot.dispatch.places import MOST_CHOICES
from storage.records import Grid

NORTH = 60  # where a degree of longitude is half as long as one of latitude
EAST, UP = METRES / 2, METRES  # metres of a degree there
SITE = (100.0, NORTH)


def box(west: float, south: float, east: float, north: float) -> str:
    """A rectangle, in metres from the site's corner."""
    lons = [SITE[0] + metres / EAST for metres in (west, east)]
    lats = [SITE[1] + metres / UP for metres in (south, north)]
    ring = [(lons[0], lats[0]), (lons[1], lats[0]), (lons[1], lats[1]), (lons[0], lats[1])]
    points = ", ".join(f"{lon:.9f} {lat:.9f}" for lon, lat in [*ring, ring[0]])
    return f"POLYGON(({points}))"


# code, parent, boundary, dedicated
TOWN = [
    ("XY", None, box(0, 0, 2000, 1000), False),
    ("JX", "XY", box(100, 100, 600, 600), False),
    ("JX3", "JX", box(200, 200, 300, 250), False),
    ("JX4", "JX", box(200, 265, 300, 315), False),
    ("HS", "XY", box(600, 100, 1100, 600), False),
    ("SCH", "XY", box(900, 400, 1150, 700), True),
    ("DX", "XY", box(1300, 100, 1600, 600), False),
    ("DY", "XY", box(1550, 100, 1900, 600), False),
    ("NB", "XY", None, False),
]


def ground_of(rows) -> tuple[Ground | None, dict[int, str]]:
    ids = {code: number for number, (code, *_) in enumerate(rows, start=1)}
    grids = [
        Grid(ids[code], code, code, "any", ids.get(parent), dedicated, None, (), boundary)
        for code, parent, boundary, dedicated in rows
    ]
    return Ground.of(Tree.of(grids)[0], grids), {number: code for code, number in ids.items()}


GROUND, CODES = ground_of(TOWN)


def at(east: float, north: float) -> tuple[str, bool]:
    """The codes found at so many metres from the corner, and whether it is clear."""
    assert GROUND
    found = GROUND.find(SITE[0] + east / EAST, SITE[1] + north / UP)
    return " ".join(CODES[choice] for choice in found.choices), found.clear is not None


@pytest.mark.parametrize(
    ("spot", "codes", "clear"),
    [
        ((250, 210), "JX3", True),  # the deepest that holds it
        ((450, 400), "JX", True),
        ((1200, 200), "XY", True),
        ((150, 150), "JX", True),
        ((110, 300), "JX", True),  # near a border behind which nothing else is
        ((250, 245), "JX3 JX4", False),  # another begins 20 m further
        ((250, 257), "JX JX3 JX4", False),  # between two, the nearer first
        ((250, 180), "JX JX3", False),
        ((590, 400), "JX HS", False),
        ((610, 400), "HS JX", False),
        ((630, 300), "HS", True),  # 30 m off
        ((1575, 300), "DX DY", False),  # two hold it: the smaller first
        ((1000, 500), "SCH", True),  # the school inside wins
        ((1140, 650), "SCH", True),
        ((890, 450), "HS SCH", False),  # beside it
        ((1000, 1010), "XY", False),  # outside of all
        ((1000, 1190), "XY", False),
        ((1000, 1210), "", False),
        ((99_000, 9_000), "", False),
    ],
)
def test_a_location_lies_in_the_deepest_grid_around_it_or_may_be_meant_to_lie_beside(spot, codes, clear):
    assert at(*spot) == (codes, clear)


def test_distances_are_metres_in_every_direction():
    assert at(600 + NEAR_BORDER - 1, 300)[0] == "HS JX"
    assert at(600 + NEAR_BORDER + 1, 300)[0] == "HS"
    assert at(1950, 1000 + NOT_FAR - 2)[0] == at(2000 + NOT_FAR - 2, 500)[0] == "XY"
    assert at(1950, 1000 + NOT_FAR + 2)[0] == at(2000 + NOT_FAR + 2, 500)[0] == ""


def test_a_grid_without_a_boundary_lies_in_the_one_around_it():
    assert GROUND
    number = {code: each for each, code in CODES.items()}
    assert CODES[GROUND.around(number["NB"]) or 0] == "XY"
    assert CODES[GROUND.around(number["JX3"]) or 0] == "JX3"
    assert GROUND.around(99) is None
    lone, _ = ground_of([("A", None, None, False), ("B", None, box(0, 0, 9, 9), False)])
    assert lone
    assert lone.around(1) is None


def test_where_no_grid_has_a_boundary_there_is_no_ground():
    assert ground_of([("XY", None, None, False)])[0] is None


def test_a_boundary_that_is_none_is_left_out():
    ground, codes = ground_of([("XY", None, "POINT(1 1)", False), ("JX", "XY", box(0, 0, 9, 9), False)])
    assert ground
    assert [codes[each] for each in ground.find(SITE[0] + 5 / EAST, SITE[1] + 5 / UP).choices] == ["JX"]


@given(st.floats(-180, 180), st.floats(-90, 90))
@settings(max_examples=200, deadline=None)
def test_any_location_has_a_sound_answer(longitude, latitude):
    assert GROUND
    found = GROUND.find(longitude, latitude)
    assert len(set(found.choices)) == len(found.choices) <= MOST_CHOICES
    assert found.clear is None or found.sure


async def test_the_ground_is_made_anew_when_the_grids_have_changed(database, import_files):
    atlas = Atlas()
    assert await database.read(atlas.ground) is None
    await import_files(grids=f'code,name,level,boundary\nXY,向阳社区,community,"{box(0, 0, 500, 500)}"')
    first = await database.read(atlas.ground)
    assert first
    assert len(first.find(SITE[0] + 250 / EAST, SITE[1] + 250 / UP).choices) == 1
    await import_files(grids="code,name,level,boundary\nXY,向阳社区,community,")
    assert await database.read(atlas.ground) is None
