"""Callback queries: a tap on an inline button, and the bot's answers to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.actors import Person
    from sandbox.messages import Message


@dataclass(frozen=True)
class Answer:
    """What the one who tapped is shown."""

    text: str
    alert: bool
    url: str
    at: datetime


class Query:
    """A tap: who, on what, with which data; ``answers`` as they come in."""

    __slots__ = ("answers", "by", "data", "id", "message", "seconds")

    def __init__(self, number: int, by: "Person", message: "Message", data: str) -> None:
        self.id = str(number)
        self.by = by
        self.message = message
        self.data = data
        self.seconds = by.telegram.clock.timestamp()
        self.answers: list[Answer] = []

    @property
    def answer(self) -> Answer | None:
        """The first answer, None while there is none."""
        return self.answers[0] if self.answers else None

    async def answered(self, timeout: float = 5.0) -> Answer:  # noqa: ASYNC109  callers wait once, plainly
        """Wait for the answer; TimeoutError after ``timeout`` seconds."""
        await self.by.telegram.until(lambda: self.answers, timeout)
        return self.answers[0]

    def __repr__(self) -> str:
        return f"<Query {self.data!r} by {self.by.name}: {self.answer}>"
