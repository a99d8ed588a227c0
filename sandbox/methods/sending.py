"""Methods that put a message into a chat."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.chats import Chat
from sandbox.contents import CAPTIONED, content_of, kind_of, with_caption
from sandbox.errors import ApiError, bad_request
from sandbox.files import KINDS, LARGEST_PHOTO, StoredFile
from sandbox.keyboards import Markup, checked_markup
from sandbox.messages import Message
from sandbox.methods.reach import answered, known_chat, thread_of, writable
from sandbox.methods.wording import caption_of, content, text_of

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

POLE, DATE_LINE = 90, 180  # degrees


def send_message(tg: "Telegram", args: Args) -> dict[str, Any]:
    """sendMessage."""
    chat = writable(tg, args, "text")
    wording = text_of(args)
    message = _send(tg, chat, args, content("text", wording))
    message.html = wording.html
    return message.json


def send_medium(kind: str) -> Callable[["Telegram", Args], dict[str, Any]]:
    """sendPhoto, sendVideo, sendDocument and the like."""

    def send(tg: "Telegram", args: Args) -> dict[str, Any]:
        chat = writable(tg, args, kind)
        wording = caption_of(args)
        stored = stored_file(tg, args, kind, args.text(kind))
        words = content("caption", wording) if stored.kind in CAPTIONED else {}
        message = _send(tg, chat, args, stored.content() | words)
        message.html, message.files = wording.html if words else "", [stored.data]
        return message.json

    return send


def send_location(tg: "Telegram", args: Args) -> dict[str, Any]:
    """sendLocation."""
    place = {"latitude": args.real("latitude"), "longitude": args.real("longitude")}
    if not (abs(place["latitude"]) <= POLE and abs(place["longitude"]) <= DATE_LINE):
        raise bad_request("invalid location specified")
    chat = writable(tg, args, "location")
    return _send(tg, chat, args, {"location": place}).json


def copy_message(tg: "Telegram", args: Args) -> dict[str, int]:
    """copyMessage: the content without the sender; another caption if one is given."""
    if not args.text("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    source = known_chat(tg, args, "from_chat_id").find(args.number("message_id"))
    if source is None:
        raise bad_request("message to copy not found")
    kind, copied, html = kind_of(source.json), content_of(source.json), source.html
    if kind is None:
        raise bad_request("message can't be copied")
    chat = writable(tg, args, kind)
    if "caption" in args.values and kind in CAPTIONED:
        wording = caption_of(args)
        copied, html = with_caption(copied, content("caption", wording)), wording.html
    message = _send(tg, chat, args, copied)
    message.html, message.files = html, source.files
    return {"message_id": message.id}


def _send(tg: "Telegram", chat: Chat, args: Args, what: dict[str, Any]) -> Message:
    thread, reply_to = thread_of(chat, args), answered(chat, args)
    markup = checked_markup(args.object("reply_markup"), chat.kind)
    pace(tg, chat)
    message = chat.post(author(tg, chat), what, thread, reply_to)
    _put_under(message, markup)
    return message


def _put_under(message: Message, markup: Markup | None) -> None:
    if markup is None:
        return
    if "inline_keyboard" in markup:
        message.json["reply_markup"] = markup
    else:
        message.keyboard = markup


def author(tg: "Telegram", chat: Chat) -> dict[str, Any]:
    """Who a message of the bot says it is from."""
    return {"sender_chat": chat.json} if chat.kind == "channel" else {"from": tg.bot}


def pace(tg: "Telegram", chat: Chat) -> None:
    """Count a message to the chat; ApiError 429 when it comes too fast."""
    if tg.limits:
        tg.pace.pass_one(chat.id, tg.clock.timestamp())


def stored_file(tg: "Telegram", args: Args, kind: str, given: str) -> StoredFile:
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
    if stored.kind != kind and "photo" in {stored.kind, kind}:  # the others go out as what they are
        raise misused(stored, kind)
    return stored


def misused(stored: StoredFile, kind: str) -> ApiError:
    """The refusal of a file that is not of the kind asked for."""
    return bad_request(f"can't use file of type {KINDS[stored.kind].type_name} as {KINDS[kind].type_name}")
