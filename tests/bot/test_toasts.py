"""Answers to taps: all of them, at once, and no harm if one fails."""

import asyncio

import pytest
from structlog.testing import capture_logs
from telegram.error import BadRequest

from bot.toasts import AT_ONCE, Toasts


class Bot:
    """Notes what is answered; answers only while the gate is open."""

    def __init__(self):
        self.gate = asyncio.Event()
        self.gate.set()
        self.under_way = self.most = 0
        self.answered = []

    async def answer_callback_query(self, query_id, text, *, show_alert, url):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await asyncio.sleep(0)
            await self.gate.wait()
        finally:
            self.under_way -= 1
        if query_id == "old":
            raise BadRequest("Query is too old and response timeout expired or query id is invalid")
        self.answered.append((query_id, text, show_alert, url))


@pytest.fixture
def bot():
    return Bot()


async def test_every_tap_gets_its_answer(bot):
    toasts = Toasts(bot)
    toasts.put("1", "Claimed")
    toasts.put("2", "Too late", alert=True)
    toasts.put("3", url="https://t.me/redvest_bot?start=x")
    toasts.put("4")
    await toasts.drain()
    assert bot.answered == [
        ("1", "Claimed", None, None),
        ("2", "Too late", True, None),
        ("3", None, None, "https://t.me/redvest_bot?start=x"),
        ("4", None, None, None),
    ]


async def test_five_hundred_are_answered_with_few_calls_at_once(bot):
    toasts = Toasts(bot)
    for number in range(500):
        toasts.put(str(number))
    await toasts.drain()
    assert len(bot.answered) == 500
    assert bot.most == AT_ONCE


async def test_one_that_fails_harms_nobody_and_is_told_at_debug_only(bot):
    toasts = Toasts(bot)
    with capture_logs() as logs:
        toasts.put("old", "private words")
        toasts.put("new", "hello")
        await toasts.drain()
    assert [query for query, *_ in bot.answered] == ["new"]
    assert [line["log_level"] for line in logs] == ["debug"]
    assert "private" not in str(logs)


async def test_the_end_does_not_wait_for_those_that_hang(bot):
    toasts = Toasts(bot)
    bot.gate.clear()
    toasts.put("1")
    await toasts.drain(seconds=0.01)
    assert (bot.answered, bot.under_way) == ([], 0)
    await toasts.drain()
