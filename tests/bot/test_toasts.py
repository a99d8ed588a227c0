"""Answers to taps: all of them, at once, and no harm if one fails."""

import asyncio

import pytest
from structlog.testing import capture_logs
from telegram.error import NetworkError

from bot.scene import Answer
from bot.toasts import AT_ONCE, Toasts, arguments


class Api:
    """Notes what is answered; answers only while the gate is open."""

    def __init__(self):
        self.gate = asyncio.Event()
        self.gate.set()
        self.under_way = self.most = 0
        self.answered = []

    async def tell(self, method, given):
        assert method == "answerCallbackQuery"
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(0)
            await self.gate.wait()
        finally:
            self.under_way -= 1
        if given["callback_query_id"] == "old":
            return False
        if given["callback_query_id"] == "lost":
            raise NetworkError("connection reset")
        self.answered.append(given)
        return True


@pytest.fixture
def api():
    return Api()


def tap(query_id="1"):
    return {"update_id": 1, "callback_query": {"id": query_id}}


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (
            Answer("answer-claimed", language="en"),
            {"text": "It is yours; the details are in our private chat"},
        ),
        (
            Answer("refused-gone", alert=True),
            {"text": "这个按钮已经过期，请看最新的消息。", "show_alert": True},
        ),
        (
            Answer("answer-done", url="https://t.me/b?start=x"),
            {"text": "好的", "url": "https://t.me/b?start=x"},
        ),
        (None, {}),
    ],
)
def test_a_tap_is_answered_in_its_language_with_no_more_than_is_meant(answer, given):
    assert arguments(tap("7"), answer) == {"callback_query_id": "7", **given}


def test_what_is_no_tap_is_not_answered():
    assert arguments({"update_id": 1, "message": {}}, None) is None


async def test_every_tap_gets_its_answer(api):
    toasts = Toasts(api)
    for number in range(3):
        toasts.put(arguments(tap(str(number)), None))
    await toasts.drain()
    assert [given["callback_query_id"] for given in api.answered] == ["0", "1", "2"]


async def test_five_hundred_are_answered_with_few_calls_at_once(api):
    toasts = Toasts(api)
    for number in range(500):
        toasts.put(arguments(tap(str(number)), None))
    await toasts.drain()
    assert len(api.answered) == 500
    assert api.most == AT_ONCE


async def test_one_that_fails_harms_nobody_and_is_told_at_debug_only(api):
    toasts = Toasts(api)
    with capture_logs() as logs:
        toasts.put({"callback_query_id": "old", "text": "private words"})
        toasts.put({"callback_query_id": "lost", "text": "private words"})
        toasts.put({"callback_query_id": "new"})
        await toasts.drain()
    assert api.answered == [{"callback_query_id": "new"}]
    assert [line["log_level"] for line in logs] == ["debug", "debug"]
    assert "private" not in str(logs)


async def test_the_end_does_not_wait_for_those_that_hang(api):
    toasts = Toasts(api)
    api.gate.clear()
    toasts.put({"callback_query_id": "1"})
    await toasts.drain(seconds=0.01)
    assert (api.answered, api.under_way) == ([], 0)
    await toasts.drain()
