"""Persons, and what they do in Telegram. Every act makes the update a bot would get."""

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from sandbox.chats import ANONYMOUS, Chat, Topic
from sandbox.markup import commands_in, escaped
from sandbox.members import INSIDE, member
from sandbox.messages import Message
from sandbox.queries import Query

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

FIRST_QUERY = 4_000_000_000_000_000_001
IMAGE = b"\xff\xd8\xff\xe0 a picture"


class Where(TypedDict, total=False):
    """Where something is said; the private chat with the bot when nothing is given. ``anonymous``: as the
    group itself, by an administrator who hides."""

    chat: Chat
    thread: Topic
    reply_to: Message
    anonymous: bool


def _plain(text: str) -> dict[str, Any]:
    entities = commands_in(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


class Person:
    """Somebody with an account. ``chat`` is their private chat with the bot."""

    def __init__(self, telegram: "Telegram", user: dict[str, Any]) -> None:
        self.telegram = telegram
        self.user = user
        self.id: int = user["id"]
        shown: dict[str, Any] = {
            key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user
        }
        self.chat = Chat(telegram, shown | {"type": "private"})
        self.chat.person = self
        self.started = False
        self.blocked = False
        self.deactivated = False

    @property
    def name(self) -> str:
        """The first name."""
        found: str = self.user["first_name"]
        return found

    @property
    def met(self) -> bool:
        """Whether the bot has ever come across this person; others do not exist for it."""
        chats = self.telegram.chats.values()
        return self.started or any(self.id in chat.members and chat.has_bot for chat in chats)

    # Saying

    def start(self, payload: str = "") -> Message:
        """Press Start, as after a link t.me/bot?start=payload; unblocks the bot."""
        if self.blocked:
            self.unblocks()
        self.started = True
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, **where: Unpack[Where]) -> Message:
        """Write a text."""
        return self._posts(_plain(text), **where)

    def sends_photo(self, data: bytes = IMAGE, caption: str = "", **where: Unpack[Where]) -> Message:
        """Send a picture."""
        return self._sends_file("photo", data, caption, **where)

    def sends_video(self, data: bytes = b"a film", caption: str = "", **where: Unpack[Where]) -> Message:
        """Send a video."""
        return self._sends_file("video", data, caption, **where)

    def sends_voice(self, data: bytes = b"a voice", caption: str = "", **where: Unpack[Where]) -> Message:
        """Send a voice message."""
        return self._sends_file("voice", data, caption, **where)

    def sends_document(self, data: bytes = b"a file", caption: str = "", **where: Unpack[Where]) -> Message:
        """Send a file."""
        return self._sends_file("document", data, caption, **where)

    def sends_album(self, photos: list[bytes], caption: str = "", **where: Unpack[Where]) -> list[Message]:
        """Send pictures as one album: one message each, with the same media_group_id; the caption is the
        first one's."""
        album = {"media_group_id": str(self.telegram.next_album())}
        captions = [caption] + [""] * (len(photos) - 1)
        return [
            self._sends_file("photo", data, words, extra=album, **where)
            for data, words in zip(photos, captions, strict=True)
        ]

    def sends_location(self, latitude: float, longitude: float, **where: Unpack[Where]) -> Message:
        """Send a place."""
        return self._posts({"location": {"latitude": latitude, "longitude": longitude}}, **where)

    def sends_contact(self, phone: str, of: "Person | None" = None, **where: Unpack[Where]) -> Message:
        """Send a phone number: the own one, or that of another person."""
        owner = of or self
        contact = {"phone_number": phone, "first_name": owner.name, "user_id": owner.id}
        return self._posts({"contact": contact}, **where)

    def _sends_file(
        self,
        kind: str,
        data: bytes,
        caption: str,
        extra: dict[str, Any] | None = None,
        **where: Unpack[Where],
    ) -> Message:
        content = self.telegram.files.add(kind, data).content() | (extra or {})
        if caption:
            content["caption"] = caption
        message = self._posts(content, **where)
        message.files = [data]
        return message

    def _posts(
        self,
        content: dict[str, Any],
        *,
        chat: Chat | None = None,
        thread: Topic | None = None,
        reply_to: Message | None = None,
        anonymous: bool = False,
    ) -> Message:
        chat = chat or (thread.chat if thread else reply_to.chat if reply_to else self.chat)
        self._check_may_write(chat)
        author = {"from": ANONYMOUS, "sender_chat": chat.json} if anonymous else {"from": self.user}
        message = chat.post(author, content, thread=thread.id if thread else None, reply_to=reply_to)
        self.telegram.deliver(message)
        return message

    def _check_may_write(self, chat: Chat) -> None:
        if chat is self.chat:
            if not self.started or self.blocked:
                raise RuntimeError(f"{self.name} has not started the bot, or has blocked it")
        elif chat.members.get(self.id, {}).get("status") not in INSIDE:
            raise RuntimeError(f"{self.name} is not in {chat.title}")

    # Other acts

    def edits(self, message: Message, text: str) -> None:
        """Change the words of an own message: its text, or its caption."""
        if message.sender_id != self.id:
            raise RuntimeError(f"{self.name} did not write {message}")
        message.json.pop("entities", None)
        message.json |= _plain(text) if "text" in message.json else {"caption": text}
        message.json["edit_date"] = int(self.telegram.clock.timestamp())
        message.html = escaped(text)
        message.edits += 1
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

    def joins(self, chat: Chat) -> None:
        """Enter a group."""
        chat.set_member(self, "member")

    def leaves(self, chat: Chat) -> None:
        """Leave a group."""
        chat.set_member(self, "left")

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"
