"""Request numbers: hard to confuse, and found again however they are typed."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.numbers import (
    DIGITS,
    LETTERS,
    LONGEST,
    SHORTEST,
    find_numbers,
    length_for,
    new_number,
    space,
)

CONFUSED = ["0OQD", "2Z", "5S", "6G9", "8B", "17IL", "UV", "MN", "AJK", "BCDEGPTVZ", "6W", "2R", "4"]

numbers = st.builds(
    lambda seed, length: new_number(Random(seed), length),  # noqa: S311
    st.integers(0, 10**9),
    st.integers(SHORTEST, LONGEST),
)


@pytest.mark.parametrize("group", CONFUSED)
def test_of_what_is_confused_at_most_one_sign_is_used(group: str) -> None:
    assert len(set(group) & set(DIGITS + LETTERS)) <= 1


@given(numbers)
def test_a_new_number_mixes_letters_and_digits_of_the_alphabet(number: str) -> None:
    assert set(number) <= set(DIGITS + LETTERS)
    assert set(number) & set(DIGITS)
    assert set(number) & set(LETTERS)


def test_the_space_is_as_large_as_counted() -> None:
    random = Random(7)  # noqa: S311
    assert len({new_number(random, 2) for _ in range(5000)}) == space(2) == 112


def test_numbers_grow_before_collisions_become_common() -> None:
    assert length_for(0) == 4
    assert length_for(1_000_000_000) == LONGEST
    lengths = [length_for(count) for count in range(0, 2_000_000, 500)]
    assert lengths == sorted(lengths)
    for count in (0, 2_000, 2_500, 30_000, 500_000, 5_000_000):
        assert count / space(length_for(count)) <= 0.05


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("#K7P2", ["K7P2"]),
        ("k7p2", ["K7P2"]),
        ("＃Ｋ７Ｐ２", ["K7P2"]),
        ("# k7p2", ["K7P2"]),
        ("请问#k7p2怎么样了", ["K7P2"]),
        ("编号k7p2的事", ["K7P2"]),
        ("about k7p2, please", ["K7P2"]),
        ("#K7PZ", ["K7P2"]),
        ("#KIP2", []),  # an I is no 7 to anybody's eye
        ("#K1P2", ["K7P2"]),
        ("#XOSF", ["X05F"]),
        ("XOSF", []),  # without # a word
        ("#mvbn 和 k9f5", ["MU8M", "K6F5"]),
        ("k7p2 #K7P2", ["K7P2"]),
        ("#K7P2FH83", ["K7P2FH83"]),
        ("#K7P", []),
        ("#K7P2FH83X", []),
        ("foxk7p2_x", []),
        ("2026", []),
        ("#2026", []),
        ("2单元502", []),
        ("13800138000", []),
        ("HUMP", []),
        ("#HUMP", []),
        ("", []),
    ],
)
def test_a_number_is_found_as_people_type_it(typed: str, found: list[str]) -> None:
    assert find_numbers(typed) == found


@given(
    st.lists(numbers, unique=True),
    st.sampled_from(["，", " ", "\n", "和", "/"]),
    st.sampled_from(["#", "", "＃"]),
)
def test_every_number_written_is_found(written: list[str], between: str, mark: str) -> None:
    assert find_numbers(between.join(mark + number.lower() for number in written)) == written


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for number in find_numbers(text):
        assert find_numbers("#" + number) == [number]
