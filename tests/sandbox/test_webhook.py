"""Updates by webhook: the secret, repeats, order within a chat, calls in the answer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from sandbox import Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]


class Receiver:
    """The bot's side: ``statuses`` are answered one after the other, then 200."""

    def __init__(self) -> None:
        self.url = ""
        self.headers: list[str | None] = []
        self.got: list[dict[str, Any]] = []
        self.statuses: list[int] = []
        self.reply: dict[str, Any] | None = None
        self.held: asyncio.Event | None = None
        self.two_at_once = asyncio.Event()
        self.most_at_once = self._at_once = 0

    async def take(self, request: web.Request) -> web.Response:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        if self._at_once == 2:
            self.two_at_once.set()
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.got.append(await request.json())
        if self.held is not None:
            await self.held.wait()
        self._at_once -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply, status=status)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    found = Receiver()
    app = web.Application()
    app.router.add_post("/hook", found.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield found
    await runner.cleanup()


async def test_an_update_arrives_with_the_secret_and_is_confirmed_by_200(
    tg: Telegram, call: Calling, receiver: Receiver
) -> None:
    assert (await call("setWebhook", url=receiver.url, secret_token="s3cret"))["result"] is True
    tg.person("Wang").start()
    await tg.quiet()
    assert receiver.texts == ["/start"]
    assert receiver.headers == ["s3cret"]


async def test_what_is_not_taken_comes_again_in_order(
    tg: Telegram, call: Calling, receiver: Receiver
) -> None:
    receiver.statuses = [500, 503]
    await call("setWebhook", url=receiver.url)
    wang = tg.person("Wang")
    wang.start()
    wang.says("two")
    await tg.quiet()
    assert receiver.texts == ["/start", "/start", "/start", "two"]
    info = (await call("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["pending_update_count"] == 0


async def test_what_is_not_answered_in_time_comes_again(
    tg: Telegram, call: Calling, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.webhook.LONGEST_ANSWER", 0.1)
    receiver.held = asyncio.Event()
    await call("setWebhook", url=receiver.url)
    tg.person("Wang").start()
    await asyncio.wait_for(receiver.two_at_once.wait(), 5)
    receiver.held.set()
    await tg.until(lambda: not tg.updates)
    assert set(receiver.texts) == {"/start"}


async def test_chats_are_delivered_in_parallel_up_to_max_connections(
    tg: Telegram, call: Calling, receiver: Receiver
) -> None:
    receiver.held = asyncio.Event()
    await call("setWebhook", url=receiver.url, max_connections=2)
    for number in range(5):
        tg.person(str(number)).start()
    await receiver.two_at_once.wait()
    assert (await call("getWebhookInfo"))["result"]["pending_update_count"] == 5
    receiver.held.set()
    await tg.quiet()
    assert receiver.most_at_once == 2
    assert len(receiver.got) == 5


async def test_a_call_in_the_answer_is_carried_out(tg: Telegram, call: Calling, receiver: Receiver) -> None:
    wang = tg.person("Wang")
    receiver.reply = {"method": "sendMessage", "chat_id": wang.id, "text": "hello"}
    await call("setWebhook", url=receiver.url)
    wang.start()
    await tg.quiet()
    assert wang.chat.last.text == "hello"


async def test_a_webhook_that_deletes_itself_does_not_hang(
    tg: Telegram, call: Calling, receiver: Receiver
) -> None:
    receiver.reply = {"method": "deleteWebhook"}
    await call("setWebhook", url=receiver.url)
    tg.person("Wang").start()
    await tg.until(lambda: tg.webhook is None)
    assert (await call("getUpdates"))["ok"]


async def test_what_waited_before_is_delivered_unless_dropped(
    tg: Telegram, call: Calling, receiver: Receiver
) -> None:
    wang = tg.person("Wang")
    wang.start()
    await call("setWebhook", url=receiver.url, drop_pending_updates=True)
    wang.says("new")
    await tg.quiet()
    assert receiver.texts == ["new"]


async def test_polling_is_refused_while_a_webhook_is_set(
    tg: Telegram, call: Calling, receiver: Receiver
) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await tg.until(lambda: tg.polls)
    await call("setWebhook", url=receiver.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    refused = await call("getUpdates")
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await call("deleteWebhook")
    assert (await call("getUpdates"))["ok"]


@pytest.mark.parametrize("url", ["http://example.org/hook", "ftp://127.0.0.1/hook", "nonsense"])
async def test_an_address_that_is_not_https_is_refused(call: Calling, url: str) -> None:
    refused = await call("setWebhook", url=url)
    assert refused["description"] == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
