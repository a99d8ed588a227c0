"""Which chat a call means, and whether the bot may write there."""

from typing import TYPE_CHECKING

from sandbox import unmodelled
from sandbox.args import Args
from sandbox.chats import Chat
from sandbox.contents import NEEDS
from sandbox.errors import bad_request, forbidden
from sandbox.members import ADMINS
from sandbox.messages import Message

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


def known_chat(tg: "Telegram", args: Args, name: str = "chat_id") -> Chat:
    """The chat the bot has come across; ApiError 400 "chat not found"."""
    given = args.text(name)
    if not given:
        raise bad_request(f"{name} is empty")
    if given.startswith("@"):
        found = next((c for c in tg.chats.values() if c.json.get("username") == given[1:]), None)
    else:
        found = tg.chats.get(args.number(name))
    if found is None or (found.person is not None and not found.person.met):
        raise bad_request("chat not found")
    if found.upgraded_to is not None:
        moved = {"migrate_to_chat_id": found.upgraded_to.id}
        raise bad_request("group chat was upgraded to a supergroup chat", moved)
    return found


def open_chat(tg: "Telegram", args: Args) -> Chat:
    """A chat the bot takes part in; ApiError 403 when it was blocked, kicked or never let in."""
    chat = known_chat(tg, args)
    person = chat.person
    if person is None:
        _check_membership(chat)
    elif person.deactivated:
        raise forbidden("user is deactivated")
    elif person.blocked:
        raise forbidden("bot was blocked by the user")
    elif not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def _check_membership(chat: Chat) -> None:
    if chat.bot["status"] == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if chat.bot["status"] == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def writable(tg: "Telegram", args: Args, kind: str) -> Chat:
    """A chat the bot may send this kind of content to."""
    chat = open_chat(tg, args)
    if chat.person is None:
        check_right(chat, kind)
    return chat


def check_right(chat: Chat, kind: str) -> None:
    """ApiError 400 when the bot may not send this kind of content to the group or channel."""
    if chat.kind == "channel" and chat.bot["status"] not in ADMINS:
        raise bad_request("need administrator rights in the channel chat")
    right, words = NEEDS[kind]
    if not chat.allows(chat.bot, right):
        raise bad_request(f"not enough rights to send {words} to the chat")


def thread_of(chat: Chat, args: Args) -> int | None:
    """The forum topic to write to, None for none; ApiError 400 when it is gone or closed, or the general one,
    which must not be named. A group without topics does not mind being told one."""
    thread = args.number("message_thread_id")
    if thread <= 0 or not (chat.person or chat.json.get("is_forum")):
        return None
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not chat.bot.get("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return thread


def answered(chat: Chat, args: Args) -> Message | None:
    """The message to be replied to; ApiError 400 when it is gone, unless the call says never mind."""
    about = args.object("reply_parameters") or {}
    if not isinstance(about, dict):
        raise bad_request("object expected as reply parameters")
    if about and "message_id" not in about:
        raise bad_request('can\'t find field "message_id"')
    unmodelled.check(about, unmodelled.IN_REPLIES)
    number = Args(about).number("message_id") or args.number("reply_to_message_id")
    if number <= 0:
        return None
    message = chat.find(number)
    never_mind = about.get("allow_sending_without_reply") or args.flag("allow_sending_without_reply")
    if message is None and not never_mind:
        raise bad_request("message to be replied not found")
    return message
