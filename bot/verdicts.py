"""One table of errors and what follows from them: what Telegram's answer to a message means.

Sources: the Bot API's own `ResponseParameters` (retry_after, migrate_to_chat_id) and the classes
python-telegram-bot makes of answers (`telegram.error`, `BaseRequest._request_wrapper`):

=================  ====================================================  ====================================
error              when                                                  verdict
=================  ====================================================  ====================================
RetryAfter         429 with retry_after                                  LATER, and the pace learns of it
ChatMigrated       400 with migrate_to_chat_id                           MIGRATED
Forbidden          403: blocked, never started, deactivated, kicked      UNREACHABLE
InvalidToken       401, 404: the token is wrong or was revoked           LATER, and everything pauses
BadRequest         400, by its words: see REFUSALS                       as there, else DEAD
TimedOut           no answer in time; it may have arrived                LATER
NetworkError       5xx, and any fault of the way                         LATER
=================  ====================================================  ====================================

TimedOut and BadRequest are subclasses of NetworkError, so the order of the cases counts.
"""

import os
import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

# Else every RetryAfter, even when python-telegram-bot makes it, warns that its number becomes a timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")

LONGEST_PAUSE = timedelta(minutes=5)
ERROR_LENGTH = 200


class Verdict(Enum):
    """What follows for the message."""

    SENT = auto()  # it stands there, now or since before
    DROPPED = auto()  # it is no longer true or wanted; nothing was said
    DEAD = auto()  # refused for good by our own fault: kept with its error, and logged
    LATER = auto()  # the same again after a pause
    CARD_GONE = auto()  # what was to be edited is no more: posted anew if its subject is live
    THREAD_GONE = auto()  # said in the group outside any topic; the house is told
    BARRED = auto()  # the group is there, but the bot may not write: dead, the house is told
    UNREACHABLE = auto()  # the person or group is gone: dead, remembered, the house is told
    MIGRATED = auto()  # the group has a new id: bound anew, and the same again


REFUSALS: tuple[tuple[str, Verdict], ...] = (
    ("message is not modified", Verdict.SENT),
    ("message to edit not found", Verdict.CARD_GONE),
    ("message can't be edited", Verdict.CARD_GONE),
    ("message_id_invalid", Verdict.CARD_GONE),
    ("message thread not found", Verdict.THREAD_GONE),
    ("topic_deleted", Verdict.THREAD_GONE),
    ("topic_closed", Verdict.THREAD_GONE),
    ("not enough rights", Verdict.BARRED),
    ("have no rights", Verdict.BARRED),
    ("chat_write_forbidden", Verdict.BARRED),
    ("chat_restricted", Verdict.BARRED),
    ("chat not found", Verdict.UNREACHABLE),
    ("peer_id_invalid", Verdict.UNREACHABLE),
    ("user is deactivated", Verdict.UNREACHABLE),
)
"""A part of what Telegram says in a 400, in lower case, and what it means."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and its particulars: for LATER the pause, for MIGRATED the new chat, what was wrong."""

    verdict: Verdict
    error: str | None = None
    pause: timedelta = timedelta()
    limited: bool = False  # a 429
    token_refused: bool = False
    new_chat_id: int | None = None


def judge(error: TelegramError, tries: int) -> Judgement:
    """What follows from an error, after so many failures before."""
    told = described(error)
    match error:
        case RetryAfter():
            return Judgement(Verdict.LATER, told, retry_after(error), limited=True)
        case ChatMigrated(new_chat_id=new_chat_id):
            return Judgement(Verdict.MIGRATED, told, new_chat_id=new_chat_id)
        case Forbidden():
            return Judgement(Verdict.UNREACHABLE, told)
        case InvalidToken():
            return Judgement(Verdict.LATER, told, LONGEST_PAUSE, token_refused=True)
        case BadRequest(message=message):
            words = message.lower()
            verdict = next((found for part, found in REFUSALS if part in words), Verdict.DEAD)
            return Judgement(verdict, told)
        case _:
            return Judgement(Verdict.LATER, told, growing_pause(tries))


def growing_pause(tries: int) -> timedelta:
    """1, 2, 4 … seconds, at most five minutes."""
    return min(LONGEST_PAUSE, timedelta(seconds=2 ** min(tries, 9)))


def retry_after(error: RetryAfter) -> timedelta:
    """How long Telegram wants to be left alone, whichever way the library says it."""
    given = error.retry_after
    return given if isinstance(given, timedelta) else timedelta(seconds=given)


def described(error: TelegramError) -> str:
    """The error without what it may quote from a message."""
    words = re.sub(r'"[^"]*"', '"…"', error.message)
    return f"{type(error).__name__}: {words}"[:ERROR_LENGTH]
