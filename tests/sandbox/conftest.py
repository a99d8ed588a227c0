"""A sandbox on a frozen clock, python-telegram-bot as its client, and calls made by hand."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from sandbox import Clock, Server, Telegram, serve, strict

Answer = dict[str, Any]
Calling = Callable[..., Awaitable[Answer]]


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture
def judge() -> Iterator[strict.Judge]:
    """Lets the sandbox say nothing that Telegram would not say."""
    found = strict.judge()
    assert found
    yield found
    assert not found.mistakes


@pytest.fixture
def tg(clock: Clock, judge: strict.Judge) -> Telegram:
    return Telegram(clock=clock, webhook_pause=0.01, judge=judge)


@pytest.fixture
def own_words(tg: Telegram) -> None:
    """For calls that are wrong on purpose: they are refused by the sandbox itself, not by the judge."""
    tg.judge = None


@pytest.fixture
async def server(tg: Telegram) -> AsyncIterator[Server]:
    async with serve(tg) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(tg: Telegram, server: Server, http: aiohttp.ClientSession) -> Calling:
    """``await call("sendMessage", chat_id=1, text="x")``: the whole answer of a JSON request."""

    async def calling(method: str, **args: Any) -> Answer:
        async with http.post(f"{server.url}/bot{tg.token}/{method}", json=args) as answer:
            found: Answer = await answer.json()
            assert found["ok"] is (answer.status == 200)
            return found

    return calling


@pytest.fixture
async def bot(tg: Telegram, server: Server) -> AsyncIterator[Bot]:
    client = Bot(tg.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
    async with client:
        yield client
