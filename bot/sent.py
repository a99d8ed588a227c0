"""What somebody sent in one message, with PTB's many optionals settled once."""

import unicodedata
from dataclasses import dataclass

import telegram

from storage.records import PieceKind

FILES = tuple(kind for kind in PieceKind if kind not in (PieceKind.TEXT, PieceKind.LOCATION))
"""Kinds that are files. An animation is a document as well, and stands before it."""
EMPTY_LOOKING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe0e\ufe0f")
"""Letters and marks by their kind, and yet nothing is seen of them."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number that was shared. `own`: Telegram vouches that it is the sender's."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """Words, a medium with its caption, or a location. `kind` None: what the bot takes no part in, such as a
    sticker, a poll or somebody's contact. `name` and `size` (bytes) are those of a document, where Telegram
    tells them."""

    kind: PieceKind | None
    words: str = ""
    file_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    album: str | None = None
    contact: Contact | None = None
    name: str = ""
    size: int = 0


def sent(message: telegram.Message) -> Sent:
    """What a message holds."""
    words = seen(message.text or message.caption or "")
    if message.location is not None:
        where, venue = message.location, message.venue
        called = seen(f"{venue.title} {venue.address}") if venue else ""
        return Sent(PieceKind.LOCATION, called, latitude=where.latitude, longitude=where.longitude)
    for kind in FILES:
        file_id = _file_id(message, kind)
        if file_id is not None:
            name, size = _document(message) if kind is PieceKind.DOCUMENT else ("", 0)
            return Sent(kind, words, file_id, album=message.media_group_id, name=name, size=size)
    if message.contact is not None:
        owner = message.from_user.id if message.from_user else None
        own = message.contact.user_id == owner and message.forward_origin is None
        contact = Contact(message.contact.phone_number, own=own)
        return Sent(None, contact=contact)
    return Sent(PieceKind.TEXT, words) if words else Sent(None)


def written_by_bot(message: telegram.Message) -> str:
    """The words of a message of a bot; "" if it is somebody else's."""
    by_bot = message.from_user is not None and message.from_user.is_bot
    return (message.text or message.caption or "") if by_bot else ""


def seen(words: str) -> str:
    """The words without blanks around them; "" where there is nothing to be seen."""
    shows = any(unicodedata.category(sign)[0] not in "CZ" and sign not in EMPTY_LOOKING for sign in words)
    return words.strip() if shows else ""


def _document(message: telegram.Message) -> tuple[str, int]:
    """How it is called, and how large Telegram says it is."""
    document = message.document
    return (document.file_name or "", document.file_size or 0) if document else ("", 0)


def _file_id(message: telegram.Message, kind: PieceKind) -> str | None:
    """The file of this kind; of the sizes of a photo the largest."""
    found = getattr(message, kind)
    if not found:
        return None
    medium = found[-1] if kind is PieceKind.PHOTO else found
    file_id: str = medium.file_id
    return file_id
