"""Words are made to fit, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.lettering import LEADING, cut, fitted, halved, tidy, wrapped

NAMES = st.text(st.sampled_from("锦绣苑3号楼Ab🏠 "), min_size=1, max_size=80).map(tidy).filter(bool)


def width(words):
    """Each sign is as wide as it is high; a Latin one half."""
    return sum(0.5 if sign.isascii() else 1 for sign in words)


@given(NAMES, st.integers(4, 40))
def test_lines_are_no_wider_than_they_may_be_and_lose_nothing(words, most):
    lines = wrapped(words, most, width)
    assert all(width(line) <= most for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@given(NAMES, st.integers(2, 40))
def test_what_is_cut_fits_and_says_so(words, most):
    shown = cut(words, most, width)
    assert width(shown) <= most
    assert shown == words or (shown.endswith("…") and words.startswith(shown[:-1]))


@given(NAMES)
def test_a_name_fills_no_more_than_its_box(words):
    size, lines = fitted(words, 515, 168, width, largest=118, whole=44, smallest=18)
    assert 18 <= size <= 118
    assert all(width(line) * size <= 515 for line in lines)
    assert len(lines) * size * LEADING <= 168
    assert "…" in lines[-1] or "".join(lines).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize(
    ("words", "least", "lines"),
    [
        ("3号楼", 118, ["3号楼"]),
        ("锦绣苑 3号楼", 80, ["锦绣苑 3号楼"]),
        ("向阳社区 锦绣苑 3号楼", 60, ["向阳社区 锦绣苑", "3号楼"]),
        ("七一路纺织厂家属院", 44, ["七一路纺织厂家属院"]),
    ],
)
def test_names_are_as_large_as_they_can_be_and_words_stay_whole(words, least, lines):
    size, shown = fitted(words, 515, 168, width, largest=118, whole=44, smallest=18)
    assert size >= least
    assert shown == lines


def test_what_cannot_be_seen_is_a_space():
    assert tidy(" 锦绣苑\n\t3号楼\u200b\u202e ") == "锦绣苑 3号楼"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("锦绣苑🏠 3号楼", "锦绣苑 3号楼"), ("❤️幸福里☀️", "幸福里"), ("🏠", "🏠"), ("★幸福里 ②", "★幸福里 ②")],
)
def test_what_only_adorns_a_name_is_left_out_unless_there_is_nothing_else(words, shown):
    assert tidy(words) == shown


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("锦绣苑", ["锦绣苑"]),
        ("向阳一院", ["向阳", "一院"]),
        ("North Gate", ["North", "Gate"]),
        ("七一路纺织厂家属院", []),
        ("Rose", ["Rose"]),
        ("", [""]),
    ],
)
def test_a_label_has_two_even_lines_where_one_is_too_long(words, lines):
    assert halved(words, 3, width) == lines
