"""grids.csv: words, codes and the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.importing import Known
from bot.dispatch.importing.faults import Faults, ImportFaults
from bot.dispatch.importing.grids import check_tree
from bot.dispatch.importing.headers import Header
from bot.dispatch.importing.rows import GridRow

HEADER = "code,name,level,parent,dedicated,mode,aliases,boundary\n"


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("street", "street"),
        (" Community ", "community"),
        ("小区", "compound"),
        ("楼院", "building"),
        ("单元", "unit"),
        ("ＵＮＩＴ", "unit"),
        ("微网格", "微网格"),
        ("Block", "Block"),
    ],
)
def test_known_levels_become_codes_and_others_stay_words(check, word, level):
    assert check(grids=f"code,name,level\nA,x,{word}\n").grids[0].level == level


@pytest.mark.parametrize(
    ("word", "mode"),
    [
        ("mixed", "mixed"),
        ("混合", "mixed"),
        ("TRUSTEE", "trustee"),
        ("托管", "trustee"),
        ("自管", "self"),
        ("", None),
    ],
)
def test_modes_are_understood_in_both_languages(check, word, mode):
    assert check(grids=f"code,name,level,mode\nA,x,小区,{word}\n").grids[0].mode == mode


@pytest.mark.parametrize(
    ("word", "yes"), [("是", True), ("YES", True), ("１", True), ("否", False), ("", False)]
)
def test_yes_and_no_are_understood_in_both_languages(check, word, yes):
    assert check(grids=f"code,name,level,dedicated\nA,x,小区,{word}\n").grids[0].dedicated is yes


def test_full_width_codes_are_made_plain(check):
    assert check(grids=HEADER + "ＸＹ０１,x,小区,,,,,\n").grids[0].code == "XY01"


@pytest.mark.parametrize(
    "boundary",
    [
        "POLYGON((101.7 36.6, 101.8 36.6, 101.8 36.7, 101.7 36.6))",
        "multipolygon (((1 1, 2 2, 1 2, 1 1)))",
        '{"type":"Polygon","coordinates":[[[1,1],[2,2],[1,2],[1,1]]]}',
        '{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[2,2],[1,2],[1,1]]]]}}',
    ],
)
def test_a_boundary_in_wkt_or_geojson_is_kept(check, boundary):
    quoted = boundary.replace('"', '""')
    assert check(grids=HEADER + f'A,x,小区,,,,,"{quoted}"\n').grids[0].boundary == boundary


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("A B,x,unit,,,,,", "code", "import-code"),
        (f"{'A' * 33},x,unit,,,,,", "code", "import-code"),
        (",x,unit,,,,,", "code", "import-required"),
        ("A,,unit,,,,,", "name", "import-required"),
        (f"A,{'x' * 201},unit,,,,,", "name", "import-too-long"),
        ("A,x,,,,,,", "level", "import-required"),
        ("A,x,户,,,,,", "level", "import-household"),
        ("A,x,unit,,maybe,,,", "dedicated", "import-yes-no"),
        ("A,x,小区,,,混和,,", "mode", "import-mode"),
        ("A,x,unit,,,mixed,,", "mode", "import-mode-level"),
        ("A,x,unit,,,,,POINT(1 1)", "boundary", "boundary-not-polygon"),
        ('A,x,unit,,,,,"POLYGON((1 1, 2 2"', "boundary", "boundary-unreadable"),
        ('A,x,unit,,,,,"{""type"":""Point"",""coordinates"":[1,1]}"', "boundary", "boundary-not-polygon"),
        ("A,x,unit,,,,," + '{"a":' * 9000, "boundary", "boundary-unreadable"),
        ('A,x,unit,,,,,"POLYGON((1 1, 3 3, 3 1, 1 3, 1 1))"', "boundary", "boundary-crosses-itself"),
        ('A,x,unit,,,,,"POLYGON((200 99, 203 99, 203 98, 200 99))"', "boundary", "boundary-outside"),
        ("A,#N/A,unit,,,,,", "name", "import-formula"),
        ("A,x,unit,B,,,,", "parent", "import-parent-unknown"),
        ("A,x,unit,A,,,,", "parent", "import-cycle"),
    ],
)
def test_a_wrong_cell_is_named(faults, row, column, key):
    assert [(f.file, f.row, f.column, f.key) for f in faults(grids=HEADER + row)] == [
        ("grids.csv", 2, column, key)
    ]


def test_all_faults_come_at_once_in_the_order_of_the_rows(faults):
    found = faults(grids=HEADER + "A,x,unit,Z,,,,\nB B,,户,,,,,\nA,y,unit,,,,,\n")
    assert [(f.row, f.column, f.value, f.key) for f in found] == [
        (2, "parent", "Z", "import-parent-unknown"),
        (3, "level", "户", "import-household"),
        (3, "code", "B B", "import-code"),
        (3, "name", "", "import-required"),
        (4, "code", "A", "import-code-twice"),
    ]


def test_a_parent_may_stand_below_its_children_or_be_known_already(check):
    rows = check(Known(grids={"XY": None}), grids=HEADER + "B,x,unit,A,,,,\nA,y,小区,XY,,,,\n").grids
    assert [row.parent for row in rows] == ["A", "XY"]


def test_a_cycle_through_what_is_known_already_is_found(faults):
    (fault,) = faults(Known(grids={"A": None, "B": "A"}), grids=HEADER + "A,x,小区,B,,,,\n")
    assert (fault.key, fault.args) == ("import-cycle", {"path": "A → B → A"})


@pytest.mark.parametrize(("second", "third"), [("K1", "NO"), ("NO", "K1")])
def test_a_cycle_by_a_code_that_is_there_twice_is_told_at_once(faults, second, third):
    found = faults(grids=HEADER + f"K1,x,unit,K2,,,,\nK2,y,unit,{second},,,,\nK2,z,unit,{third},,,,\n")
    assert sorted((f.column, f.value, f.key) for f in found if f.key != "import-cycle") == [
        ("code", "K2", "import-code-twice"),
        ("parent", "NO", "import-parent-unknown"),
    ]
    (cycle,) = (fault for fault in found if fault.key == "import-cycle")
    assert cycle.args["path"] in ("K1 → K2 → K1", "K2 → K1 → K2")
    assert cycle.value in ("K1", "K2")


def test_a_code_given_twice_for_the_same_place_has_one_cycle(faults):
    found = faults(grids=HEADER + "K1,x,unit,K2,,,,\nK2,y,unit,K1,,,,\nK2,z,unit,K1,,,,\n")
    assert sorted(f.key for f in found) == ["import-code-twice", "import-cycle"]


def test_a_long_cycle_is_told_in_one_short_line(faults):
    rows = "".join(f"G{n},x,unit,G{(n + 1) % 5000},,,,\n" for n in range(5000))
    (fault,) = faults(grids=HEADER + rows)
    assert fault.args == {"path": "G0 → G1 → G2 → G3 → G4 → G5 → … → G0"}


def grid(line: int, code: str, parent: str | None) -> GridRow:
    return GridRow(line, code, code, "unit", parent, False, None, (), None)


@given(st.lists(st.one_of(st.none(), st.integers(0, 11)), min_size=12, max_size=12))
def test_a_tree_is_refused_exactly_when_some_grid_reaches_itself(parents):
    def reaches_itself(start: int) -> bool:
        at, steps = parents[start], 0
        while at is not None and at != start and steps < len(parents):
            at, steps = parents[at], steps + 1
        return at == start

    found = Faults()
    rows = [grid(n + 2, f"G{n}", None if p is None else f"G{p}") for n, p in enumerate(parents)]
    check_tree(Header("grids.csv", found), rows, {})
    if any(reaches_itself(n) for n in range(len(parents))):
        with pytest.raises(ImportFaults):
            found.raise_if_any()
    else:
        found.raise_if_any()


def chain(length: int) -> str:
    return HEADER + "G1,x,one,,,,,\n" + "".join(f"G{n},x,more,G{n - 1},,,,\n" for n in range(2, length + 1))


def test_a_tree_may_have_as_many_levels_as_everything_looks_through(check):
    assert len(check(grids=chain(64)).grids) == 64


def test_what_lies_deeper_is_refused_once_where_it_begins(faults):
    (fault,) = faults(grids=chain(70))
    assert (fault.row, fault.column, fault.value) == (66, "parent", "G64")
    assert (fault.key, fault.args) == ("import-too-deep", {"limit": "64"})


def test_what_is_known_already_can_be_moved_no_deeper(faults):
    known = {"A0": None, **{f"A{n}": f"A{n - 1}" for n in range(1, 40)}}
    (fault,) = faults(Known(grids={**known}), grids=chain(30) + "A0,x,more,G30,,,,\n")
    assert (fault.row, fault.column, fault.value, fault.key) == (32, "parent", "G30", "import-too-deep")


def test_a_cycle_is_not_called_deep(faults):
    rows = "".join(f"G{n},x,unit,G{(n + 1) % 100},,,,\n" for n in range(100))
    assert [fault.key for fault in faults(grids=HEADER + rows)] == ["import-cycle"]


def test_a_very_deep_tree_is_checked_without_recursion():
    found = Faults()
    rows = [grid(n + 2, f"G{n}", f"G{n + 1}") for n in range(50_000)]
    check_tree(Header("grids.csv", found), rows, {"G50000": None})
    with pytest.raises(ImportFaults) as refusal:
        found.raise_if_any()
    assert [fault.row for fault in refusal.value.faults] == [50_000 - 64 + 2]
