"""Pictures of grids: maps true to what they show, and legible whatever the grid is like."""

import io
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.pictures.grids import grid_picture
from bot.pictures.maps import LOWEST, draw_map, shapes_of
from bot.pictures.sheet import MARGIN, TALLEST, WIDTH, Sheet, colour_of
from bot.pictures.view import Child, GridView, State
from bot.texts import LANGUAGES

NOW = datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
WEST, SOUTH = 101.75, 36.6
STEP = 0.001


def square(x, y, side=1.0, hole=""):
    """A boundary, in steps from the south-west corner."""
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    ring = ",".join(f"{WEST + a * STEP} {SOUTH + b * STEP}" for a, b in corners)
    return f"POLYGON(({ring}){hole})"


def child(name="红山院", boundary=None, count=0, state=State.LINKED, *, dedicated=False):
    return Child(name, boundary, dedicated, count, "李建国", state)


def view(*children, **others):
    return replace(GridView("团结社区", NOW, None, 3, tuple(children)), **others)


def opened(png):
    return Image.open(io.BytesIO(png)).convert("RGB")


def mapped(*children):
    """The map alone, and where it ends."""
    sheet, seen = Sheet(), view(*children)
    draw_map(sheet, seen, shapes_of(seen))
    return sheet.image, sheet.foot


def colour_at(image, box, x, y):
    """At a part of the map's width and height."""
    left, top, right, foot = box
    at = (int(left + (right - left) * x), int(foot - (foot - top) * y))
    return "#" + bytes(image.getpixel(at)).hex()


def painted(image, foot):
    """Where something is drawn on the map."""
    area = image.crop((0, MARGIN, WIDTH, foot)).convert("L").point(lambda value: 255 * (value < 250))
    left, top, right, bottom = area.getbbox()
    return left, top + MARGIN, right, bottom + MARGIN


def test_north_is_up_and_east_is_right_and_the_fuller_the_redder():
    image, foot = mapped(
        child(boundary=square(0, 0), count=0),
        child(boundary=square(1, 0), count=2),
        child(boundary=square(0, 1), count=5),
        child(boundary=square(1, 1), count=6),
    )
    box = painted(image, foot)
    assert colour_at(image, box, 0.1, 0.1) == colour_of(0)
    assert colour_at(image, box, 0.9, 0.1) == colour_of(1) == colour_of(2)
    assert colour_at(image, box, 0.1, 0.9) == colour_of(3) == colour_of(5)
    assert colour_at(image, box, 0.9, 0.9) == colour_of(6) == colour_of(600)
    assert len({colour_of(count) for count in (0, 2, 5, 6)}) == 4


@pytest.mark.parametrize(("south", "shape"), [(0.0, 1.0), (36.6, 0.803), (60.0, 0.5)])
def test_a_degree_of_longitude_is_as_wide_as_it_is_there(south, shape):
    at = f"POLYGON((10 {south},10.001 {south},10.001 {south + 0.001},10 {south + 0.001},10 {south}))"
    left, top, right, foot = painted(*mapped(child(boundary=at)))
    assert (right - left) / (foot - top) == pytest.approx(shape, rel=0.02)


def test_holes_are_left_out_and_every_part_is_drawn():
    hole = ",".join(
        f"{WEST + a * STEP} {SOUTH + b * STEP}" for a, b in [(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)]
    )
    ring = square(0, 0, 3, f",({hole})").removeprefix("POLYGON")
    away = square(4, 0).removeprefix("POLYGON")
    image, foot = mapped(child(boundary=f"MULTIPOLYGON({ring},{away})"))
    box = painted(image, foot)
    assert colour_at(image, box, 1.5 / 5, 0.5) == "#ffffff"
    assert colour_at(image, box, 0.5 / 5, 0.5) == colour_of(0)
    assert colour_at(image, box, 4.5 / 5, 0.5 / 3) == colour_of(0)
    assert colour_at(image, box, 3.5 / 5, 0.5) == "#ffffff"


