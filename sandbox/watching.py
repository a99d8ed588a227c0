"""What happens in the sandbox, for those who look on, and waiting for it without sleeping."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from sandbox.actors import Person
    from sandbox.chats import Chat
    from sandbox.messages import Message
    from sandbox.queries import Query


class Call:
    """A call of the bot: ``method`` as it wrote it, ``args`` as they came, ``answer`` the result or the
    refusal, ``ok`` which of the two; ``lost``: the connection broke and the bot never learnt the answer."""

    __slots__ = ("_seconds", "answer", "args", "lost", "method", "ok")

    def __init__(
        self,
        method: str,
        args: dict[str, Any],
        answer: Any,
        *,
        ok: bool,
        seconds: float,
        lost: bool = False,
    ) -> None:
        self.method = method
        self.args = args
        self.answer = answer
        self.ok = ok
        self.lost = lost
        self._seconds = seconds

    @property
    def at(self) -> datetime:
        """When, by the sandbox's clock."""
        return datetime.fromtimestamp(self._seconds, UTC)

    def __repr__(self) -> str:
        return f"<Call {self.method} {self.args} {'ok' if self.ok else self.answer}>"


@dataclass(frozen=True, slots=True)
class Typing:
    """The bot has said that it is busy with an answer in this chat."""

    chat: "Chat"


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands the bot shows to somebody have changed."""


Shown: TypeAlias = "Message | Chat | Person | Query | Call | Typing | Commands"
"""What has come or changed: a message, a chat, a person, a tap that was answered, a call that has ended."""


class Pulse:
    """Wakes those who wait for a change."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def beat(self) -> None:
        """Something has changed."""
        for event in self._waiting:
            event.set()

    async def until(self, predicate: Callable[[], Any], within: float) -> None:
        """Return when the predicate is true, looked at after every change; a LookupError means not yet.
        TimeoutError after ``within`` seconds."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(within):
                while not _holds(predicate):
                    event.clear()
                    await event.wait()
        finally:
            self._waiting.discard(event)


def _holds(predicate: Callable[[], Any]) -> bool:
    try:
        return bool(predicate())
    except LookupError:
        return False
