"""Updates by long polling: kept until confirmed, one poller at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Conflict

from sandbox import Server, Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]


def texts(updates: Any) -> list[str]:
    return [update["message"]["text"] for update in updates["result"]]


async def polls(tg: Telegram, number: int) -> None:
    await tg.until(lambda: tg.polls >= number)


async def test_updates_come_again_until_a_higher_offset_confirms_them(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    wang.says("one")
    first = await call("getUpdates")
    assert texts(first) == texts(await call("getUpdates")) == ["/start", "one"]
    last = first["result"][-1]["update_id"]
    assert texts(await call("getUpdates", offset=last)) == ["one"]
    assert texts(await call("getUpdates", offset=last + 1)) == []
    assert not tg.updates.pending


async def test_limit_bounds_a_batch(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    for number in range(120):
        wang.says(str(number))
    assert len((await call("getUpdates", limit=7))["result"]) == 7
    assert len((await call("getUpdates"))["result"]) == 100


async def test_a_negative_offset_keeps_only_the_newest(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    wang.says("one")
    wang.says("two")
    assert texts(await call("getUpdates", offset=-2)) == ["one", "two"]
    assert texts(await call("getUpdates")) == ["one", "two"]


async def test_a_waiting_poll_is_woken_by_the_next_act(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    waiting = asyncio.create_task(call("getUpdates", timeout=30))
    await polls(tg, 1)
    wang.start()
    assert texts(await waiting) == ["/start"]


async def test_a_poll_without_timeout_does_not_wait(call: Calling) -> None:
    assert (await call("getUpdates"))["result"] == []


async def test_only_the_kinds_asked_for_are_kept_and_the_choice_is_remembered(
    tg: Telegram, call: Calling
) -> None:
    wang = tg.person("Wang")
    await call("getUpdates", allowed_updates=["edited_message"])
    message = wang.start()
    await call("getUpdates")
    wang.edits(message, "/start x")
    found = (await call("getUpdates"))["result"]
    assert [set(update) - {"update_id"} for update in found] == [{"edited_message"}]
    assert tg.updates.allowed == ["edited_message"]


async def test_the_second_poller_ends_the_first_with_409(tg: Telegram, bot: Bot, call: Calling) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await polls(tg, 1)
    second = asyncio.create_task(call("getUpdates", timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one"):
        await first
    tg.person("Wang").start()
    assert texts(await second) == ["/start"]


async def test_telegram_may_number_anew(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    await call("getUpdates", offset=tg.updates.next_id)
    tg.updates.next_id = 5
    wang.says("after a quiet week")
    assert [update["update_id"] for update in (await call("getUpdates"))["result"]] == [5]


async def test_quiet_waits_for_the_last_confirmation(tg: Telegram, call: Calling) -> None:
    tg.person("Wang").start()
    waiting = asyncio.create_task(tg.quiet())
    await call("getUpdates")
    assert not waiting.done()
    await call("getUpdates", offset=tg.updates.next_id)
    await waiting


async def test_until_gives_up_with_a_timeout(tg: Telegram) -> None:
    wang = tg.person("Wang")
    with pytest.raises(TimeoutError):
        await tg.until(lambda: wang.chat.last.text, timeout=0.01)


async def test_an_update_taken_by_a_poller_that_died_comes_again(
    tg: Telegram, server: Server, call: Calling
) -> None:
    async with aiohttp.ClientSession() as dying:
        poll = asyncio.create_task(dying.post(f"{server.url}/bot{tg.token}/getUpdates", json={"timeout": 30}))
        await polls(tg, 1)
        poll.cancel()
    tg.person("Wang").start()
    assert texts(await call("getUpdates", timeout=30)) == ["/start"]
