"""A phone number, however it is written, is one."""

import pytest

from bot.dispatch.phones import e164, of_service


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


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("119", "119"),
        ("１１０", "110"),
        ("12345", "12345"),
        ("96119", "96119"),
        ("955 98", "95598"),
        ("116114", "116114"),
        ("400-810-8888", "+864008108888"),
        ("0971-8230000", "+869718230000"),
        ("12", None),
        ("012", None),
        ("12a45", None),
        ("12-AB", None),
        ("", None),
    ],
)
def test_a_service_may_have_a_hotline(written, number):
    assert of_service(written) == number
    assert number is None or of_service(number) == number
