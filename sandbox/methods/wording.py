"""Texts and captions of a call: parsed, trimmed and measured."""

from typing import Any, NamedTuple

from sandbox.args import Args
from sandbox.contents import worded
from sandbox.errors import bad_request
from sandbox.markup import Entity, escaped, parse_html, trimmed, utf16_length

LONGEST_SOURCE = 2**15  # bytes, marks and all
LONGEST_TEXT = 4096  # UTF-16 units, after the entities have been taken out
LONGEST_CAPTION = 1024


class Wording(NamedTuple):
    """A text without its marks, its entities, and the HTML it can be seen as."""

    text: str
    entities: list[Entity]
    html: str


def _wording(source: str, parse_mode: str, given: Any) -> Wording:
    if len(source.encode()) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    mode = parse_mode.lower()
    if not source or mode in {"", "none"}:
        return Wording(*trimmed(source, list(given or [])), escaped(source).strip())
    if mode != "html":
        raise bad_request("unsupported parse_mode")
    return Wording(*trimmed(*parse_html(source)), source.strip())


def text_of(args: Args) -> Wording:
    """The text of a message; ApiError 400 when it is empty, too long or cannot be parsed."""
    source = args.text("text")
    if not source:
        raise bad_request("message text is empty")
    wording = _wording(source, args.text("parse_mode"), args.object("entities"))
    if not wording.text:
        raise bad_request("text must be non-empty")
    if utf16_length(wording.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return wording


def caption_of(args: Args) -> Wording:
    """The caption of a medium, which may be empty; ApiError 400 when it is too long or cannot be parsed."""
    wording = _wording(args.text("caption"), args.text("parse_mode"), args.object("caption_entities"))
    if utf16_length(wording.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return wording


def content(field: str, wording: Wording) -> dict[str, Any]:
    """How it stands in a message; ``field`` is text or caption."""
    return worded(field, wording.text, wording.entities)
