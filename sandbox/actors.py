"""Persons, and what they do in Telegram. Every act makes the update a bot would get."""

from typing import TYPE_CHECKING, Any

from sandbox.chats import Chat
from sandbox.contents import CAPTION, CAPTIONED, WORDED, kind_of
from sandbox.markup import escaped
from sandbox.members import member
from sandbox.messages import Message
from sandbox.queries import Query
from sandbox.sharing import Sharer
from sandbox.speaking import own_words

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

FIRST_QUERY = 4_000_000_000_000_000_001


class Person(Sharer):
    """Somebody with an account. ``chat`` is their private chat with the bot."""

    def __init__(self, telegram: "Telegram", user: dict[str, Any]) -> None:
        super().__init__(telegram, user)
        self.chat.person = self
        self.deactivated = False
        self._met = False

    @property
    def met(self) -> bool:
        """Whether the bot has ever come across this person; others do not exist for it."""
        if not self._met:  # else there is no need to walk through all chats again
            chats = self.telegram.chats.values()
            self._met = self.started or any(self.id in chat.members and chat.has_bot for chat in chats)
        return self._met

    def start(self, payload: str = "") -> Message:
        """Press Start, as after a link t.me/bot?start=payload; unblocks the bot."""
        if self.blocked:
            self.unblocks()
        self.started = True
        self.telegram.show(self)
        return self.says(f"/start {payload}".strip())

    def presses(self, label: str, chat: Chat | None = None) -> Message:
        """Press a key of the reply keyboard that is up: says its label, or shares the own number or place
        where the key asks for it. LookupError when there is no such key."""
        chat = chat or self.chat
        asking = chat.keyboard_message
        key = asking.key(label)
        if key.get("request_contact"):
            return self.sends_contact(reply_to=asking)  # apps answer the message that asked
        if key.get("request_location"):
            return self.sends_location(*self.place, reply_to=asking)
        return self.says(label, chat=chat) if chat is self.chat else self.says(label, reply_to=asking)

    def edits(self, message: Message, text: str) -> None:
        """Change the words of an own message: its text, or its caption."""
        if message.sender_id != self.id:
            raise RuntimeError(f"{self.name} did not write {message}")
        if "forward_origin" in message.json or kind_of(message.json) not in CAPTIONED | {"text"}:
            raise RuntimeError(f"{message} has no words to change")
        field, old = ("text", WORDED) if "text" in message.json else ("caption", CAPTION)
        for key in old:
            message.json.pop(key, None)
        message.json |= own_words(field, text)
        message.json["edit_date"] = int(self.telegram.clock.timestamp())
        message.html = escaped(text)
        message.edits += 1
        self.telegram.show(message)
        self.telegram.deliver(message, "edited_message")

    def taps(self, message: Message, button: str = "", *, stale: str = "") -> Query:
        """Tap the inline button with this label or data. ``stale``: data of a button that stood there
        before, tapped on a screen that has not caught up. LookupError when there is no such button."""
        data = stale or message.button(button)
        tg = self.telegram
        query = Query(FIRST_QUERY + len(tg.queries), self, message, data)
        tg.queries[query.id] = query
        shown = message.json
        if message.deleted:
            shown = {"chat": message.chat.json, "message_id": message.id, "date": 0}
        payload = {"id": query.id, "from": self.user, "message": shown}
        payload |= {"chat_instance": str(-message.chat.id), "data": data}
        tg.updates.add("callback_query", payload, self.id)
        tg.pulse.beat()
        return query

    def blocks(self) -> None:
        """Block the bot."""
        self._sets_blocked("member", "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._sets_blocked("kicked", "member")

    def _sets_blocked(self, old: str, new: str) -> None:
        bot = self.telegram.bot
        self.blocked = new == "kicked"
        self.telegram.membership(self.chat, self.user, member(bot, old), member(bot, new))

    def deactivates(self) -> None:
        """Delete the account; Telegram says so only when the bot writes."""
        self.deactivated = True
        self.telegram.show(self)

    def joins(self, chat: Chat) -> None:
        """Enter a group."""
        chat.set_member(self, "member")

    def leaves(self, chat: Chat) -> None:
        """Leave a group."""
        chat.set_member(self, "left")

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"
