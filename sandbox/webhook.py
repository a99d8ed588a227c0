"""Deliveries to the bot's webhook: in parallel, in order within a chat, again until they are taken."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

from sandbox.errors import bad_request
from sandbox.updates import Update, Updates

JSON = {"Content-Type": "application/json"}
LONGEST_PAUSE = 60.0
LONGEST_ANSWER = 60.0
"""Seconds after which a silent webhook has failed."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header


@dataclass
class Webhook:
    """What setWebhook said, and how the last delivery failed."""

    url: str
    secret: str
    max_connections: int
    last_error: tuple[int, str] | None = None  # seconds since 1970, Telegram's words


def check_address(url: str) -> None:
    """ApiError 400 unless the address is https, or http on this machine as a local Bot API server allows."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme != "http" or not _is_here(parts.hostname or ""):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class Delivery:
    """The running deliveries to one webhook."""

    def __init__(
        self,
        updates: Updates,
        hook: Webhook,
        *,
        pause: float,
        now: Callable[[], float],
        carry_out: Callable[[dict[str, Any]], Awaitable[Any]],
    ) -> None:
        self._updates = updates
        self._hook = hook
        self._first_pause = pause
        self._now = now
        self._carry_out = carry_out
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=hook.max_connections),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=LONGEST_ANSWER),
            headers={SECRET_HEADER: hook.secret} if hook.secret else {},
        )
        self._url = URL(hook.url)
        self._slots = asyncio.Semaphore(hook.max_connections)
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        for update in updates.pending:
            self.put(update)

    def put(self, update: Update) -> None:
        """Deliver this one after those of the same lane."""
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = lane = deque([update])
        task = asyncio.get_running_loop().create_task(self._drain(update.lane, lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Stop; what has not been taken stays in the queue."""
        # An answer may itself call deleteWebhook; that delivery is past waiting and ends by itself.
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _drain(self, name: int, lane: deque[Update]) -> None:
        while lane:
            pause = self._first_pause
            while not await self._deliver(lane[0]):
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            self._updates.drop(lane.popleft().id)
        del self._lanes[name]

    async def _deliver(self, update: Update) -> bool:
        try:
            async with (
                self._slots,
                self._session.post(self._url, data=update.text.encode(), headers=JSON) as answer,
            ):
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._failed(str(error) or "Connection closed")
        if not answer.ok:
            return self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        await self._call_in(body)
        return True

    def _failed(self, why: str) -> bool:
        self._hook.last_error = (int(self._now()), why)
        return False

    async def _call_in(self, body: bytes) -> None:
        """Carry out the method call in the answer, if there is one; its outcome is told to nobody."""
        if not body:
            return
        try:
            call = json.loads(body)
        except ValueError:
            return
        if isinstance(call, dict) and "method" in call:
            await self._carry_out(call)
