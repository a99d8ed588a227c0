"""parse_mode=HTML as Telegram reads it: text and entities, or its words for what is wrong.

Follows the parser of Telegram's own library, its oddities included: a lone & is text, a lone < is not,
</> closes whatever is open, offsets in messages count bytes and those in entities UTF-16 units.
"""

import html
import re
from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad_request

Entity = dict[str, Any]

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "a": "text_link",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "span": "spoiler", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
REFERENCE = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|lt|gt|amp|quot);?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z]\w{2,31})?")
HIGHEST_CODE_POINT = 0x10FFFF


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: characters beyond the basic plane are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def commands_in(text: str) -> list[Entity]:
    """The bot_command entities of a plain text."""
    if "/" not in text:
        return []
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: m.start()]),
            "length": utf16_length(m.group()),
        }
        for m in COMMAND.finditer(text)
    ]


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text without the white space around it, the entities moved and cut to match."""
    if not entities:
        return text.strip(), []
    kept = text.rstrip()
    front = utf16_length(kept) - utf16_length(kept.lstrip())
    end = utf16_length(kept) - front
    moved = []
    for entity in entities:
        start = max(entity["offset"] - front, 0)
        stop = min(entity["offset"] + entity["length"] - front, end)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return kept.lstrip(), moved


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of an HTML text; ApiError 400 "can't parse entities: …" where Telegram says so."""
    return _Parser(source).parse()


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            stop = self.source.find("<", self.at)
            stop = len(self.source) if stop < 0 else stop
            self._text(_decoded(self.source[self.at : stop]))
            self.at = stop
            if stop < len(self.source):
                self._close() if self._peek(1) == "/" else self._start()
        if self.open:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.pieces), self.entities

    def _text(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _peek(self, ahead: int = 0) -> str:
        return self.source[self.at + ahead : self.at + ahead + 1]

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _take(self, pattern: str) -> str:
        """What matches here, stepped over."""
        match = re.compile(pattern).match(self.source, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _start(self) -> None:
        begin = self._byte(self.at)
        self.at += 1
        tag = self._take(r"[^\s>]*").lower()
        if not self._peek():
            raise _wrong(f"Unclosed start tag at byte offset {begin}")
        if tag not in KINDS:
            raise _wrong(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = ""
        while self._take(r"\s*") is not None and self._peek() != ">":
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, argument, self.length))

    def _attribute(self, tag: str, begin: int) -> str:
        """Step over one attribute; give what it means for the entity, "" for nothing."""
        name = self._take(r"[^\s=>/\"']*")
        if not name:
            raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._take(r"\s*")
        if not self._peek():
            raise _wrong(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value = ""
        if self._take("="):
            self._take(r"\s*")
            value = self._value()
            if not self._peek():
                raise _wrong(f"Unclosed start tag at byte offset {begin}")
        return _meaning(tag, name, value)

    def _value(self) -> str:
        quote = self._peek()
        if quote not in {'"', "'"}:
            begin = self._byte(self.at)
            token = self._take(r"[A-Za-z0-9.\-]*")
            if self._peek() and not re.match(r"[\s>]", self._peek()):
                raise _wrong(f"Unexpected end of name token at byte offset {begin}")
            return token.lower()
        self.at += 1
        value = self._take(f"[^{quote}]*")
        self.at += 1
        return _decoded(value)

    def _close(self) -> None:
        begin = self._byte(self.at)
        if not self.open:
            raise _wrong(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        tag = self._take(r"[^\s>]*").lower()
        self._take(r"\s*")
        if self._peek() != ">":
            raise _wrong(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        last = self.open.pop()
        if tag not in {"", last.tag}:
            raise _wrong(
                f'Unmatched end tag at byte offset {begin}, expected "</{last.tag}>", found "</{tag}>"'
            )
        if self.length > last.offset:
            self._entity(last)

    def _entity(self, opened: _Open) -> None:
        kind, argument = KINDS[opened.tag], opened.argument
        entity: Entity = {"type": kind, "offset": opened.offset, "length": self.length - opened.offset}
        if kind == "text_link":
            # A link without a usable address is plain text to Telegram.
            argument = argument or "".join(self.pieces)[-(self.length - opened.offset) :]
            if "." not in argument and ":" not in argument:
                return
            entity["url"] = argument if ":" in argument else f"http://{argument}/"
        elif kind == "custom_emoji":
            if not argument.isdigit():
                raise _wrong("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = argument
        elif kind == "pre" and argument:
            entity["language"] = argument
        elif kind == "blockquote" and argument:
            entity["type"] = "expandable_blockquote"
        self.entities.append(entity)


def _meaning(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "1"
        case _:
            return ""


def _decoded(text: str) -> str:
    """Only the four named references and numbers are decoded; every other & stays as it is."""
    return REFERENCE.sub(_reference, text) if "&" in text else text


def _reference(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in NAMED:
        return NAMED[name]
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if 0 < code <= HIGHEST_CODE_POINT else match.group()


def _wrong(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def escaped(text: str) -> str:
    """A plain text as HTML."""
    return html.escape(text, quote=False)
