"""``python -m bench.echo``: a bot that says everything back, as cheaply as that can be done.

Its Telegram is what is measured, so it does no more than it must: it reads the same settings as Redvest,
speaks plain HTTP/1.1 over a few kept connections, one call at a time on each, and looks at no more than it
has to echo.
"""

import asyncio
import json
import re
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from bench import loops
from bench.peers import Given, given

CONNECTIONS = 16
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
GOOD = b'{"ok":true'
TAKEN = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"

Got = Callable[["Link", bytes], None]


class Link(asyncio.Protocol):
    """A kept connection; ``got`` is called with the body of each whole HTTP message that comes."""

    def __init__(self, got: Got) -> None:
        self._got = got
        self._come = b""
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        come = self._come + data if self._come else data
        end = come.find(b"\r\n\r\n") + 4
        length = LENGTH.search(come, 0, end) if end >= len(b"\r\n\r\n") else None
        if length is None or len(come) < end + int(length[1]):
            self._come = come
            return
        self._come = b""
        self._got(self, come[end:])


class Echo:
    """The bot: what is waiting to be said, and the connections that are free to say it."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._address = urlsplit(given.api_url)
        self._waiting: deque[bytes] = deque()
        self._free: deque[Link] = deque()

    async def run(self) -> None:
        """Echo for ever."""
        for _ in range(CONNECTIONS):
            self._free.append(await self._link(self._answered))
        if not self._given.hook:
            self._poll(await self._link(self._fetched), 0)
        else:
            loop = asyncio.get_running_loop()
            await loop.create_server(partial(Link, self._delivered), self._given.host, self._given.port)
            self._say("setWebhook", url=self._given.hook)
        await asyncio.Event().wait()

    async def _link(self, got: Got) -> Link:
        host, port = self._address.hostname or "", self._address.port or 80
        _, link = await asyncio.get_running_loop().create_connection(partial(Link, got), host, port)
        return link

    def _poll(self, link: Link, offset: int) -> None:
        link.transport.write(self._call("getUpdates", offset=offset, limit=100, timeout=50))

    def _fetched(self, link: Link, body: bytes) -> None:
        if not body.startswith(GOOD):
            raise SystemExit(body.decode())
        updates = json.loads(body)["result"]
        self._poll(link, updates[-1]["update_id"] + 1 if updates else 0)
        for update in updates:
            self._echo(update)

    def _delivered(self, link: Link, body: bytes) -> None:
        link.transport.write(TAKEN)
        self._echo(json.loads(body))

    def _echo(self, update: dict[str, Any]) -> None:
        if message := update.get("message"):
            self._say("sendMessage", chat_id=message["chat"]["id"], text=message["text"])
        elif query := update.get("callback_query"):
            self._say("answerCallbackQuery", callback_query_id=query["id"], text=query["data"])

    def _say(self, method: str, **args: Any) -> None:
        call = self._call(method, **args)
        if self._free:
            self._free.popleft().transport.write(call)
        else:
            self._waiting.append(call)

    def _answered(self, link: Link, body: bytes) -> None:
        if not body.startswith(GOOD):
            raise SystemExit(body.decode())
        if self._waiting:
            link.transport.write(self._waiting.popleft())
        else:
            self._free.append(link)

    def _call(self, method: str, **args: Any) -> bytes:
        body = json.dumps(args).encode()
        head = (
            f"POST /bot{self._given.token}/{method} HTTP/1.1\r\nHost: {self._address.netloc}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


if __name__ == "__main__":
    loops.run(Echo(given()).run())
