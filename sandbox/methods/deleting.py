"""deleteMessage."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.args import Args
from sandbox.chats import Chat
from sandbox.contents import kind_of
from sandbox.errors import bad_request
from sandbox.members import ADMINS
from sandbox.messages import Message
from sandbox.methods.reach import open_chat

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

DELETABLE = timedelta(hours=48)
DICE = timedelta(hours=24)  # a dice in a private chat has to be older
FIXED = {"forum_topic_created", "migrate_from_chat_id"}  # the first messages of a topic and of a supergroup


def delete_message(tg: "Telegram", args: Args) -> bool:
    """deleteMessage."""
    if not args.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if args.number("message_id") <= 0:
        raise bad_request("message identifier is not specified")
    chat = open_chat(tg, args)
    message = chat.find(args.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    age = timedelta(seconds=tg.clock.timestamp() - message.json["date"])
    if chat.kind in {"supergroup", "channel"}:
        if age > DELETABLE or FIXED & message.json.keys() or not _may_delete(chat, message):
            raise bad_request("message can't be deleted")
    elif age > DELETABLE or not _may_take_back(chat, message, age):
        raise bad_request("message can't be deleted for everyone")
    message.delete()
    return True


def _may_delete(chat: Chat, message: Message) -> bool:
    """In supergroups and channels: anything with the right to, else the own."""
    return bool(chat.bot.get("can_delete_messages")) or _is_own(message)


def _may_take_back(chat: Chat, message: Message, age: timedelta) -> bool:
    """In private chats and basic groups."""
    if chat.person is not None:
        return "dice" not in message.json or age >= DICE
    return chat.bot["status"] in ADMINS or _is_own(message)


def _is_own(message: Message) -> bool:
    return message.from_bot and kind_of(message.json) is not None
