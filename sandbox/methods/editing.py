"""Methods that change a message."""

from collections.abc import Set
from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.contents import CAPTIONED, NEEDS, kind_of
from sandbox.errors import bad_request
from sandbox.keyboards import checked_inline
from sandbox.messages import Message
from sandbox.methods.reach import open_chat
from sandbox.methods.wording import Wording, caption_of, content, text_of

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
KINDS = set(NEEDS)
WITH_WORDS = CAPTIONED | {"text"}


def edit_text(tg: "Telegram", args: Args) -> dict[str, Any]:
    """editMessageText; without reply_markup the buttons go."""
    message = _own(tg, args)
    if "text" not in message.json:
        raise bad_request("there is no text in the message to edit")
    return _reword(tg, message, "text", text_of(args), args)


def edit_caption(tg: "Telegram", args: Args) -> dict[str, Any]:
    """editMessageCaption; without reply_markup the buttons go."""
    message = _own(tg, args)
    if "text" in message.json:
        raise bad_request("there is no caption in the message to edit")
    return _reword(tg, message, "caption", caption_of(args), args)


def edit_markup(tg: "Telegram", args: Args) -> dict[str, Any]:
    """editMessageReplyMarkup."""
    return _change(tg, _own(tg, args, KINDS), {}, args)


def _own(tg: "Telegram", args: Args, editable: Set[str] = WITH_WORDS) -> Message:
    """The bot's message the call means, if it is of an editable kind."""
    if not args.text("chat_id") and not args.number("message_id"):
        raise bad_request("message identifier is not specified")
    chat = open_chat(tg, args)
    message = chat.find(args.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    own = message.from_bot or chat.kind == "channel"
    # One that came with a reply keyboard stays as it is.
    if not own or message.keyboard is not None or kind_of(message.json) not in editable:
        raise bad_request("message can't be edited")
    return message


def _reword(tg: "Telegram", message: Message, field: str, wording: Wording, args: Args) -> dict[str, Any]:
    entities = "entities" if field == "text" else "caption_entities"
    changed = {field: None, entities: None} | content(field, wording)
    found = _change(tg, message, changed, args)
    message.html = wording.html
    return found


def _change(tg: "Telegram", message: Message, changed: dict[str, Any], args: Args) -> dict[str, Any]:
    """Give the fields new values (None: gone) and the buttons of the call; refuse if all is as it was."""
    changed = {**changed, "reply_markup": checked_inline(args.object("reply_markup"))}
    if all(message.json.get(field) == value for field, value in changed.items()):
        raise bad_request(UNCHANGED)
    if tg.limits:
        tg.pace.pass_one(message.chat.id, tg.clock.timestamp())
    for field, value in changed.items():
        if value is None:
            message.json.pop(field, None)
        else:
            message.json[field] = value
    message.json["edit_date"] = int(tg.clock.timestamp())
    message.edits += 1
    tg.show(message)
    return message.json
