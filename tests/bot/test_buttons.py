"""Buttons come back as they went out, fit Telegram's 64 bytes, and what is no button is nothing."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import buttons
from bot.buttons import BY_WORD, LARGEST, WORDS, Press, pack, parse
from bot.handlers import TAPS

NUMBERS = st.integers(0, LARGEST)
PRESSES = st.sampled_from(list(WORDS)).flatmap(
    lambda press: st.tuples(*[NUMBERS] * len(fields(press))).map(lambda values: press(*values))
)


@given(PRESSES)
def test_every_press_comes_back_as_it_was_packed(press):
    assert parse(pack(press)) == press
    assert len(pack(press).encode()) <= 64


@pytest.mark.parametrize("press", WORDS)
def test_the_largest_ids_still_fit(press):
    assert len(pack(press(*[LARGEST] * len(fields(press)))).encode()) <= 64


@given(st.one_of(st.text(), st.from_regex(r"(cl|op|ot):[0-9٣３²:+_ -]*", fullmatch=True)))
def test_whatever_comes_is_read_as_it_would_be_packed_or_not_at_all(data):
    press = parse(data)
    assert press is None or parse(pack(press)) == press


GARBAGE = ["cl", "cl:", "cl:-1", "cl:+1", "cl:1_0", "cl:1:2", "cl:1:", ":1", "op:1", "ot:1:2", "CL:1", "xx:1"]
GARBAGE += [
    "cl:٣",
    "cl:３",
    "cl:²",
    "cl:1.0",
    "cl:0x1",
    "cl: 1",
    "cl:1 ",
    "cl:1\n",
    "cl:" + "9" * 5000,
    "",
    None,
]


@pytest.mark.parametrize("data", [*GARBAGE, f"cl:{LARGEST + 1}"])
def test_garbage_is_no_button(data):
    assert parse(data) is None


def test_every_button_has_a_word_of_its_own_and_a_handler():
    kinds = {
        kind
        for kind in vars(buttons).values()
        if isinstance(kind, type) and issubclass(kind, Press) and kind.__doc__ and kind.__subclasses__() == []
    }
    assert kinds == set(WORDS) == set(TAPS)
    assert len(BY_WORD) == len(WORDS)


def test_words_of_buttons_never_change():
    """Buttons live for ever in chats; add a line here, and never change one."""
    assert {press.__name__: word for press, word in WORDS.items()} == {
        "Accept": "ac",
        "Offer": "of",
        "OfferPlaces": "op",
        "OfferTo": "ot",
        "Resolve": "rs",
        "Back": "bk",
        "Confirm": "cf",
        "Reopen": "ro",
        "Claim": "cl",
        "Finish": "fi",
        "Withdraw": "wd",
        "PickKind": "dk",
        "OpenGrid": "do",
        "PickGrid": "dg",
        "TurnPage": "dp",
        "ChangeKind": "ck",
        "ChangePlace": "cp",
        "Submit": "ds",
        "CancelDraft": "dx",
        "CancelPrompt": "px",
        "ThatIsAll": "pa",
        "PickFound": "df",
        "PickHome": "dh",
        "MakeHome": "dm",
        "SendLocation": "dl",
        "UnsureWhere": "du",
        "GoOn": "dd",
        "ReportAsWell": "rd",
        "LookForHome": "hg",
        "HomeIs": "hm",
        "Reassign": "ra",
        "ReassignTo": "rt",
        "Decline": "dc",
        "Talk": "tk",
        "Reword": "rw",
        "ShowMedia": "sm",
        "Appeal": "ap",
        "Rate": "st",
        "SkipComment": "sk",
        "Add": "ad",
        "CancelRequest": "cx",
        "CancelForSure": "cy",
        "ShowHistory": "hi",
        "OpenRequest": "or",
        "Arrive": "ar",
        "TalkOnTask": "tt",
        "OpenTask": "ta",
        "About": "ab",
        "TurnList": "tl",
        "ChooseLanguage": "la",
        "OpenMore": "mo",
        "Away": "aw",
        "AwayUntil": "au",
        "AwayWith": "ay",
        "StandsIn": "sb",
        "OtherStandIn": "sc",
        "OtherDay": "od",
        "NoDay": "nd",
        "BackAgain": "ib",
        "CorrectPlace": "xp",
        "CorrectKind": "xk",
        "LookAround": "xa",
        "LookInGrid": "xg",
        "LookInKind": "xi",
        "PlaceIs": "xl",
        "KindIs": "xm",
        "PlaceFor": "xr",
        "KindFor": "xs",
        "GiveTo": "gv",
        "OpenPeople": "pl",
        "OpenPerson": "pn",
        "Invite": "in",
        "MoveAccount": "ma",
        "MoveForSure": "mf",
        "ConfirmUpload": "uy",
        "CancelUpload": "ux",
        "TurnUpload": "up",
        "MakePosters": "mp",
        "OpenMyGrid": "mg",
        "ViewGrid": "vg",
        "DrawGrid": "gp",
        "ShowCoverage": "cv",
        "TurnCoverage": "ct",
    }
