"""The table of errors."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.verdicts import LONGEST_PAUSE, Verdict, growing_pause, judge, retry_after

UNCHANGED = "Bad Request: message is not modified: specified new message content and reply markup"


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (RetryAfter(3), Verdict.LATER),
        (ChatMigrated(-100), Verdict.MIGRATED),
        (Forbidden("Forbidden: bot was blocked by the user"), Verdict.UNREACHABLE),
        (InvalidToken("Unauthorized"), Verdict.LATER),
        (TimedOut(), Verdict.LATER),
        (NetworkError("Bad Gateway"), Verdict.LATER),
        (Conflict("terminated by other getUpdates request"), Verdict.LATER),
        (TelegramError("something new"), Verdict.LATER),
        (BadRequest(UNCHANGED), Verdict.SENT),
        (BadRequest("Bad Request: message to edit not found"), Verdict.CARD_GONE),
        (BadRequest("Bad Request: message can't be edited"), Verdict.CARD_GONE),
        (BadRequest("Bad Request: MESSAGE_ID_INVALID"), Verdict.CARD_GONE),
        (BadRequest("Bad Request: message thread not found"), Verdict.THREAD_GONE),
        (BadRequest("Bad Request: TOPIC_CLOSED"), Verdict.THREAD_GONE),
        (BadRequest("Bad Request: not enough rights to send text messages to the chat"), Verdict.BARRED),
        (BadRequest("Bad Request: chat not found"), Verdict.UNREACHABLE),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Verdict.UNREACHABLE),
        (BadRequest("Bad Request: can't parse entities: unexpected end tag at byte offset 3"), Verdict.DEAD),
        (BadRequest("Bad Request: message is too long"), Verdict.DEAD),
    ],
    ids=str,
)
def test_each_error_has_its_verdict(error, verdict):
    assert judge(error, tries=0).verdict is verdict


def test_a_429_says_how_long_and_that_it_was_one():
    assert judge(RetryAfter(7), 0).pause == timedelta(seconds=7)
    assert judge(RetryAfter(timedelta(minutes=2)), 5).pause == timedelta(minutes=2)
    assert judge(RetryAfter(7), 0).limited
    assert not judge(TimedOut(), 0).limited


@pytest.mark.parametrize("given", [7, 7.0, timedelta(seconds=7)])
def test_the_library_may_say_how_long_in_any_way(given, monkeypatch):
    error = RetryAfter(7)
    monkeypatch.setattr(RetryAfter, "retry_after", given)
    assert retry_after(error) == timedelta(seconds=7)


def test_pauses_grow_from_a_second_to_five_minutes():
    pauses = [growing_pause(tries).total_seconds() for tries in (0, 1, 2, 3, 8, 9, 10_000)]
    assert pauses == [1, 2, 4, 8, 256, 300, 300]


def test_a_refused_token_pauses_everything_for_long():
    judgement = judge(InvalidToken("Unauthorized"), 0)
    assert (judgement.token_refused, judgement.pause) == (True, LONGEST_PAUSE)


def test_a_migration_names_the_new_chat():
    assert judge(ChatMigrated(-100), 0).new_chat_id == -100


def test_an_error_is_kept_without_what_it_quotes_and_not_without_end():
    told = judge(BadRequest('Bad Request: unsupported start tag "王" at byte offset 3' + "x" * 999), 0).error
    assert told is not None
    assert told.startswith('BadRequest: Unsupported start tag "…" at byte offset 3')
    assert len(told) == 200
