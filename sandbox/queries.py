"""Callback queries: a tap on an inline button, and the bot's answers to it."""

import asyncio
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

    __slots__ = ("_told", "answers", "by", "data", "id", "message", "seconds")

    def __init__(self, number: int, by: "Person", message: "Message", data: str) -> None:
        self.id = str(number)
        self.by = by
        self.message = message
        self.data = data
        self.seconds = by.telegram.clock.timestamp()
        self.answers: list[Answer] = []
        self._told: asyncio.Event | None = None  # made for those who wait

    @property
    def answer(self) -> Answer | None:
        """The first answer, None while there is none."""
        return self.answers[0] if self.answers else None

    def tell(self, answer: Answer) -> None:
        """Show this to the one who tapped."""
        self.answers.append(answer)
        if self._told is not None:
            self._told.set()

    async def answered(self, timeout: float = 5.0) -> Answer:  # noqa: ASYNC109  callers wait once, plainly
        """Wait for the answer; TimeoutError after ``timeout`` seconds. However many wait for the answers to
        their own taps, each is woken by its own alone."""
        if not self.answers:
            self._told = self._told or asyncio.Event()
            async with asyncio.timeout(timeout):
                await self._told.wait()
        return self.answers[0]

    def __repr__(self) -> str:
        return f"<Query {self.data!r} by {self.by.name}: {self.answer}>"
