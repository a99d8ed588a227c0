"""The sandbox over HTTP: /bot{token}/{method} and /file/bot{token}/{path}."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from sandbox.args import Args, Upload
from sandbox.dispatch import perform
from sandbox.errors import ApiError
from sandbox.telegram import Telegram
from sandbox.updates import encode

LARGEST_REQUEST = 60 * 1024 * 1024
UNAUTHORIZED = ApiError(401, "Unauthorized")
NOT_FOUND = ApiError(404, "Not Found")


@dataclass(frozen=True)
class Server:
    """A running sandbox; ``url`` is what the bot knows as the base of the Bot API."""

    url: str


@asynccontextmanager
async def serve(tg: Telegram, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Server]:
    """Serve the sandbox in this event loop; port 0 takes a free one."""
    app = web.Application(client_max_size=LARGEST_REQUEST)
    app.router.add_get("/file/bot{token}/{path:.+}", partial(_download, tg))
    app.router.add_route("*", "/bot{token}/{method}", partial(_call, tg))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield Server(f"http://{host}:{runner.addresses[0][1]}")
    finally:
        tg.updates.interrupt("the end of the sandbox")
        await tg.deliver_to(None)
        await runner.cleanup()


async def _call(tg: Telegram, request: web.Request) -> web.Response:
    match = request.match_info
    if match["token"] != tg.token:
        return _refusal(UNAUTHORIZED)
    try:
        args = await _arguments(request)
    except ApiError as error:
        return _refusal(error)
    outcome = await perform(tg, match["method"], args)
    if outcome.dropped and request.transport is not None:
        request.transport.abort()
    return web.Response(
        status=outcome.status or 200, body=outcome.text.encode(), content_type="application/json"
    )


def _refusal(error: ApiError) -> web.Response:
    return web.Response(
        status=error.code, body=encode(error.body()).encode(), content_type="application/json"
    )


async def _arguments(request: web.Request) -> Args:
    """The arguments of the address and of the body, in any of the encodings Telegram takes."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.body_exists:
        return Args(values)
    if request.content_type == "application/json":
        return Args(values | _parsed(await request.read()))
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read())
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Args(values, files)


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body) if body else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ApiError(400, "Bad Request: can't parse request JSON object")
    return found


async def _download(tg: Telegram, request: web.Request) -> web.Response:
    if request.match_info["token"] != tg.token:
        return _refusal(UNAUTHORIZED)
    stored = tg.files.at(request.match_info["path"])
    if stored is None:
        return _refusal(NOT_FOUND)
    return web.Response(body=stored.data, content_type="application/octet-stream")
