"""What the words of whoever puts a place or a kind right say that it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch import meaning
from bot.dispatch.places import MOST_CHOICES, Index
from storage.categories import Keyworded
from storage.records import Grid

GRIDS = [
    ("XY", "向阳社区", "community", None),
    ("JX", "锦绣苑", "compound", "XY"),
    ("JX3", "3号楼", "building", "JX"),
    ("JX3-1", "1单元", "unit", "JX3"),
    ("JX3-2", "2单元", "unit", "JX3"),
    ("JX5", "5号楼", "building", "JX"),
    ("JX5-2", "2单元", "unit", "JX5"),
    ("HS", "红山院", "compound", "XY"),
    ("HS3", "3号楼", "building", "HS"),
    ("HS7", "7号楼", "building", "HS"),
]
IDS = {row[0]: number for number, row in enumerate(GRIDS, start=1)}
CODES = {number: code for code, number in IDS.items()}
INDEX = Index.of(
    Grid(IDS[code], code, name, level, IDS.get(parent), False, None, (), None)
    for code, name, level, parent in GRIDS
)


def said(words: str, near: str = "JX3", *, placed: bool = True) -> tuple[str, bool]:
    """The codes of what is found, and whether it is clear."""
    found = meaning.place(words, INDEX, near=IDS[near], placed=placed)
    return " ".join(CODES[choice] for choice in found.choices), found.clear is not None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("5号楼", "JX5"),
        ("住户说是5号楼2单元", "JX5-2"),
        ("王阿姨说在五号楼", "JX5"),
        ("不是3号楼，是5号楼", "JX5"),
        ("不在3号楼在5号楼", "JX5"),
        ("不是5号楼的，是3号楼2单元", "JX3-2"),
        ("3号楼的住户说是5号楼", "JX5"),
        ("锦绣苑5号楼，我去看过了", "JX5"),
        ("到现场看过，是红山院的", "HS"),
        ("红山院3号楼", "HS3"),
        ("HS7", "HS7"),
        ("it's building 5", "JX5"),
        ("The resident says it is building 5, unit 2", "JX5-2"),
        ("not building 3 but building 5", "JX5"),
        ("building 5, not building 3", "JX5"),
    ],
)
def test_one_other_place_is_clear(words, codes):
    assert said(words) == (codes, True)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("可能是5号楼", "JX5"),
        ("是5号楼吗", "JX5"),
        ("是不是5号楼？", "JX5"),
        ("5号楼或者红山院", "JX5 HS"),
        ("锦绣苑没有7号楼，红山院才有", "HS HS7 JX"),
        ("5号楼的老李说是红山院的", "HS JX5"),
        ("金色家园5号楼", "JX5 JX"),
        ("锦绣苑的老王说的", "JX"),
        ("maybe building 5", "JX5 JX"),
        ("是2单元", "JX3-2 JX5-2"),
        ("红山苑", "HS"),  # misspelt
    ],
)
def test_what_is_not_said_plainly_is_chosen_by_a_tap(words, codes):
    assert {*said(words)[0].split()} == {*codes.split()}
    assert not said(words)[1]


@pytest.mark.parametrize(
    "words", ["", "3号楼", "不是3号楼", "不是5号楼", "住户自己说的", "看过了", "门牌看错了"]
)
def test_nothing_is_found_where_no_other_place_is_named(words):
    assert said(words) == ("", False)


def test_where_it_is_not_known_yet_no_place_is_left_out():
    assert said("锦绣苑", "JX") == ("", False)
    assert said("锦绣苑", "JX", placed=False) == ("JX", True)


@given(st.text(alphabet="35号楼单元2锦绣苑红山院不是在说，。 but notBuilding?", max_size=60))
def test_any_words_find_few_places_and_never_the_present_one(words):
    found = meaning.place(words, INDEX, near=IDS["JX3"])
    assert len(found.choices) == len(set(found.choices)) <= MOST_CHOICES
    assert IDS["JX3"] not in found.choices


WATER, DRAIN, POWER = 2, 3, 4
ENTRIES = [
    Keyworded(1, None, ("房屋",)),
    Keyworded(WATER, 1, ("漏水", "水管", "leak")),
    Keyworded(DRAIN, 1, ("下水道", "堵了", "drain")),
    Keyworded(POWER, 1, ("停电", "lights")),
]


@pytest.mark.parametrize(
    ("words", "found", "clear"),
    [
        ("不是漏水，是下水道堵了", {DRAIN}, True),
        ("not a leak but the drain", {DRAIN}, True),
        ("停电", {POWER}, True),
        ("可能是停电", {POWER}, False),
        ("漏水，停电", {POWER}, False),  # as much speaks for what it is
        ("停电，堵了", {POWER, DRAIN}, False),
        ("水管漏水，下水道", {DRAIN}, False),
        ("漏水", set(), False),
        ("看过了", set(), False),
        ("", set(), False),
    ],
)
def test_another_kind_is_clear_where_the_words_speak_for_it(words, found, clear):
    meant = meaning.kind(words, WATER, ENTRIES)
    assert {*meant.choices} == found
    assert (meant.clear is not None) == clear
