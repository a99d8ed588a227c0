"""What a card is before Telegram sees it: words and buttons, nothing else."""

import hashlib
import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from storage.database import Tx
from storage.records import Card, Message, PieceKind

MESSAGE_LIMIT = 4096
"""Units of UTF-16 in the text of one message, after Telegram has read the markup."""
CAPTION_LIMIT = 1024
"""The same of a caption."""


@dataclass(frozen=True, slots=True)
class Key:
    """An inline button: `data` comes back when it is tapped, or `url` is opened."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LargeKey:
    """A key below the chat that has Telegram share the phone number or the location; a plain label is a key
    that says its words."""

    label: str
    shares: Literal["contact", "location"]


@dataclass(frozen=True, slots=True)
class Medium:
    """A file that Telegram has, or one of ours with its content, or a location."""

    kind: PieceKind
    file_id: str | None
    latitude: float | None
    longitude: float | None
    name: str = ""
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML text, rows of inline keys, or rows of large reply keys.

    With media it is these with the text as their caption, where Telegram lets them have one; more than one
    is an album. `lasting` screens are kept as cards and edited when their subject changes.
    """

    text: str
    keys: tuple[tuple[Key, ...], ...] = ()
    menu: tuple[tuple[str | LargeKey, ...], ...] = ()
    lasting: bool = False
    media: tuple[Medium, ...] = ()

    def fits(self) -> bool:
        """Whether Telegram takes it as one message."""
        limit = CAPTION_LIMIT if self.media else MESSAGE_LIMIT
        return units(html.unescape(re.sub("<[^<>]*>", "", self.text))) <= limit

    def digest(self) -> str:
        """The same for screens that look the same."""
        return hashlib.sha256(repr((self.text, self.keys)).encode()).hexdigest()[:16]


def units(words: str) -> int:
    """How long Telegram finds plain words: in units of UTF-16."""
    return len(words.encode("utf-16-le")) // 2


def shortened(words: str, longest: int) -> str:
    """Plain words of at most `longest` units; what is cut off is marked by "…"."""
    if units(words) <= longest:
        return words
    return words.encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", "ignore") + "…"


Render = Callable[[Tx, Message, Card | None, datetime], Awaitable[Screen | None]]
"""The screen of a message (with its card, when it is an edit) from the state as it is now.

None: what was to be said is no longer true or wanted. Reads only, through the transaction.
"""
