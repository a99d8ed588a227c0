"""The webhook: Telegram calls, and gets its 200 when what it brought is committed and answered."""

import asyncio
import hmac
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.receiver import Raw, Receiver
from storage.database import Conflict, Unavailable

log = structlog.stdlib.get_logger(__name__)

BODY_LIMIT = 1024 * 1024
TOGETHER = 64
"""Updates that share a commit at most."""
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A call of Telegram's that is held open until its update is committed."""

    raw: Raw
    done: "asyncio.Future[bool]"


class Webhook:
    """Serves `path` on `host:port`; `run` takes in what comes."""

    def __init__(self, receiver: Receiver, *, url: str, secret: str) -> None:
        self._receiver = receiver
        self._secret = secret
        self._path = urlsplit(url).path or "/"
        self._waiting: asyncio.Queue[Waiting] = asyncio.Queue()
        self._confirming: set[asyncio.Task[None]] = set()
        self._runner: web.AppRunner | None = None

    async def open(self, host: str, port: int) -> None:
        """Listen. Raises OSError if the place is taken."""
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(self._path, self._receive)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def run(self) -> None:
        """Take in what has been called with, several at a time, for ever."""
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < TOGETHER and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            committed = await self._take([waiting.raw for waiting in batch])
            confirming = asyncio.create_task(self._confirm(batch, committed))
            self._confirming.add(confirming)
            confirming.add_done_callback(self._confirming.discard)

    async def _confirm(self, batch: list[Waiting], committed: bool) -> None:
        """Let Telegram have its answers, while the next batch is taken in."""
        await self._receiver.told()
        for waiting in batch:
            if not waiting.done.done():
                waiting.done.set_result(committed)

    async def _take(self, batch: list[Raw]) -> bool:
        try:
            await self._receiver.take(batch)
        except (Unavailable, Conflict) as error:
            log.error("database not at hand, updates wait at Telegram", error=str(error))
            return False
        return True

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=403)
        raw = _update(await request.read())
        if raw is None:
            return web.Response(status=400)
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(Waiting(raw, done))
        return web.Response(status=200 if await done else 503)


def _update(body: bytes) -> dict[str, Any] | None:
    """The update in a body; None if there is none."""
    try:
        raw = json.loads(body)
    except ValueError:
        return None
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else None
