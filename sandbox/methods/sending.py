"""Methods that put a message into a chat."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.files import LARGEST_PHOTO, StoredFile
from sandbox.keyboards import Markup, checked_markup
from sandbox.messages import Message
from sandbox.methods.reach import answered, known_chat, thread_of, writable
from sandbox.methods.wording import caption_of, content, text_of

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

LARGEST_ALBUM = 10
MEDIA = ("photo", "video", "document", "voice")
COPIED = (*MEDIA, "text", "entities", "caption", "caption_entities", "location", "contact")


def send_message(tg: "Telegram", args: Args) -> dict[str, Any]:
    """sendMessage."""
    chat = writable(tg, args, "text")
    wording = text_of(args)
    message = _send(tg, chat, args, content("text", wording))
    message.html = wording.html
    return message.json


def send_medium(kind: str) -> Callable[["Telegram", Args], dict[str, Any]]:
    """sendPhoto, sendVideo, sendDocument, sendVoice."""

    def send(tg: "Telegram", args: Args) -> dict[str, Any]:
        chat = writable(tg, args, kind)
        wording = caption_of(args)
        stored = _stored(tg, args, kind, args.text(kind))
        message = _send(tg, chat, args, stored.content() | content("caption", wording))
        message.html, message.files = wording.html, [stored.data]
        return message.json

    return send


def send_location(tg: "Telegram", args: Args) -> dict[str, Any]:
    """sendLocation."""
    chat = writable(tg, args, "location")
    place = {"latitude": args.real("latitude"), "longitude": args.real("longitude")}
    return _send(tg, chat, args, {"location": place}).json


def send_media_group(tg: "Telegram", args: Args) -> list[dict[str, Any]]:
    """sendMediaGroup: one message per medium, all with one media_group_id."""
    media = args.object("media")
    if not isinstance(media, list) or not media:
        raise bad_request("there are no messages to send")
    if len(media) > LARGEST_ALBUM:
        raise bad_request("too many messages to send as an album")
    parts = [_album_part(tg, args, medium) for medium in media]
    chat = writable(tg, args, parts[0][0].kind)
    thread, reply_to = thread_of(chat, args), answered(chat, args)
    _pace(tg, chat)
    album = {"media_group_id": str(tg.next_album())}
    messages = []
    for stored, words, html in parts:
        message = chat.post(_author(tg, chat), stored.content() | words | album, thread, reply_to)
        message.html, message.files = html, [stored.data]
        messages.append(message.json)
    return messages


def _album_part(tg: "Telegram", args: Args, medium: dict[str, Any]) -> tuple[StoredFile, dict[str, Any], str]:
    kind = medium.get("type", "")
    if kind not in {"photo", "video", "document"}:
        raise bad_request("can't parse InputMedia: media type is invalid")
    wording = caption_of(Args(medium))
    stored = _stored(tg, args, kind, str(medium.get("media", "")))
    return stored, content("caption", wording), wording.html


def copy_message(tg: "Telegram", args: Args) -> dict[str, int]:
    """copyMessage: the content without the sender; another caption if one is given."""
    source = known_chat(tg, args, "from_chat_id").find(args.number("message_id"))
    if source is None:
        raise bad_request("message to copy not found")
    copied = {key: source.json[key] for key in COPIED if key in source.json}
    kind = next((kind for kind in (*MEDIA, "text", "location") if kind in copied), None)
    if kind is None:
        raise bad_request("message can't be copied")
    chat = writable(tg, args, kind)
    html = source.html
    if "caption" in args.values and kind in MEDIA:
        wording = caption_of(args)
        copied = {kind: copied[kind]} | content("caption", wording)
        html = wording.html
    message = _send(tg, chat, args, copied)
    message.html, message.files = html, source.files
    return {"message_id": message.id}


def _send(tg: "Telegram", chat: Chat, args: Args, what: dict[str, Any]) -> Message:
    thread, reply_to = thread_of(chat, args), answered(chat, args)
    markup = checked_markup(args.object("reply_markup"))
    _pace(tg, chat)
    message = chat.post(_author(tg, chat), what, thread, reply_to)
    _put_under(message, markup)
    return message


def _put_under(message: Message, markup: Markup | None) -> None:
    if markup is None:
        return
    if "inline_keyboard" in markup:
        message.json["reply_markup"] = markup
    else:
        message.keyboard = markup


def _author(tg: "Telegram", chat: Chat) -> dict[str, Any]:
    return {"sender_chat": chat.json} if chat.kind == "channel" else {"from": tg.bot}


def _pace(tg: "Telegram", chat: Chat) -> None:
    if tg.limits:
        tg.pace.pass_one(chat.id, tg.clock.timestamp())


def _stored(tg: "Telegram", args: Args, kind: str, given: str) -> StoredFile:
    """The file a call sends: uploaded with it, under the field's or another name, or known by file_id."""
    name = given.removeprefix("attach://") if given.startswith("attach://") else kind
    upload = args.files.get(name)
    if upload is not None and (not given or name != kind or given.startswith("attach://")):
        if kind == "photo" and len(upload.data) > LARGEST_PHOTO:
            raise bad_request("file is too big for a photo; the maximum size is 10 MB")
        return tg.files.add(kind, upload.data, upload.name)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    stored = tg.files.find(given)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored
