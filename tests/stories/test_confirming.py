"""A tap is kept by Telegram until it is answered, so that no answer is lost when the process dies."""

import asyncio

import pytest


class Gate:
    """A Telegram that is slow to take answers to taps."""

    def __init__(self, api):
        self.api, self.open = api, asyncio.Event()

    async def tell(self, *args):
        await self.open.wait()
        return await self.api.tell(*args)


async def test_telegram_forgets_no_tap_before_it_is_answered(street):
    wang = street.lives("王阿姨")
    wang.says("东西坏了")
    card = await street.sees(wang, "属于哪一类")
    await street.tg.quiet()
    gate = street.app._toasts._api = Gate(street.app._toasts._api)

    query = wang.taps(card, "不清楚")
    await street.sees(wang, "在哪里")
    with pytest.raises(TimeoutError):
        await street.tg.until(lambda: not street.tg.updates.pending, timeout=0.2)
    gate.open.set()
    await query.answered()
    await street.tg.until(lambda: not street.tg.updates.pending)


async def test_by_webhook_a_tap_is_answered_by_what_lets_telegram_forget_it(webhook_street):
    street = webhook_street
    wang = street.lives("王阿姨")
    wang.says("东西坏了")
    card = await street.sees(wang, "属于哪一类")

    street.app._toasts.put = None  # no call of its own
    query = wang.taps(card, "不清楚")

    assert (await query.answered()).text == "好的"
    await street.tg.until(lambda: not street.tg.updates.pending)
    assert len(query.answers) == 1


async def test_an_answer_that_never_leaves_holds_up_nothing_for_long(street, monkeypatch):
    monkeypatch.setattr("bot.toasts.LONGEST", 0.01)
    wang = street.lives("王阿姨")
    wang.says("东西坏了")
    card = await street.sees(wang, "属于哪一类")
    gate = street.app._toasts._api = Gate(street.app._toasts._api)

    wang.taps(card, "不清楚")
    await street.tg.until(lambda: not street.tg.updates.pending)
    gate.open.set()
