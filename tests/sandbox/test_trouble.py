"""Planned faults, Telegram's pace, and the clock that all of it follows."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import ApiError, Clock, Fault, Server, Telegram, serve
from sandbox.limits import Limits

Calling = Callable[..., Awaitable[dict[str, Any]]]


async def test_a_planned_fault_strikes_as_often_as_planned(tg: Telegram, call: Calling) -> None:
    wang, li = tg.person("Wang"), tg.person("Li")
    wang.start()
    li.start()
    plan = tg.fail("sendMessage", chat=wang, times=2, with_=Fault.http(502))
    assert (await call("sendMessage", chat_id=li.id, text="x"))["ok"]
    for _ in range(2):
        refused = await call("sendMessage", chat_id=str(wang.id), text="x")
        assert (refused["error_code"], refused["description"]) == (502, "Bad Gateway")
    assert (await call("sendMessage", chat_id=wang.id, text="x"))["ok"]
    assert plan.hits == 2
    assert [one.ok for one in tg.calls_of("sendmessage")] == [True, False, False, True]


async def test_a_fault_without_end_is_lifted(tg: Telegram, call: Calling) -> None:
    plan = tg.fail(times=None, with_=Fault.too_many(3))
    for _ in range(3):
        refused = await call("getMe")
        assert refused["description"] == "Too Many Requests: retry after 3"
        assert refused["parameters"] == {"retry_after": 3}
    plan.lift()
    assert (await call("getMe"))["ok"]


@pytest.mark.parametrize(("fault", "arrives"), [(Fault.lost_answer(), True), (Fault.offline(), False)])
async def test_a_dropped_connection_leaves_the_message_or_not(
    tg: Telegram, server: Server, fault: Fault, arrives: bool
) -> None:
    wang = tg.person("Wang")
    wang.start()
    tg.fail("sendMessage", with_=fault)
    # A fresh connection: a reused one that breaks may be tried again by the client.
    async with aiohttp.ClientSession() as fresh:
        with pytest.raises(aiohttp.ClientConnectionError):
            await fresh.post(
                f"{server.url}/bot{tg.token}/sendMessage", json={"chat_id": wang.id, "text": "x"}
            )
    assert (wang.chat.last.text == "x") is arrives


@pytest.fixture
async def paced(clock: Clock) -> AsyncIterator[tuple[Telegram, str]]:
    tg = Telegram(clock=clock, limits=True)
    async with serve(tg) as server:
        yield tg, f"{server.url}/bot{tg.token}/sendMessage"


async def test_with_limits_a_group_takes_twenty_messages_a_minute(
    paced: tuple[Telegram, str], clock: Clock, http: aiohttp.ClientSession
) -> None:
    tg, url = paced
    body = {"chat_id": tg.supergroup("Red vests").id, "text": "x"}
    for _ in range(20):
        assert (await http.post(url, json=body)).status == 200
    refused = await http.post(url, json=body)
    assert refused.status == 429
    assert (await refused.json())["parameters"] == {"retry_after": 60}
    clock.advance(timedelta(seconds=60))
    assert (await http.post(url, json=body)).status == 200


def passed(limits: Limits, chats: list[int], now: float) -> int:
    """How many of these messages pass, one to each chat of the list."""
    count = 0
    for chat in chats:
        with suppress(ApiError):
            limits.pass_one(chat, now)
            count += 1
    return count


def test_a_private_chat_takes_a_burst_of_three_then_one_a_second() -> None:
    limits = Limits()
    assert passed(limits, [1] * 5, now=0) == 3
    assert passed(limits, [1] * 5, now=1) == 1
    assert passed(limits, [1] * 5, now=100) == 3


def test_the_bot_sends_thirty_messages_in_any_second() -> None:
    limits = Limits()
    assert passed(limits, list(range(1, 51)), now=0) == 30
    assert passed(limits, list(range(51, 61)), now=0.9) == 0
    assert passed(limits, list(range(51, 101)), now=1) == 30


def test_the_clock_stands_still_moves_and_runs() -> None:
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    clock, told = Clock(start), []
    clock.watchers.append(lambda: told.append(clock.now()))
    assert clock.now() == clock.now() == start
    clock.advance(timedelta(hours=2))
    assert told == [start + timedelta(hours=2)]
    clock.run()
    assert clock.now() >= told[0]
    clock.freeze()
    assert clock.now() == clock.now()
    with pytest.raises(ValueError, match="does not go back"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="time zone"):
        Clock(datetime(2026, 3, 2))  # noqa: DTZ001  that is what is refused


async def test_messages_carry_the_sandboxs_time(tg: Telegram, clock: Clock, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    clock.advance(timedelta(days=3))
    sent = (await call("sendMessage", chat_id=wang.id, text="x"))["result"]
    assert datetime.fromtimestamp(sent["date"], UTC) == datetime(2026, 3, 5, 9, tzinfo=UTC)
    assert tg.calls[-1].at == clock.now()
