"""The webhook: Telegram calls, and gets its 200 when what it brought is committed.

A tap is answered in that same 200, as the Bot API allows: Telegram has the answer when it forgets the tap.
"""

import asyncio
import hmac
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.receiver import Raw, Receiver
from bot.toasts import METHOD, arguments
from storage.database import Conflict, Unavailable

log = structlog.stdlib.get_logger(__name__)

BODY_LIMIT = 1024 * 1024
TOGETHER = 64
"""Updates that share a commit at most."""
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A call of Telegram's that is held open until its update is committed, and what it then gets."""

    raw: Raw
    response: "asyncio.Future[web.Response]"


class Webhook:
    """Serves `path` on `host:port`; `run` takes in what comes."""

    def __init__(self, receiver: Receiver, *, url: str, secret: str) -> None:
        self._receiver = receiver
        self._secret = secret
        self._path = urlsplit(url).path or "/"
        self._waiting: asyncio.Queue[Waiting] = asyncio.Queue()
        self._unanswered: set[asyncio.Future[web.Response]] = set()
        self._closing = False
        self._runner: web.AppRunner | None = None

    async def open(self, host: str, port: int) -> None:
        """Listen. Raises OSError if the place is taken."""
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(self._path, self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()

    async def close(self) -> None:
        """Send away who is waiting, and who comes still: Telegram will call again."""
        self._closing = True
        for response in self._unanswered:
            if not response.done():
                response.set_result(web.Response(status=503))
        if self._runner:
            await self._runner.cleanup()

    async def run(self) -> None:
        """Take in what has been called with, several at a time, for ever."""
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < TOGETHER and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            for waiting, response in zip(batch, await self._take(batch), strict=True):
                if not waiting.response.done():  # else Telegram has hung up, and will call again
                    waiting.response.set_result(response)

    async def _take(self, batch: list[Waiting]) -> list[web.Response]:
        updates = [waiting.raw for waiting in batch]
        try:
            answers = await self._receiver.take(updates)
        except (Unavailable, Conflict) as error:
            log.error("database not at hand, updates wait at Telegram", error=str(error))
            return [web.Response(status=503) for _ in batch]
        return [_taken(arguments(raw, answer)) for raw, answer in zip(updates, answers, strict=True)]

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=403)
        raw = _update(await request.read())
        if raw is None:
            return web.Response(status=400)
        if self._closing:
            return web.Response(status=503)
        response: asyncio.Future[web.Response] = asyncio.get_running_loop().create_future()
        self._unanswered.add(response)
        response.add_done_callback(self._unanswered.discard)
        self._waiting.put_nowait(Waiting(raw, response))
        return await response


def _taken(answer: dict[str, Any] | None) -> web.Response:
    """Telegram may forget the update, and has the answer to a tap."""
    return web.Response() if answer is None else web.json_response({"method": METHOD, **answer})


def _update(body: bytes) -> dict[str, Any] | None:
    """The update in a body; None if there is none."""
    try:
        raw = json.loads(body)
    except ValueError:
        return None
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else None