def test_a_school_within_a_compound_is_drawn_over_it_and_hatched():
    school = child("第二小学", square(1, 1), 6, dedicated=True)
    image, foot = mapped(school, child(boundary=square(0, 0, 3)))
    left, top, right, bottom = painted(image, foot)
    third = ((right - left) // 3, (bottom - top) // 3)
    inside = image.crop(
        (left + third[0] + 8, top + third[1] + 8, left + 2 * third[0] - 8, top + 2 * third[1] - 8)
    )
    full = inside.convert("L").point(lambda value: 255 * (value < 100))
    lines = full.histogram()[255] / (inside.width * inside.height)
    assert 0.02 < lines < 0.2
    found = {"#" + bytes(colour).hex(): count for count, colour in inside.getcolors(100_000)}
    assert max(found, key=lambda colour: found[colour]) == colour_of(6)
    assert colour_of(0) not in found


def test_what_has_no_boundary_or_a_broken_one_stands_in_the_table_alone():
    broken = child(boundary="POLYGON((0 0,1 1,1 0,0 1,0 0))")
    assert shapes_of(view(child(), broken)) == []
    good = child(boundary=square(0, 0))
    assert [each for each, _ in shapes_of(view(child(), good, broken))] == [good]
    opened(grid_picture(view(child(), good, broken), "zh-CN"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("boundary", [True, False])
@pytest.mark.parametrize("how_many", [0, 1, 5, 200])
def test_a_picture_is_as_wide_as_a_phone_and_not_too_tall_for_telegram(how_many, boundary, language):
    children = [
        child(f"{at}号微网格", square(at % 14, at // 14) if boundary else None, at % 8, list(State)[at % 6])
        for at in range(how_many)
    ]
    picture = opened(grid_picture(view(*children), language))
    assert picture.width == WIDTH
    assert picture.height < TALLEST
    assert picture.height / picture.width < 2.3


def test_gaps_stand_first_in_the_table_and_are_red(monkeypatch):
    written = []
    words = Sheet.words

    def noted(sheet, at, said, size, **others):
        written.append((said, others.get("colour")))
        words(sheet, at, said, size, **others)

    monkeypatch.setattr(Sheet, "words", noted)
    states = [State.LINKED, State.AWAY, State.COVERED, State.VACANT, State.UNREACHABLE, State.UNLINKED]
    grid_picture(view(*(child(state.value, None, 9, state) for state in states)), "en")
    table = [said for said, _ in written[written.index(("Grid", "#666666")) :]]
    assert [said for said in table if said in set(State)] == [
        "vacant", "unlinked", "unreachable", "away", "linked", "covered",
    ]  # fmt: skip
    red = {said for said, colour in written if colour == "#b3001b"}
    assert red == {"nobody yet", "李建国 (not linked)", "李建国 (out of reach)", "李建国 (on leave)"}


@pytest.mark.parametrize("name", ["", "🏠 ཀ \U00020000", "锦" * 200, "a\nb\u202e"])
def test_no_name_is_too_strange(name):
    odd = Child(name, square(0, 0), True, 100_000, name, State.UNLINKED)
    opened(grid_picture(view(odd, name=name), "zh-CN"))
    opened(grid_picture(view(replace(odd, boundary=None), name=name), "zh-CN"))


def test_the_same_state_is_the_same_picture():
    seen = view(child(boundary=square(0, 0)), child(boundary=square(1, 0), count=3))
    assert grid_picture(seen, "en") == grid_picture(seen, "en")


@pytest.mark.parametrize("shape", ["POLYGON((10 10,10.1 10,10.1 10.000001,10 10.000001,10 10))",
                                   "POLYGON((10 10,10.000001 10,10.000001 10.1,10 10.1,10 10))",
                                   "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))"])  # fmt: skip
def test_boundaries_of_any_form_can_be_drawn(shape):
    opened(grid_picture(view(child(boundary=shape)), "zh-CN"))


def test_on_the_map_two_names_that_begin_alike_can_be_told_apart(monkeypatch):
    written = []
    words = Sheet.words
    monkeypatch.setattr(Sheet, "words", lambda *args, **more: written.append(args[2]) or words(*args, **more))
    alike = [child(name, square(at, 0)) for at, name in enumerate(("向阳第一大院", "向阳第二大院"))]
    row = [child(str(at), square(at, 0)) for at in range(2, 8)]
    grid_picture(view(*alike, *row), "zh-CN")
    assert {"向阳第", "一大院", "二大院"} <= set(written)


def test_however_narrow_the_land_is_there_is_room_for_the_map():
    strip = child("东干渠", "POLYGON ((0 0, 1 0, 1 0.001, 0 0.001, 0 0))", count=3)
    _, foot = mapped(strip)
    assert foot - MARGIN == LOWEST
