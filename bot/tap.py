"""What somebody did, with PTB's optionals settled once; and how a handler says which of it is for it."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self, TypeVar

from telegram import Chat, Message, Update, User
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.buttons import Press, parse
from bot.dispatch import acquaintance
from bot.dispatch.acquaintance import Account
from bot.dispatch.atlas import Atlas
from bot.dispatch.rules import Rules
from bot.sent import Sent, sent
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
        """The card that was tapped in private."""
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
    """Something said or sent in private: words, a medium, a location."""

    chat_id: int
    message_id: int
    reply_to: int | None
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
        await _say(
            self.tx,
            self.person,
            Address(self.person.telegram_id or 0, 0),
            {"text": key, **values},
            self.now,
        )


@dataclass(frozen=True, slots=True)
class Command(Scene):
    """A command with what follows it. In a group, `title` is the group's."""

    argument: str
    chat: Address
    title: str
    anonymous: bool

    async def reply(self, key: str, **values: object) -> None:
        """Answer in the same chat, or topic."""
        await _say(self.tx, self.person, self.chat, {"text": key, **values}, self.now)


async def _say(tx: Tx, person: Person, chat: Address, data: dict[str, object], now: datetime) -> None:
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


async def reply_to(tx: Tx, house: House, update: Update, key: str, now: datetime) -> None:
    """Answer a message whose handling was refused, in its chat."""
    message, user, chat = _settled(update)
    person = await meet(tx, house, user, private=chat.type == Chat.PRIVATE, now=now)
    await _say(tx, person, _address(message, chat), {"text": key}, now)


@dataclass(frozen=True, slots=True)
class Met:
    """Something that happened to the bot's membership of a chat, or to the chat itself."""

    tx: Tx
    house: House
    now: datetime
    update: Update


@dataclass(frozen=True, slots=True)
class Pressed:
    """A tap as it comes in. Of the message nothing is read but where it stands: its words are never the
    state, and reading them would be half of all the work. Chat 0: a message that Telegram no longer shows."""

    account: Account
    press: Press | None
    chat_id: int
    message_id: int


def pressed(query: Mapping[str, Any]) -> Pressed:
    """The tap in a raw callback query. Raises KeyError or TypeError for what is none."""
    user = User.de_json(dict(query["from"]))
    message = query.get("message") or {"chat": {"id": 0}, "message_id": 0}
    return Pressed(
        account_of(user), parse(query.get("data")), int(message["chat"]["id"]), int(message["message_id"])
    )


P = TypeVar("P", bound=Press)


@dataclass(frozen=True, slots=True)
class TapRoute:
    """One kind of button and who handles it."""

    press: type[Press]
    act: Callable[[Tx, House, Pressed, datetime], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Route:
    """One kind of other update and who handles it."""

    fits: Callable[[Update], object]
    act: Callable[[Tx, House, Update, datetime], Awaitable[None]]


def on_tap(press: type[P], handler: Callable[[Tap, P], Awaitable[Answer]]) -> TapRoute:
    """Taps on one kind of button."""

    async def act(tx: Tx, house: House, tapped: Pressed, now: datetime) -> Answer:
        if not isinstance(tapped.press, press):
            raise TypeError("a tap was brought to the wrong handler")
        private = tapped.chat_id > 0
        person = await acquaintance.meet(tx, tapped.account, private=private, rules=house.rules, now=now)
        tap = Tap(tx, house, now, person, tapped.chat_id, tapped.message_id)
        return in_language(await handler(tap, tapped.press), tap.language)

    return TapRoute(press, act)


def on_command(
    name: str, handler: Callable[[Command], Awaitable[None]], *, where: filters.BaseFilter
) -> Route:
    """One command, sent anew (an edited command is none)."""

    async def act(tx: Tx, house: House, update: Update, now: datetime) -> None:
        message, user, chat = _settled(update)
        person = await meet(tx, house, user, private=chat.type == Chat.PRIVATE, now=now)
        argument = (message.text or "").partition(" ")[2].strip()
        anonymous = message.sender_chat is not None
        await handler(
            Command(tx, house, now, person, argument, _address(message, chat), chat.title or "", anonymous)
        )

    return Route(_check(CommandHandler(name, _never, where & filters.UpdateType.MESSAGE)), act)


def on_said(
    handler: Callable[[Said], Awaitable[None]],
    which: filters.BaseFilter,
    *,
    when: filters.BaseFilter = filters.UpdateType.MESSAGE,
) -> Route:
    """What is said or sent in private; by `when`, what was said before and is edited now."""

    async def act(tx: Tx, house: House, update: Update, now: datetime) -> None:
        message, user, chat = _settled(update)
        person = await meet(tx, house, user, private=True, now=now)
        reply_to = message.reply_to_message.message_id if message.reply_to_message else None
        await handler(Said(tx, house, now, person, chat.id, message.message_id, reply_to, sent(message)))

    return Route(_check(MessageHandler(which & PRIVATE & when, _never)), act)


def on_met(fits: Callable[[Update], object], handler: Callable[[Met], Awaitable[None]]) -> Route:
    """What happens to a chat itself."""

    async def act(tx: Tx, house: House, update: Update, now: datetime) -> None:
        await handler(Met(tx, house, now, update))

    return Route(fits, act)


PRIVATE = filters.ChatType.PRIVATE
GROUPS = filters.ChatType.GROUPS


async def meet(tx: Tx, house: House, user: User, *, private: bool, now: datetime) -> Person:
    """The person behind a Telegram user."""
    return await acquaintance.meet(tx, account_of(user), private=private, rules=house.rules, now=now)


def account_of(user: User) -> Account:
    return Account(user.id, user.full_name, user.language_code)


def in_language(answer: Answer, language: str) -> Answer:
    return Answer(answer.key, answer.values, answer.alert, answer.url, language)


def _settled(update: Update) -> tuple[Message, User, Chat]:
    message = update.message or update.edited_message
    if message is None or update.effective_user is None or update.effective_chat is None:
        raise TypeError("a message was brought here that is none")
    return message, update.effective_user, update.effective_chat


def _address(message: Message, chat: Chat) -> Address:
    return Address(chat.id, (message.is_topic_message and message.message_thread_id) or 0)


def _check(handler: BaseHandler[Any, Any, Any]) -> Callable[[Update], object]:
    """PTB's handler says what fits; None and False are its ways of saying no."""

    def fits(update: Update) -> bool:
        found = handler.check_update(update)
        return found is not None and found is not False

    return fits


async def _never(*_: object) -> None:
    """PTB's handlers are asked what fits, and never run."""
