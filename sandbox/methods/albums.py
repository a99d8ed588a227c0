"""sendMediaGroup."""

from typing import TYPE_CHECKING, Any, NamedTuple

from sandbox.args import Args
from sandbox.errors import bad_request
from sandbox.files import StoredFile
from sandbox.methods.reach import answered, check_right, open_chat, thread_of
from sandbox.methods.sending import author, misused, pace, stored_file
from sandbox.methods.wording import caption_of, content

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

LARGEST_ALBUM = 10
GROUPED = {"photo", "video", "document", "audio"}
APART = ("document", "audio")  # these stand only among themselves


class Piece(NamedTuple):
    """One medium of an album, with what is written under it."""

    file: StoredFile
    words: dict[str, Any]
    html: str


def send_media_group(tg: "Telegram", args: Args) -> list[dict[str, Any]]:
    """sendMediaGroup: one message per medium, with one media_group_id; a single one is a plain message."""
    media = args.object("media")
    if media is None:
        raise bad_request('parameter "media" is required')
    if not isinstance(media, list):
        raise bad_request("expected an Array of InputMedia")
    if not media:
        raise bad_request("there are no messages to send")
    kinds = {_kind(medium) for medium in media}
    chat = open_chat(tg, args)
    for kind in sorted(kinds) if chat.person is None else ():
        check_right(chat, kind)
    thread, reply_to = thread_of(chat, args), answered(chat, args)
    if len(media) > LARGEST_ALBUM:
        raise bad_request("too many messages to send as an album")
    if alone := next((kind for kind in APART if kind in kinds and len(kinds) > 1), None):
        raise bad_request(f"{alone} can't be mixed with other media types")
    pieces = [_piece(tg, args, medium) for medium in media]
    pace(tg, chat)
    album = {"media_group_id": str(tg.next_long_id())} if len(pieces) > 1 else {}
    messages = []
    for piece in pieces:
        message = chat.post(author(tg, chat), piece.file.content() | piece.words | album, thread, reply_to)
        message.html, message.files = piece.html, [piece.file.data]
        messages.append(message.json)
    return messages


def _kind(medium: Any) -> str:
    if not isinstance(medium, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = str(medium.get("type", ""))
    if kind == "animation":
        raise bad_request("can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup")
    if kind not in GROUPED:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    return kind


def _piece(tg: "Telegram", args: Args, medium: dict[str, Any]) -> Piece:
    kind, given = medium["type"], str(medium.get("media", ""))
    if not given or (given.startswith("attach://") and given.removeprefix("attach://") not in args.files):
        raise bad_request("can't parse InputMedia: media not found")
    wording = caption_of(Args(medium))
    stored = stored_file(tg, args, kind, given)
    if stored.kind != kind:
        raise misused(stored, kind)
    return Piece(stored, content("caption", wording), wording.html)
