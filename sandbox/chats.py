"""Chats of every kind: who is in them, what stands in them, forum topics."""

from typing import TYPE_CHECKING, Any

from sandbox.members import ADMINS, INSIDE, PERMISSIONS, Member, member
from sandbox.messages import Message

if TYPE_CHECKING:
    from sandbox.actors import Person
    from sandbox.telegram import Telegram

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}

ALL_PERMITTED = dict.fromkeys(PERMISSIONS, True)


class Topic:
    """A forum topic. Its id is that of the message that opened it."""

    def __init__(self, opening: Message, name: str) -> None:
        self.opening = opening
        self.id = opening.id
        self.chat = opening.chat
        self.name = name
        self.closed = False

    @property
    def messages(self) -> list[Message]:
        """What stands in the topic, newest last."""
        return [message for message in self.chat.messages if message.thread == self.id]

    def close(self) -> None:
        """Nobody but administrators may write any more."""
        self.closed = True
        self.chat.telegram.show(self.chat)

    def delete(self) -> None:
        """The topic and all its messages are gone."""
        for message in self.messages:
            message.delete()
        del self.chat.topics[self.id]
        self.chat.telegram.show(self.chat)


class Chat:
    """A chat; ``json`` is the object that stands in messages."""

    def __init__(self, telegram: "Telegram", json: dict[str, Any]) -> None:
        self.telegram = telegram
        self.json = json
        self.id: int = json["id"]
        self.kind: str = json["type"]
        self.person: Person | None = None  # the other side of a private chat
        self.members: dict[int, Member] = {}
        self.permissions = ALL_PERMITTED
        self.topics: dict[int, Topic] = {}
        self.upgraded_to: Chat | None = None
        self.written: dict[int, Message] = {}  # all that ever stood here, by id
        self.keyboard_from: Message | None = None  # the newest that brought a reply keyboard, or took it away
        self.last_id = 1  # the first message of a supergroup is that of its making

    @property
    def title(self) -> str:
        """The title; of a private chat the name."""
        return str(self.json.get("title") or self.json["first_name"])

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat, newest last."""
        return [message for message in self.written.values() if not message.deleted]

    @property
    def last(self) -> Message:
        """The newest message; LookupError in an empty chat."""
        return self._newest(lambda _: True)

    @property
    def last_from_bot(self) -> Message:
        """The newest message of the bot; LookupError when it has said nothing."""
        return self._newest(lambda message: message.from_bot)

    def _newest(self, fits: Any) -> Message:
        for message in reversed(self.written.values()):
            if not message.deleted and fits(message):
                return message
        raise LookupError(f"no such message in {self.title}")

    @property
    def keyboard_message(self) -> Message:
        """The message that brought the reply keyboard that is up; LookupError when none is."""
        message = self.keyboard_from
        if message is None or message.deleted or "remove_keyboard" in (message.keyboard or {}):
            raise LookupError(f"no keyboard is up in {self.title}")
        return message

    def find(self, message_id: int) -> Message | None:
        """The message with this id, if it still stands."""
        message = self.written.get(message_id)
        return None if message is None or message.deleted else message

    @property
    def bot(self) -> Member:
        """The bot's own membership."""
        bot = self.telegram.bot
        return self.members.get(bot["id"]) or member(bot, "left")

    @property
    def has_bot(self) -> bool:
        """Whether the bot gets what is said here."""
        if self.person is not None:
            return self.person.started and not self.person.blocked
        return self.bot["status"] in INSIDE

    def allows(self, own: Member, right: str) -> bool:
        """Whether a member may do what one of the PERMISSIONS is about: administrators all, the others
        what the group permits everybody, the restricted no more than is left to them."""
        if own["status"] in ADMINS:
            return True
        return self.permissions[right] and (own["status"] != "restricted" or bool(own[right]))

    def post(
        self,
        author: dict[str, Any],
        content: dict[str, Any],
        thread: int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Put a message into the chat. ``author`` holds from and sender_chat, ``content`` the rest."""
        json = {"message_id": self._next_id(), **author, "chat": self.json}
        json["date"] = int(self.telegram.clock.timestamp())
        topic = self.topics.get(thread) if thread else None
        if topic is not None:
            json |= {"message_thread_id": topic.id, "is_topic_message": True}
            # Telegram lets whatever is said in a topic answer the message that opened it.
            reply_to = reply_to or topic.opening
        if reply_to is not None:
            json["reply_to_message"] = {k: v for k, v in reply_to.json.items() if k != "reply_to_message"}
        json.update(content)
        message = Message(self, json)
        self.written[message.id] = message
        self.telegram.show(message)
        return message

    def _next_id(self) -> int:
        # Supergroups and channels number for themselves; the rest share the bot's own numbers.
        if self.kind in {"supergroup", "channel"}:
            self.last_id += 1
            return self.last_id
        return self.telegram.next_message_id()

    def announce(self, by: dict[str, Any], content: dict[str, Any]) -> Message:
        """A service message, and the update about it."""
        message = self.post({"from": by}, content)
        self.telegram.deliver(message)
        return message

    def topic(self, name: str) -> Topic:
        """Open a forum topic, making the supergroup a forum; no update."""
        if self.kind != "supergroup":
            raise ValueError("only a supergroup has topics")
        self.json["is_forum"] = True
        created = {"name": name, "icon_color": 7322096}
        opening = self.post({"from": self.telegram.bot}, {"forum_topic_created": created})
        opening.json |= {"message_thread_id": opening.id, "is_topic_message": True}
        self.telegram.show(self)
        return self.topics.setdefault(opening.id, Topic(opening, name))

    def rename(self, title: str, by: "Person") -> None:
        """Change the title; the bot sees the service message."""
        self.json["title"] = title
        self.telegram.show(self)
        self.announce(by.user, {"new_chat_title": title})

    def permit(self, by: "Person", **permissions: bool) -> None:
        """Change what plain members may do, the bot among them if it is one, e.g.
        ``can_send_photos=False``. Telegram tells no bot."""
        if self.members.get(by.id, {}).get("status") not in ADMINS:
            raise RuntimeError(f"{by.name} is no administrator of {self.title}")
        if unknown := permissions.keys() - set(PERMISSIONS):
            raise ValueError(f"no such permissions: {sorted(unknown)}; there are {PERMISSIONS}")
        self.permissions = self.permissions | permissions
        self.telegram.show(self)

    def set_bot(self, status: str, by: "Person", **rights: bool) -> None:
        """Add, promote, restrict or remove the bot: my_chat_member, and the service message if it came or
        went. ``rights`` differ from the status's usual ones, e.g. ``can_pin_messages=False``."""
        bot = self.telegram.bot
        old, new = self.bot, member(bot, status, rights)
        self.members[bot["id"]] = new
        self.telegram.membership(self, by.user, old, new)
        was_in, is_in = old["status"] in INSIDE, status in INSIDE
        if is_in and not was_in:
            self.announce(by.user, {"new_chat_members": [bot]})
        elif was_in and not is_in:
            self.post({"from": by.user}, {"left_chat_member": bot})

    def set_member(self, person: "Person", status: str, by: "Person | None" = None, **rights: bool) -> None:
        """Change what somebody is here; a chat_member update follows where the bot asked for them."""
        old = self.members.get(person.id) or member(person.user, "left")
        new = member(person.user, status, rights)
        self.members[person.id] = new
        actor = (by or person).user
        self.telegram.membership(self, actor, old, new)
        if (status in INSIDE) == (old["status"] in INSIDE):
            return
        if status in INSIDE:
            self.announce(actor, {"new_chat_members": [person.user]})
        else:
            self.announce(actor, {"left_chat_member": person.user})

    def upgrade(self) -> "Chat":
        """Turn a basic group into a supergroup: a new chat with a new id, both told by service messages."""
        if self.kind != "group":
            raise ValueError("only a basic group can be upgraded")
        new = self.telegram.supergroup(self.title)
        new.members, new.permissions = dict(self.members), self.permissions
        self.upgraded_to = new
        self.telegram.show(self)
        self.telegram.show(new)
        by = next((m["user"] for m in self.members.values() if m["status"] in ADMINS), ANONYMOUS)
        self.announce(by, {"migrate_to_chat_id": new.id})
        author = {"from": ANONYMOUS, "sender_chat": new.json}
        self.telegram.deliver(new.post(author, {"migrate_from_chat_id": self.id}))
        return new

    def __repr__(self) -> str:
        return f"<Chat {self.id} {self.kind} {self.title!r}>"
