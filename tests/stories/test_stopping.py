"""The bot stops within five seconds and without a word of alarm, whatever Telegram does."""

import asyncio

import aiohttp
import pytest

from bot.webhook import HEADER
from sandbox import ApiError
from sandbox.methods import METHODS

LONGEST = 5.0  # seconds


@pytest.fixture
async def hanging(monkeypatch):
    """Telegram takes messages and answers to taps, and says nothing, until the test is over."""
    over, calls = asyncio.Event(), []

    async def hang(tg, args):
        calls.append(args)
        tg.pulse.beat()
        await over.wait()
        raise ApiError(500, "Internal Server Error")

    def begin():
        for name in ("sendmessage", "editmessagetext", "answercallbackquery"):
            monkeypatch.setitem(METHODS, name, hang)
        return calls

    yield begin
    over.set()


async def seconds_to_stop(street):
    loop = asyncio.get_running_loop()
    began = loop.time()
    await street.close()
    return loop.time() - began


async def test_it_stops_in_time_while_telegram_answers_nothing(quiet_street, hanging):
    street = quiet_street
    await street.open()
    wang = street.lives("王阿姨")
    wang.says("东西坏了")
    card = await street.sees(wang, "属于哪一类")
    calls = hanging()
    wang.taps(card, "不清楚")
    await street.tg.until(lambda: len(calls) == 2)
    assert await seconds_to_stop(street) < LONGEST


async def test_who_waits_at_the_webhook_is_sent_away_at_once(quiet_street, hanging, free_port):
    street = quiet_street
    url = f"http://127.0.0.1:{free_port}/hook"
    await street.open(REDVEST_WEBHOOK_URL=url, REDVEST_LISTEN=f"127.0.0.1:{free_port}")
    wang = street.lives("王阿姨")
    await street.sees(wang, "红马甲")
    calls = hanging()
    wang.says("东西坏了")
    await street.tg.until(lambda: len(calls) >= 1)
    taking, take = asyncio.Event(), asyncio.Event()

    async def never(_batch):
        taking.set()
        await take.wait()

    street.app._receiver.take = never
    async with aiohttp.ClientSession() as session:

        async def call():
            headers = {HEADER: street.settings.webhook_secret}
            async with session.post(url, headers=headers, json={"update_id": 77}) as response:
                return response.status

        calling = asyncio.create_task(call())
        await taking.wait()
        stopping = asyncio.create_task(seconds_to_stop(street))
        assert await asyncio.wait_for(calling, 20) == 503
        assert await stopping < LONGEST


async def test_a_clock_that_is_looking_for_what_is_due_is_let_finish(quiet_street, caplog):
    street = quiet_street
    await street.open()
    database = street.app._database
    reading, go_on, lead = asyncio.Event(), asyncio.Event(), database.lead

    async def slow(role):
        if role == "clock":
            reading.set()
            await go_on.wait()
        return await lead(role)

    database.lead = slow
    await reading.wait()
    stopping = asyncio.create_task(street.close())
    asyncio.get_running_loop().call_later(0.05, go_on.set)
    await stopping
    assert [record for record in caplog.records if record.name.startswith("apscheduler")] == []
