"""One message on its way: found and worded as late as possible, then given to Telegram."""

from dataclasses import dataclass, replace
from datetime import datetime

import structlog
import telegram
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.cards.screen import Key, LargeKey, Render, Screen
from bot.faults import place
from bot.media import send_media
from bot.verdicts import Judgement, Verdict, judge
from storage import cards, outbox
from storage.database import Conflict, Tx, Unavailable
from storage.outbox import Address
from storage.records import Card, Message

log = structlog.stdlib.get_logger(__name__)

NO_PREVIEW = telegram.LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message with its words and its place; with a card it is an edit of that one."""

    message: Message
    card: Card | None
    address: Address
    screen: Screen


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a message ended, to be recorded. `called`: Telegram was asked, at the time `at`."""

    message: Message
    judgement: Judgement
    at: datetime
    delivery: Delivery | None = None
    called: bool = False
    posted: tuple[int, ...] = ()


async def prepare(tx: Tx, message_id: int, render: Render, now: datetime) -> Delivery | Outcome | None:
    """Word a pending message from the state as it is; an Outcome if there is nothing to call Telegram for.

    None: it is pending no longer.
    """
    message = await outbox.pending(tx, message_id)
    if message is None:
        return None
    card = None if message.card_id is None else await cards.get(tx, message.card_id)
    if card:  # it may have been adopted under another kind before its posting was recorded
        message = replace(message, kind=card.kind)
    address = Address(card.chat_id, 0) if card else await outbox.address(tx, message)
    if address is None:
        return Outcome(message, _nowhere(message), now)
    try:
        screen = await render(tx, message, card, now)
    except (Unavailable, Conflict):
        raise
    except Exception as error:
        log.error("message cannot be worded", outbox=message.id, kind=message.kind, error=place(error))
        return Outcome(message, Judgement(Verdict.DEAD, place(error)), now)
    if screen is None:
        return Outcome(message, Judgement(Verdict.DROPPED), now)
    delivery = Delivery(message, card, address, screen)
    if card is not None and card.digest == screen.digest():
        return Outcome(message, Judgement(Verdict.SENT), now, delivery)
    return delivery


def _nowhere(message: Message) -> Judgement:
    if message.group_id is not None:
        return Judgement(Verdict.DROPPED, "the group is bound no longer")
    return Judgement(Verdict.UNREACHABLE, "the person has no account")


async def deliver(bot: telegram.Bot, delivery: Delivery) -> tuple[Judgement, tuple[int, ...]]:
    """Post or edit it: the judgement of Telegram's answer, and the ids of new messages."""
    try:
        posted = await _call(bot, delivery)
    except TelegramError as error:
        judgement = judge(error, delivery.message.tries)
    except Exception as error:
        judgement = Judgement(Verdict.DEAD, place(error))
    else:
        return Judgement(Verdict.SENT), posted
    return judgement, ()


async def _call(bot: telegram.Bot, delivery: Delivery) -> tuple[int, ...]:
    screen, card, address = delivery.screen, delivery.card, delivery.address
    if card is not None:
        await bot.edit_message_text(
            screen.text,
            chat_id=card.chat_id,
            message_id=card.message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=inline(screen),
        )
        return ()
    if screen.media:
        return await send_media(bot, screen, address)
    posted = await bot.send_message(
        address.chat_id,
        screen.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=inline(screen) or menu(screen),
        message_thread_id=address.thread_id or None,
    )
    return (posted.message_id,)


def inline(screen: Screen) -> telegram.InlineKeyboardMarkup | None:
    """The keys under the message."""
    if not screen.keys:
        return None
    return telegram.InlineKeyboardMarkup([[_button(key) for key in row] for row in screen.keys])


def menu(screen: Screen) -> telegram.ReplyKeyboardMarkup | None:
    """The large keys below the chat, which stay until others come."""
    if not screen.menu:
        return None
    rows = [[_large(key) for key in row] for row in screen.menu]
    return telegram.ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)


def _large(key: str | LargeKey) -> telegram.KeyboardButton:
    if isinstance(key, str):
        return telegram.KeyboardButton(key)
    contact, location = key.shares == "contact", key.shares == "location"
    return telegram.KeyboardButton(key.label, request_contact=contact, request_location=location)


def _button(key: Key) -> telegram.InlineKeyboardButton:
    return telegram.InlineKeyboardButton(key.label, callback_data=key.data, url=key.url)
