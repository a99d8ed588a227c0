"""HTML as Telegram parses it; the refusals are Telegram's own, word for word."""

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.markup import commands_in, parse_html, trimmed, utf16_length


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>x</b>y", "xy", [entity("bold", 0, 1)]),
        ("<STRONG>x</strong>", "x", [entity("bold", 0, 1)]),
        ("<i><u>x</u></i>", "x", [entity("underline", 0, 1), entity("italic", 0, 1)]),
        ("<del>x</>", "x", [entity("strikethrough", 0, 1)]),
        ("😀<code>x</code>", "😀x", [entity("code", 2, 1)]),
        (
            '<a href="https://a.b/?x=1&amp;y">z</a>',
            "z",
            [entity("text_link", 0, 1, url="https://a.b/?x=1&y")],
        ),
        ("<a href='tg://user?id=7'>z</a>", "z", [entity("text_link", 0, 1, url="tg://user?id=7")]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="5")]),
        ("&lt;&gt;&amp;&quot;&#65;&#x42;", '<>&"AB', []),
        ("Tom & Jerry &nbsp; &", "Tom & Jerry &nbsp; &", []),
        ("a > b", "a > b", []),
        ("<b></b>x", "x", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("中<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x"', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_what_telegram_cannot_parse_is_refused_in_its_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text())
def test_escaped_text_comes_back_whole(text: str) -> None:
    assert parse_html(html.escape(text)) == (text.replace("'", "'"), [])


@given(st.text(alphabet="<>/ab =\"'&;b中😀\x00"))
def test_any_text_is_parsed_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError as refused:
        assert refused.code == 400
    else:
        assert all(e["offset"] + e["length"] <= utf16_length(text) for e in entities)


def test_white_space_around_a_text_goes_and_entities_move() -> None:
    assert trimmed("  ab ", [entity("bold", 0, 5)]) == ("ab", [entity("bold", 0, 2)])


def test_commands_are_found_where_they_are() -> None:
    found = commands_in("😀 /start@redvest_bot x a/b")
    assert found == [entity("bot_command", 3, 18)]
