"""Updates with PTB's optionals settled once, and how a handler says which of them are for it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from telegram import Chat, Message, Update, User
from telegram.ext import BaseHandler, CommandHandler, MessageHandler, filters

from bot.buttons import Press, parse
from bot.dispatch import acquaintance
from bot.dispatch.acquaintance import Account
from bot.scene import Answer, Command, House, Met, Said, Tap, in_language, say_in
from bot.sent import seen, sent, written_by_bot
from bot.texts import language_of, plain_text
from storage.database import Tx
from storage.outbox import Address
from storage.records import Person


async def reply_to(tx: Tx, house: House, update: Update, key: str, now: datetime) -> None:
    """Answer a message whose handling was refused, in its chat."""
    message, user, chat = _settled(update)
    person = await meet(tx, house, user, private=chat.type == Chat.PRIVATE, now=now)
    await say_in(tx, person, _address(message, chat), {"text": key}, now)


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
        where, topic = _address(message, chat), _topic(message)
        await handler(Command(tx, house, now, person, argument, where, chat.title or "", anonymous, topic))

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
        replied = message.reply_to_message
        reply_to = replied.message_id if replied else None
        answers = written_by_bot(replied) if replied else ""
        await handler(
            Said(tx, house, now, person, chat.id, message.message_id, reply_to, answers, sent(message))
        )

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
    """The account; one whose name shows nothing is called something, so that others can speak of it."""
    name = seen(user.full_name) or plain_text(language_of(user.language_code, "zh-CN"), "nameless")
    return Account(user.id, name, user.language_code)


def _settled(update: Update) -> tuple[Message, User, Chat]:
    message = update.message or update.edited_message
    if message is None or update.effective_user is None or update.effective_chat is None:
        raise TypeError("a message was brought here that is none")
    return message, update.effective_user, update.effective_chat


def _address(message: Message, chat: Chat) -> Address:
    return Address(chat.id, (message.is_topic_message and message.message_thread_id) or 0)


def _topic(message: Message) -> str:
    """The name of the forum topic: what is said there without answering anybody answers its first message."""
    first = message.reply_to_message
    return first.forum_topic_created.name if first and first.forum_topic_created else ""


def _check(handler: BaseHandler[Any, Any, Any]) -> Callable[[Update], object]:
    """PTB's handler says what fits; None and False are its ways of saying no."""

    def fits(update: Update) -> bool:
        found = handler.check_update(update)
        return found is not None and found is not False

    return fits


async def _never(*_: object) -> None:
    """PTB's handlers are asked what fits, and never run."""
