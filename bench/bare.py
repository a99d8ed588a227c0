"""A bare aiohttp server that takes the same requests as the sandbox and answers each with the same constant.

It says how fast a Telegram on aiohttp can be here at all: no people, no chats, nothing remembered.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from bench.bots import PATIENCE, TOKEN
from bench.talk import Talk
from sandbox import Message
from sandbox.updates import encode

LIMIT = 100  # updates of a poll
CONNECTIONS = 40  # of the webhook
JSON = {"Content-Type": "application/json"}


class Bare:
    """Counts what it still has to give out, and the answers that it waits for."""

    def __init__(self, errand: str) -> None:
        talk = Talk(errand)
        sent = talk.send()
        self._update = talk.telegram.updates.pending[0].text
        result = encode(sent.json) if isinstance(sent, Message) else "true"
        self._answer = f'{{"ok":true,"result":{result}}}'.encode()
        self._hook = ""
        self._to_give = self._unanswered = 0
        self._met, self._more, self._done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """Serve it; gives the address."""
        app = web.Application()
        app.router.add_post(f"/bot{TOKEN}/{{method}}", self._call)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()

    async def met(self) -> None:
        """Wait until the bot asks for updates, or has named its webhook."""
        async with asyncio.timeout(PATIENCE):
            await self._met.wait()

    async def feed(self, count: int) -> None:
        """Give out so many, and wait until as many are answered."""
        self._to_give = self._unanswered = count
        self._done.clear()
        self._more.set()
        async with asyncio.timeout(PATIENCE):
            if self._hook:
                await self._deliver()
            await self._done.wait()

    def check(self) -> None:
        """There is nothing to be wrong."""

    async def _deliver(self) -> None:
        connector = aiohttp.TCPConnector(limit=CONNECTIONS)
        async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session:
            await asyncio.gather(*(self._post(session) for _ in range(CONNECTIONS)))

    async def _post(self, session: aiohttp.ClientSession) -> None:
        while self._given(1):
            async with session.post(self._hook, data=self._update.encode(), headers=JSON) as answer:
                await answer.read()

    async def _call(self, request: web.Request) -> web.Response:
        await request.read()
        match request.match_info["method"]:
            case "getUpdates":
                text = await self._poll()
            case "setWebhook":
                self._hook = (await request.json())["url"]
                self._met.set()
                text = self._answer
            case _:
                text = self._answer
                self._unanswered -= 1
                if not self._unanswered:
                    self._done.set()
        return web.Response(body=text, content_type="application/json")

    async def _poll(self) -> bytes:
        self._met.set()
        await self._more.wait()
        text = f'{{"ok":true,"result":[{",".join([self._update] * self._given(LIMIT))}]}}'
        if not self._to_give:
            self._more.clear()
        return text.encode()

    def _given(self, most: int) -> int:
        number = min(most, self._to_give)
        self._to_give -= number
        return number
