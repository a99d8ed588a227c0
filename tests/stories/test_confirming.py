"""A tap is kept by Telegram until it is answered, so that no answer is lost when the process dies."""

import asyncio

import pytest


class Gate:
    """A Telegram that is slow to take answers to taps."""

    def __init__(self, bot):
        self.bot, self.open = bot, asyncio.Event()

    async def answer_callback_query(self, *args, **kwargs):
        await self.open.wait()
        return await self.bot.answer_callback_query(*args, **kwargs)


@pytest.fixture(params=["street", "webhook_street"])
def either_street(request):
    return request.getfixturevalue(request.param)


async def test_telegram_forgets_no_tap_before_it_is_answered(either_street):
    street = either_street
    wang = street.lives("王阿姨")
    wang.says("漏水")
    card = await street.sees(wang, "属于哪一类")
    await street.tg.quiet()
    gate = street.app._toasts._bot = Gate(street.app._bot)

    query = wang.taps(card, "不清楚")
    await street.sees(wang, "在哪里")
    with pytest.raises(TimeoutError):
        await street.tg.until(lambda: not street.tg.updates.pending, timeout=0.2)
    gate.open.set()
    await query.answered()
    await street.tg.until(lambda: not street.tg.updates.pending)


async def test_an_answer_that_never_leaves_holds_up_nothing_for_long(either_street, monkeypatch):
    street = either_street
    monkeypatch.setattr("bot.toasts.LONGEST", 0.01)
    wang = street.lives("王阿姨")
    wang.says("漏水")
    card = await street.sees(wang, "属于哪一类")
    gate = street.app._toasts._bot = Gate(street.app._bot)

    wang.taps(card, "不清楚")
    await street.tg.until(lambda: not street.tg.updates.pending)
    gate.open.set()
