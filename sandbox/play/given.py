"""An act as the page sends it, read: who, where, about which message."""

import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sandbox.actors import Person
from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.play.view import is_inside
from sandbox.speaking import Where

if TYPE_CHECKING:
    from sandbox.play.play import Play


HALF_SIGN = re.compile("[\ud800-\udfff]")
"""Half of a sign in UTF-16, which JSON can hold and no other text can."""


class Refused(Exception):
    """An act that cannot be; the key of the text that says why, and its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class File(NamedTuple):
    """A file a person sends."""

    name: str
    data: bytes


class Given:
    """An act; ``files`` came along with it. What is missing or unknown raises ``Refused``."""

    def __init__(self, play: "Play", about: dict[str, Any], files: list[File]) -> None:
        self.play, self.files = play, files
        self._about = about

    def text(self, name: str, default: str | None = None) -> str:
        """A text that must not be blank; the default in its place, where there is one."""
        value = self._about.get(name)
        if isinstance(value, str) and value.strip() and not HALF_SIGN.search(value):
            return value
        if default is None:
            raise Refused("page-refused-incomplete")
        return default

    def flag(self, name: str) -> bool:
        """Whether it is so."""
        return self._about.get(name) is True

    def number(self, name: str) -> float | None:
        """A number, None where there is none."""
        value = self._about.get(name)
        if isinstance(value, float):
            return value if math.isfinite(value) else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def texts(self, name: str) -> list[str]:
        """A list of texts."""
        value = self._about.get(name)
        whole = value if isinstance(value, list) else []
        return [each for each in whole if isinstance(each, str) and not HALF_SIGN.search(each)]

    @property
    def by(self) -> Person:
        """Who does it."""
        return self.person("by")

    @property
    def someone(self) -> Person | None:
        """Who does it, None where nobody is named."""
        return self.person("by") if self._about.get("by") is not None else None

    def person(self, name: str) -> Person:
        """Somebody with an account."""
        person = self.play.tg.persons.get(self._id(name))
        if person is None:
            raise Refused("page-refused-unknown")
        return person

    @property
    def chat(self) -> Chat:
        """Where: a group the person is in or was in, or their private chat with the bot."""
        return self._chat("chat") if self._about.get("chat") is not None else self.by.chat

    @property
    def seen_chat(self) -> Chat:
        """Where the person reads and taps: never somebody else's chat."""
        return self._seen(self.chat)

    def from_chat(self, name: str) -> Chat:
        """Another chat than where the act is, which the person can read too."""
        return self._seen(self._chat(name))

    def _seen(self, chat: Chat) -> Chat:
        if chat is not self.by.chat and not is_inside(self.by, chat):
            raise Refused("page-refused-not-inside", name=self.by.name, chat=chat.title)
        return chat

    def message(self, name: str, chat: Chat | None = None) -> Message:
        """A message that stands there, in ``chat`` or where the act is."""
        found = (chat or self.chat).find(self._id(name))
        if found is None:
            raise Refused("page-refused-message-gone")
        return found

    @property
    def where(self) -> Where:
        """Where something is said, as a person's acts take it."""
        where: Where = {}
        if (chat := self.chat) is not self.by.chat:
            where["chat"] = chat
        if self._about.get("topic"):
            topic = chat.topics.get(self._id("topic"))
            if topic is None:
                raise Refused("page-refused-unknown")
            where["thread"] = topic
        if self._about.get("reply_to"):
            where["reply_to"] = self.message("reply_to")
        if self.flag("anonymous"):
            where["anonymous"] = True
        return where

    def _chat(self, name: str) -> Chat:
        chat = self.play.tg.chats.get(self._id(name))
        if chat is None:
            raise Refused("page-refused-unknown")
        return chat

    def _id(self, name: str) -> int:
        value = self._about.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else 0
