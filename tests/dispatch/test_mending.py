"""A message that is edited stands in the words made of messages as it reads now, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.mending import mended

WORDS = st.lists(
    st.text("漏水a ", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5, unique=True
)


@pytest.mark.parametrize(
    ("words", "was", "now", "expected"),
    [
        ("漏水", "漏水", "漏电", "漏电"),
        ("漏水\n快来", "快来", "请快来", "漏水\n请快来"),
        ("a\nb\nc", "a\nb", "d", "d\nc"),  # a message of two lines
        ("漏水\n快来", "快来", "", "漏水"),  # a caption taken away
        ("漏水", "", "三楼", "漏水\n三楼"),  # a caption given
        ("", "", "三楼", "三楼"),
        ("漏水了", "漏水", "漏电", None),  # stands there only as a part of another message
        ("漏水", "停电", "漏电", None),
        ("漏水\n漏水", "漏水", "漏电", "漏水\n漏电"),  # said twice: the later one
    ],
)
def test_an_edit_mends_its_own_message(words, was, now, expected):
    assert mended(words, was, now) == expected


@given(WORDS, st.data())
def test_whichever_message_is_edited_the_others_stay(messages, data):
    at = data.draw(st.integers(0, len(messages) - 1))
    after = [*messages[:at], "new", *messages[at + 1 :]]
    assert mended("\n".join(messages), messages[at], "new") == "\n".join(after)
