"""What a handler is given: who does something, when, in which open transaction, and how to answer."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from telegram import Update

from bot.dispatch.atlas import Atlas
from bot.dispatch.refusals import Gone
from bot.dispatch.rules import Rules
from bot.sent import Sent
from bot.texts import language_of, plain_text
from storage import cards, outbox, pieces
from storage.database import Tx
from storage.outbox import Address
from storage.records import Card, Lane, Person, Piece, Purpose

TOAST_LIMIT = 200
"""Characters that Telegram shows in answer to a tap."""


@dataclass(frozen=True, slots=True)
class House:
    """What stays the same while the bot runs."""

    rules: Rules
    language: str
    username: str
    atlas: Atlas = field(default_factory=Atlas)

    def link(self, start: str) -> str:
        """A link that opens the private chat with `/start start`."""
        return f"https://t.me/{self.username}?start={start}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tap is answered: words by their key, kept with the seen mark so that a repeat gets them too."""

    key: str
    values: dict[str, str] = field(default_factory=dict)
    alert: bool = False
    url: str | None = None
    language: str = "zh-CN"

    def words(self) -> str:
        return plain_text(self.language, self.key, **self.values)[:TOAST_LIMIT]

    def pack(self) -> str:
        return json.dumps([self.key, self.values, self.alert, self.url, self.language], ensure_ascii=False)

    @classmethod
    def unpack(cls, packed: str) -> Self:
        return cls(*json.loads(packed))


@dataclass(frozen=True, slots=True)
class Scene:
    """Who does something, when, and the open transaction in which it counts."""

    tx: Tx
    house: House
    now: datetime
    person: Person

    @property
    def rules(self) -> Rules:
        return self.house.rules

    @property
    def language(self) -> str:
        return language_of(self.person.reads, self.house.language)


@dataclass(frozen=True, slots=True)
class Tap(Scene):
    """A button was tapped on a message."""

    chat_id: int
    message_id: int

    async def card(self, kind: str, *, request_id: int | None = None, task_id: int | None = None) -> Card:
        """The card that was tapped in private. Raises Gone elsewhere: there all would see it."""
        if self.chat_id != self.person.telegram_id:
            raise Gone
        return await cards.adopt(
            self.tx,
            kind,
            chat_id=self.chat_id,
            message_id=self.message_id,
            now=self.now,
            person_id=self.person.id,
            request_id=request_id,
            task_id=task_id,
        )

    async def turn_to(self, card: Card, view: dict[str, object]) -> None:
        """Open another page of a card, or note how it ended, and have it drawn again."""
        await cards.set_view(self.tx, card.id, card.view | view)
        await outbox.refresh_card(self.tx, card.id, self.now)


@dataclass(frozen=True, slots=True)
class Said(Scene):
    """Something said or sent in private: words, a medium, a location. `answers`: what the bot wrote in the
    message that it replies to."""

    chat_id: int
    message_id: int
    reply_to: int | None
    answers: str
    sent: Sent

    @property
    def words(self) -> str:
        """The text, or the caption."""
        return self.sent.words

    async def keep(self, purpose: Purpose, **belongs_to: int | None) -> Piece | None:
        """Keep it as a piece of a draft, of a request or of an answer; None for what is kept already."""
        what = self.sent
        if what.kind is None:
            raise TypeError("what the bot takes no part in is not kept")
        return await pieces.add(
            self.tx,
            person_id=self.person.id,
            chat_id=self.chat_id,
            message_id=self.message_id,
            kind=what.kind,
            words=what.words,
            file_id=what.file_id,
            latitude=what.latitude,
            longitude=what.longitude,
            album=what.album,
            purpose=purpose,
            now=self.now,
            **belongs_to,
        )

    async def reply(self, key: str, **values: object) -> None:
        """Answer in the same chat."""
        await say_in(
            self.tx,
            self.person,
            Address(self.person.telegram_id or 0, 0),
            {"text": key, **values},
            self.now,
        )


@dataclass(frozen=True, slots=True)
class Command(Scene):
    """A command with what follows it. In a group, `title` is the group's, and `topic` the forum topic's, as
    far as it is known."""

    argument: str
    chat: Address
    title: str
    anonymous: bool
    topic: str = ""

    async def reply(self, key: str, **values: object) -> None:
        """Answer in the same chat, or topic."""
        await say_in(self.tx, self.person, self.chat, {"text": key, **values}, self.now)


async def say_in(tx: Tx, person: Person, chat: Address, data: dict[str, object], now: datetime) -> None:
    """Answer in a private chat, or in the group or topic where something was asked."""
    in_group = chat.chat_id < 0
    await outbox.say(
        tx,
        kind="plain",
        now=now,
        person_id=None if in_group else person.id,
        chat=chat if in_group else None,
        data=data,
        lane=Lane.ANSWER,
    )


@dataclass(frozen=True, slots=True)
class Met:
    """Something that happened to the bot's membership of a chat, or to the chat itself."""

    tx: Tx
    house: House
    now: datetime
    update: Update


def in_language(answer: Answer, language: str) -> Answer:
    return Answer(answer.key, answer.values, answer.alert, answer.url, language)
