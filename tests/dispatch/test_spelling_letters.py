"""Which building is meant where its name has a letter: B2号楼, A座, 甲3号楼."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dispatch.places import MOST_CHOICES, Index
from storage.records import Grid

# code, name, level, parent
TOWN = [
    ("CITY", "青柳社区", "community", None),
    ("BIN", "滨城国际", "compound", "CITY"),  # with a letter and without
    ("BIN-2", "2号楼", "building", "BIN"),
    ("BIN-2-2", "2单元", "unit", "BIN-2"),
    ("BIN-B2", "B2号楼", "building", "BIN"),
    ("BIN-B2-2", "2单元", "unit", "BIN-B2"),
    ("SJ", "四季花城", "compound", "CITY"),  # only with letters
    *[(f"SJ-{each}{n}", f"{each}{n}号楼", "building", "SJ") for each in "AB" for n in range(1, 7)],
    *[(f"SJ-{each}{n}-{u}", f"{u}单元", "unit", f"SJ-{each}{n}")
      for each in "AB" for n in range(1, 7) for u in (1, 2)],
    ("GY", "青年公寓", "compound", "CITY"),  # letters alone
    ("GY-A", "A座", "building", "GY"),
    ("GY-B", "B", "building", "GY"),
    ("GY-B-1", "1单元", "unit", "GY-B"),
    ("PA", "平安里", "compound", "CITY"),  # no letters
    ("PA-3", "3号楼", "building", "PA"),
    ("PA-3-1", "1单元", "unit", "PA-3"),
    ("PA-5", "5号楼", "building", "PA"),
    ("PA-5-A", "A单元", "unit", "PA-5"),
    ("JIU", "旧厂院", "compound", "CITY"),
    ("JIU-3", "3号楼", "building", "JIU"),
    ("JIU-J3", "甲3号楼", "building", "JIU"),
    ("JIU-J3-2", "2单元", "unit", "JIU-J3"),
    ("JIU-Y", "乙座", "building", "JIU"),
    ("HE", "和平里", "compound", "CITY"),  # other ways to write a name
    ("HE-A3", "A-3", "building", "HE"),
    ("HE-A3-1", "1单元", "unit", "HE-A3"),
    ("HE-B1", "B-1栋", "building", "HE"),
    ("HE-7A", "7A栋", "building", "HE"),
    ("HE-C5", "C5", "building", "HE"),
    ("HE-D6", "D区6号楼", "building", "HE"),
    ("HE-D6-1", "1单元", "unit", "HE-D6"),
]  # fmt: skip


def grids(rows) -> list[Grid]:
    ids = {row[0]: number for number, row in enumerate(rows, start=1)}
    return [
        Grid(ids[code], f"{code}!", name, level, ids.get(parent), False, None, (), None)
        for code, name, level, parent in rows
    ]


CODES = dict(enumerate((row[0] for row in TOWN), start=1))
IDS = {code: grid_id for grid_id, code in CODES.items()}
INDEX = Index.of(grids(TOWN))


def codes(found) -> str:
    return " ".join(CODES[choice] for choice in found.choices)


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        # both are there
        ("滨城国际B2-2-502", "BIN-B2-2", "502"),
        ("滨城国际b2-2-502", "BIN-B2-2", "502"),
        ("滨城国际Ｂ２－２－５０２", "BIN-B2-2", "５０２"),
        ("滨城国际B02-2-502", "BIN-B2-2", "502"),
        ("滨城国际B-2-2-502", "BIN-B2-2", "502"),
        ("滨城国际B2-502", "BIN-B2", "502"),
        ("滨城国际B2", "BIN-B2", ""),
        ("滨城国际 B2 2 502", "BIN-B2-2", "502"),
        ("滨城国际B座2号楼", "BIN-B2", ""),
        ("滨城国际B座2-502", "BIN-B2", "502"),
        ("滨城国际2-2-502", "BIN-2-2", "502"),
        ("滨城国际2号楼", "BIN-2", ""),
        # only with letters
        ("四季花城A3-1-502", "SJ-A3-1", "502"),
        ("四季花城A3", "SJ-A3", ""),
        ("四季花城 A3", "SJ-A3", ""),
        ("四季花城，a3，502", "SJ-A3", "502"),
        ("四季花城a3楼", "SJ-A3", ""),
        ("四季花城A3号", "SJ-A3", ""),
        ("四季花城A3座", "SJ-A3", ""),
        ("四季花城A3栋", "SJ-A3", ""),
        ("四季花城A3幢", "SJ-A3", ""),
        ("四季花城A3号楼", "SJ-A3", ""),
        ("四季花城A三号楼", "SJ-A3", ""),
        ("四季花城A-3号楼", "SJ-A3", ""),
        ("四季花城A3#", "SJ-A3", ""),
        ("四季花城A3#1-502", "SJ-A3-1", "502"),
        ("四季花城A3楼2单元", "SJ-A3-2", ""),
        ("四季花城A3-2单元", "SJ-A3-2", ""),
        ("四季花城A3/2/502", "SJ-A3-2", "502"),
        ("四季花城A3-1-502A", "SJ-A3-1", "502A"),
        ("四季花城A3-1-A502", "SJ-A3-1", "A502"),
        ("四季花城A-3-502", "SJ-A3", "502"),
        ("四季花城A-3", "SJ-A3", ""),
        ("四季花城A-3-2-502", "SJ-A3-2", "502"),
        ("四季花城A3下水道堵了", "SJ-A3", "下水道堵了"),
        ("四季花城A3楼道灯不亮", "SJ-A3", "楼道灯不亮"),
        ("四季花城A3楼上漏水", "SJ-A3", "楼上漏水"),
        ("四季花城 building A3", "SJ-A3", ""),
        # letters alone
        ("青年公寓A-502", "GY-A", "502"),
        ("青年公寓A502", "GY-A", "502"),
        ("青年公寓A 502", "GY-A", "502"),
        ("青年公寓B502室", "GY-B", "502室"),
        ("青年公寓B502漏水", "GY-B", "502漏水"),
        ("青年公寓A座502", "GY-A", "502"),
        ("青年公寓A栋", "GY-A", ""),
        ("青年公寓A楼", "GY-A", ""),
        ("青年公寓a", "GY-A", ""),
        ("青年公寓A，漏水", "GY-A", "漏水"),
        ("青年公寓B-1-502", "GY-B-1", "502"),
        ("青年公寓B-1单元", "GY-B-1", ""),
        ("青年公寓B1单元502", "GY-B-1", "502"),
        ("青年公寓B1门502", "GY-B-1", "502"),
        ("青年公寓B1室", "GY", "B1室"),
        # units with letters, doors with letters
        ("平安里5-A-502", "PA-5-A", "502"),
        ("平安里5号楼A502", "PA-5-A", "502"),
        ("平安里5号楼A单元", "PA-5-A", ""),
        ("平安里3号楼B502", "PA-3", "B502"),
        ("平安里3-1-502A", "PA-3-1", "502A"),
        ("平安里3-A502", "PA-3", "A502"),
        # heavenly stems
        ("旧厂院甲3号楼", "JIU-J3", ""),
        ("旧厂院甲三栋", "JIU-J3", ""),
        ("旧厂院甲3", "JIU-J3", ""),
        ("旧厂院甲3楼", "JIU-J3", ""),
        ("旧厂院甲3-2-502", "JIU-J3-2", "502"),
        ("旧厂院乙栋502", "JIU-Y", "502"),
        ("旧厂院乙-502", "JIU-Y", "502"),
        ("旧厂院3号楼", "JIU-3", ""),
        # however the name is written
        ("和平里A-3", "HE-A3", ""),
        ("和平里A3", "HE-A3", ""),
        ("和平里A3-1-502", "HE-A3-1", "502"),
        ("和平里A-3-1-502", "HE-A3-1", "502"),
        ("和平里A-3-502", "HE-A3", "502"),
        ("和平里B1栋", "HE-B1", ""),
        ("和平里b1-502", "HE-B1", "502"),
        ("和平里7A", "HE-7A", ""),
        ("和平里7a-502", "HE-7A", "502"),
        ("和平里7A号楼", "HE-7A", ""),
        ("和平里7A座502", "HE-7A", "502"),
        ("和平里C5号楼", "HE-C5", ""),
        ("和平里C5", "HE-C5", ""),
        ("和平里D区6号楼", "HE-D6", ""),
        ("和平里D区6-1-502", "HE-D6-1", "502"),
        ("和平里D6-1-502", "HE-D6-1", "502"),
        ("和平里D6栋", "HE-D6", ""),
        # keycap digits
        ("平安里3️⃣号楼", "PA-3", ""),
        ("平安里3️⃣-1️⃣-5️⃣0️⃣2️⃣", "PA-3-1", "5️⃣0️⃣2️⃣"),
        ("平安里3️⃣", "PA-3", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("forgiving", [False, True])
def test_a_letter_is_part_of_the_name_of_a_building(text, code, rest, forgiving):
    found = INDEX.find(text, forgiving=forgiving)
    assert (codes(found), found.rest, found.sure) == (code, rest, True)


@pytest.mark.parametrize(
    ("text", "offered", "rest"),
    [
        # a letter was written, and only one without is there
        ("平安里B3-1-502", "PA-3-1", "502"),
        ("平安里B3号楼", "PA-3", ""),
        ("平安里B3", "PA-3", ""),
        ("旧厂院丙3号楼", "JIU-3", ""),
        # none was written, and only ones with a letter are there
        ("四季花城3-1-502", "SJ-A3-1 SJ-B3-1", "502"),
        ("四季花城3号楼", "SJ-A3 SJ-B3", ""),
        ("四季花城 3", "SJ-A3 SJ-B3", ""),
        ("和平里7-502", "HE-7A", "502"),
        ("和平里3-1-502", "HE-A3-1", "502"),
        # a letter was written somewhere before
        ("四季花城B区3号楼", "SJ-B3 SJ-A3", ""),
        ("四季花城B.3-1-502", "SJ-B3-1 SJ-A3-1", "502"),
        ("滨城国际B区2-2-502", "BIN-B2-2 BIN-2-2", "502"),
        ("滨城国际B(2号楼)2单元", "BIN-B2-2 BIN-2-2", ""),
        ("滨城国际B号2栋", "BIN-B2 BIN-2", ""),
        ("滨城国际B二-2-502", "BIN-B2-2 BIN-2-2", "502"),
        # a building A, but no A2
        ("青年公寓A2", "GY-A", "2"),
    ],
)
@pytest.mark.parametrize("forgiving", [False, True])
def test_with_another_letter_than_any_has_the_likeliest_are_offered_and_none_is_taken(
    text, offered, rest, forgiving
):
    found = INDEX.find(text, forgiving=forgiving)
    assert (codes(found), found.clear) == (offered, None)
    assert found.rest_for(found.choices[0]) == rest


def test_one_that_lacks_the_unit_is_offered_after_those_that_have_it():
    index = Index.of(
        grids(
            [
                ("C", "四季花城", "compound", None),
                ("A2", "A2号楼", "building", "C"),
                ("B2", "B2号楼", "building", "C"),
                ("B2-1", "1单元", "unit", "B2"),
            ]
        )
    )
    found = index.find("四季花城2-1-502")
    assert (found.choices, found.clear) == ((4, 2), None)
    assert [found.rest_for(each) for each in found.choices] == ["502", "1-502"]


@pytest.mark.parametrize(
    ("text", "near", "offered", "clear"),
    [
        ("B2-2-502", None, "BIN-B2-2 SJ-B2-2", None),
        ("B2-2-502", "BIN", "BIN-B2-2", "BIN-B2-2"),
        ("B6-2-502", None, "SJ-B6-2", "SJ-B6-2"),
        ("A3-1-502", "SJ-B1", "SJ-A3-1", "SJ-A3-1"),
        ("a3", "SJ-B1", "SJ-A3", "SJ-A3"),
        ("A-3-1-502", "HE", "HE-A3-1", "HE-A3-1"),
        ("A-3-502", "HE", "HE-A3 GY-A", None),
        ("A502", "GY", "GY-A", "GY-A"),
        ("A3 502", "SJ-B1", "SJ-A3", "SJ-A3"),
        ("我家A3", "SJ", "SJ-A3", "SJ-A3"),
        ("A3号", "SJ-B1", "SJ-A3", "SJ-A3"),
        ("A-502", "GY", "GY-A", "GY-A"),
        ("A座", "GY-B", "GY-A", "GY-A"),
        # at home there are only ones with letters, and elsewhere one without
        ("3-1-502", "SJ-B1", "SJ-A3-1 SJ-B3-1 PA-3-1", None),
        ("5号楼", "SJ", "SJ-A5 SJ-B5 PA-5", None),
        # at home there is only one without
        ("B3-1-502", "PA", "SJ-B3-1 PA-3-1", None),
    ],
)
def test_home_decides_between_letters(text, near, offered, clear):
    found = INDEX.find(text, near=near and IDS[near], forgiving=True)
    assert (codes(found), found.clear and CODES[found.clear]) == (offered, clear)


def test_a_slip_in_the_name_of_the_compound_leaves_the_letter_where_it_is():
    found = INDEX.find("滨成国际B2-2-502", forgiving=True)
    assert (codes(found), found.clear, found.rest) == ("BIN-B2-2", None, "502")
    found = INDEX.find("和苹里3-1-502", forgiving=True)
    assert (codes(found), found.clear, found.rest) == ("HE-A3-1", None, "502")


@pytest.mark.parametrize(
    "words",
    [
        "T3", "3D打印", "5G信号不好", " 5G信号不好", "wifi坏了", "A4纸没了", " A4纸", "B站打不开", "T3航站楼",
        "K3路", "B1层停车场漏水", "B2车库", "地下B3", "的A区", "A区3个人", "U盘", "AA制", "O2O", "H5页面",
        "C语言", "维C", "A一样",
    ],
)  # fmt: skip
@pytest.mark.parametrize("near", [None, "PA-3"])
def test_a_letter_and_a_number_in_a_report_are_no_building_where_there_is_none(words, near):
    near_id = near and IDS[near]
    if words not in ("T3",):  # nothing but a label: somebody may have meant 3号楼
        assert codes(INDEX.find(f"平安里{words}", near=near_id)) == "PA"
    assert INDEX.find(f"家里{words}", near=near_id).choices == ()
    assert INDEX.find(words, near=near_id).clear is None


def test_a_name_that_ends_with_a_stem_or_a_letter_is_no_less_found():
    index = Index.of(
        grids(
            [
                ("Y", "园丁", "compound", None),
                ("Y3", "3号楼", "building", "Y"),
                ("L", "阳光A", "compound", None),
                ("L3", "3号楼", "building", "L"),
                ("L31", "1单元", "unit", "L3"),
            ]
        )
    )
    assert index.find("园丁3号楼").clear == 2
    assert index.find("园丁3-1-502").clear == 2
    assert index.find("阳光A3-1-502").clear == 5
    assert index.find("阳光A 3号楼").clear == 4
    assert index.find("阳光A漏水").clear == 3


def test_a_building_that_is_not_there_is_no_unit_of_another():
    found = INDEX.find("平安里1-1-502")
    assert (codes(found), found.rest) == ("PA", "1-1-502")


LETTERS = ["", "A", "B", "甲"]


@st.composite
def lettered(draw: st.DrawFn) -> tuple[list[tuple], tuple[str, int, int], str]:
    """A compound whose buildings have letters or none, one of them and a unit that may be there, and how
    somebody writes it."""
    labels = st.tuples(st.sampled_from(LETTERS), st.integers(1, 4))
    there = draw(st.sets(labels, min_size=1, max_size=6))
    rows: list[tuple] = [("C", "滨城国际", "compound", None)]
    for letter, number in sorted(there):
        code = f"{letter}{number}"
        way = draw(st.sampled_from(["{}号楼", "{}栋", "{}座", "{}", "滨城国际{}号楼"]))
        rows.append((code, way.format(code), "building", "C"))
        rows += [(f"{code}-{unit}", f"{unit}单元", "unit", code) for unit in (1, 2)]
    letter, number = draw(labels)
    unit = draw(st.integers(1, 2))
    if draw(st.booleans()):
        letter = letter.lower()
    if draw(st.booleans()):
        letter = letter.translate(str.maketrans("ABab", "ＡＢａｂ"))
    label = f"{letter}{number}"
    ways = ["{0}-{1}-502", "{0}号楼{1}单元502", "{0}栋{1}-502", "{0}#{1}-502", "{0}座{1}单元 502",
            " {0} {1} 502", "{0}楼{1}单元502", "{0}幢 {1}单元，502", "{0}—{1}—502"]  # fmt: skip
    written = draw(st.sampled_from(ways)).format(label, unit)
    return rows, (letter, number, unit), f"滨城国际{written}"


@given(lettered(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_however_it_is_written_no_other_letter_is_taken_for_the_one_that_was(case, forgiving):
    rows, (letter, number, unit), text = case
    letter = {"Ａ": "A", "Ｂ": "B", "ａ": "A", "ｂ": "B"}.get(letter, letter.upper())
    town = grids(rows)
    ids = {row[0]: grid.id for row, grid in zip(rows, town, strict=True)}
    found = Index.of(town).find(text, forgiving=forgiving)
    assert len(set(found.choices)) == len(found.choices) <= MOST_CHOICES
    if wanted := ids.get(f"{letter}{number}-{unit}"):
        assert (found.clear, found.rest) == (wanted, "502"), text
        return
    others = LETTERS if not letter else [""]
    meant = [ids[code] for each in others if (code := f"{each}{number}-{unit}") in ids]
    if meant:
        assert found.clear is None
        assert set(found.choices) == set(meant), text
    else:
        assert found.choices == (ids["C"],), text


@given(
    st.text(alphabet="滨城国际四季花城公寓甲乙AbＢ235区号楼座栋单元-— ，.#室3️⃣", max_size=24),
    st.sampled_from([None, *IDS.values()]),
    st.booleans(),
)
@settings(max_examples=500, deadline=None)
def test_whatever_is_typed_with_letters_the_answer_is_sound(text, near, forgiving):
    found = INDEX.find(text, near=near, forgiving=forgiving)
    assert len(set(found.choices)) == len(found.choices) <= MOST_CHOICES
    assert set(found.choices) <= set(CODES)
    for choice in found.choices:
        assert all(piece in text for piece in found.rest_for(choice).split())
