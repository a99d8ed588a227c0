"""A phone number, however it is written, is one."""

import pytest

from bot.dispatch.phones import e164


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("13900000001", "+8613900000001"),
        ("+86 139-0000-0001", "+8613900000001"),
        ("＋８６１３９０００００００１", "+8613900000001"),
        ("+8613900000001", "+8613900000001"),
        ("0971-8230000", "+869718230000"),
        ("+49 30 901820", "+4930901820"),
        ("+88812345678", None),  # Telegram's anonymous numbers ring nowhere
        ("12", None),
        ("call me", None),
        ("+", None),
        ("", None),
    ],
)
def test_a_number_of_any_country_becomes_e164(written, number):
    assert e164(written) == number
