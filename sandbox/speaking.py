"""What persons say, and how it gets into a chat. Every act makes the update a bot would get."""

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from sandbox.chats import ANONYMOUS, Chat, Topic
from sandbox.contents import NEEDS, content_of, kind_of, worded
from sandbox.markup import commands_in
from sandbox.members import ADMINS, INSIDE
from sandbox.messages import Message

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

STRANGER = "Somebody"


class Where(TypedDict, total=False):
    """Where something is said; the private chat with the bot when nothing is given. ``anonymous``: as the
    group itself, by an administrator who hides."""

    chat: Chat
    thread: Topic
    reply_to: Message
    anonymous: bool


def own_words(field: str, text: str) -> dict[str, Any]:
    """A text or caption (``field``) as a person writes it: commands are found, marks are not."""
    return worded(field, text, commands_in(text))


class Speaker:
    """Somebody with an account who can write. ``chat`` is the private chat with the bot."""

    def __init__(self, telegram: "Telegram", user: dict[str, Any]) -> None:
        self.telegram = telegram
        self.user = user
        self.id: int = user["id"]
        shown: dict[str, Any] = {
            key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user
        }
        self.chat = Chat(telegram, shown | {"type": "private"})
        self.started = False
        self.blocked = False

    @property
    def name(self) -> str:
        """The first name."""
        found: str = self.user["first_name"]
        return found

    def says(self, text: str, **where: Unpack[Where]) -> Message:
        """Write a text."""
        return self.posts(own_words("text", text), **where)

    def forwards(
        self, what: Message | str, of: "Speaker | Chat | str | None" = None, **where: Unpack[Where]
    ) -> Message:
        """Forward a message, or a text the sandbox never saw. ``of``: who is named as its author instead of
        the true one: a person, a group or channel, or the bare name of somebody who hides."""
        content = content_of(what.json) if isinstance(what, Message) else own_words("text", what)
        if not content:
            raise ValueError(f"{what} cannot be forwarded")
        if isinstance(what, Message):
            origin = _origin(what.json, of)
        else:
            origin = _origin({"date": int(self.telegram.clock.timestamp())}, of or STRANGER)
        message = self.posts(content | {"forward_origin": origin}, **where)
        message.files = what.files if isinstance(what, Message) else []
        return message

    # How it gets into the chat

    def posts(self, content: dict[str, Any], **where: Unpack[Where]) -> Message:
        """Put a message into the chat and tell the bot."""
        message = self.puts(content, **where)
        self.telegram.deliver(message)
        return message

    def puts(
        self,
        content: dict[str, Any],
        *,
        chat: Chat | None = None,
        thread: Topic | None = None,
        reply_to: Message | None = None,
        anonymous: bool = False,
    ) -> Message:
        """Put a message into the chat; the bot is told by ``telegram.deliver``. RuntimeError when Telegram
        would not let this person write it there."""
        chat = chat or (thread.chat if thread else reply_to.chat if reply_to else self.chat)
        if chat is not self.chat:
            self._check_membership(chat, content, thread, anonymous)
        elif not self.started or self.blocked:
            raise RuntimeError(f"{self.name} has not started the bot, or has blocked it")
        author = {"from": ANONYMOUS, "sender_chat": chat.json} if anonymous else {"from": self.user}
        answered_in = reply_to.thread if reply_to and reply_to.chat is chat else None
        return chat.post(author, content, thread=thread.id if thread else answered_in, reply_to=reply_to)

    def _check_membership(
        self, chat: Chat, content: dict[str, Any], thread: Topic | None, anonymous: bool
    ) -> None:
        own = chat.members.get(self.id)
        if own is None or own["status"] not in INSIDE:
            raise RuntimeError(f"{self.name} is not in {chat.title}")
        if own["status"] in ADMINS:
            return
        right, words = NEEDS[kind_of(content) or "text"]
        if not chat.allows(own, right):
            raise RuntimeError(f"{self.name} may not send {words} to {chat.title}")
        if anonymous or (thread is not None and thread.closed):
            raise RuntimeError(f"{self.name} is no administrator of {chat.title}")


def _origin(json: dict[str, Any], of: "Speaker | Chat | str | None") -> dict[str, Any]:
    """Who a forward says its message is from: its own author, or the one given."""
    date = {"date": json["date"]}
    if isinstance(of, str):
        return {"type": "hidden_user", "sender_user_name": of} | date
    if isinstance(of, Speaker):
        return {"type": "user", "sender_user": of.user} | date
    if of is None and "forward_origin" in json:
        return dict(json["forward_origin"])
    chat = of.json if of else json.get("sender_chat")
    if chat is None:
        return {"type": "user", "sender_user": json["from"]} | date
    if chat["type"] == "channel":
        return {"type": "channel", "chat": chat, "message_id": json.get("message_id", 1)} | date
    return {"type": "chat", "sender_chat": chat} | date
