"""The page's files and an invented server for it: real HTTP and changes, but no bot and no Telegram."""

import asyncio
import base64
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page

from sandbox.play.page import FOLDER, HEADERS
from sandbox.play.texts import page_texts

Json = dict[str, Any]

CALM = {"too_many": False, "server_error": False, "lost_answer": False, "offline": False}
PLAY = {
    **{
        "clock": "2026-03-03T09:00:12+08:00",
        "zone": "Asia/Shanghai",
        "moving": False,
        "next": None,
        "bot": "running",
    },
    **{"username": "redvest_bot", "troubles": CALM, "story": None, "stories": [], "replaying": False},
    "samples": [
        {"name": "drain.jpg", "kind": "photo", "text": "page-phone-kind-photo"},
        {"name": "heating.ogg", "kind": "voice", "text": "page-phone-kind-audio"},
    ],
    "doors": [{"code": "A-1", "name": "House 1"}, {"code": "A-2", "name": "House 2"}],
    "spots": [
        {"name": "House 1", "latitude": 36.25, "longitude": 101.5},
        {"name": "House 2", "latitude": 36.5, "longitude": 101.75},
    ],
    "language": "en",
}
KEPT = {"people": ("id",), "chats": ("id",), "messages": ("chat", "id"), "acts": ("no",)}
"""What a page that comes later is told too, each under its key."""
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class Server:
    """What the page asks for. Each new page is first told all that was told before."""

    def __init__(self) -> None:
        self.address = ""
        self.acts: asyncio.Queue[Json] = asyncio.Queue()
        self.files: list[tuple[str, str, bytes]] = []
        """Those of the last act: name, type, bytes."""
        self.refusal = ""
        """Answered to every act, while it is not empty, with the language it was asked in."""
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.is_open = True
        self._known: dict[str, dict[object, Json]] = {}
        self._pages: set[asyncio.Queue[Json | None]] = set()

    def routes(self) -> list[web.AbstractRouteDef]:
        told = [web.get("/texts/{language}", self._texts), web.get("/changes", self._changes)]
        files = [web.get(f"/{kind}/{{name}}", self._file) for kind in ("file", "sample")]
        page = [web.get("/", self._index), web.static("/page", FOLDER)]
        return [*page, *told, *files, web.post("/act", self._act)]

    def tell(self, **changes: Any) -> None:
        """Tell every page, and every later one."""
        if changes.get("fresh"):
            self._known = {}
        for kind, keys in KEPT.items():
            for each in changes.get(kind, []):
                self._known.setdefault(kind, {})[tuple(map(each.get, keys))] = each
        for page in self._pages:
            page.put_nowait(self.everything() if changes.get("fresh") else changes)

    def everything(self) -> Json:
        """All that was told since the beginning, but what is over at once."""
        found = {kind: list(each.values()) for kind, each in self._known.items()}
        return {"fresh": True, "play": PLAY, **found}

    def end_streams(self) -> None:
        """End all the connections over which changes are told; the pages come again."""
        for page in self._pages:
            page.put_nowait(None)

    async def _index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(FOLDER / "index.html", headers=HEADERS)

    async def _texts(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(page_texts(request.match_info["language"]))

    async def _changes(self, request: web.Request) -> web.StreamResponse:
        if not self.is_open:
            raise web.HTTPServiceUnavailable
        answer = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await answer.prepare(request)
        await answer.write(b"retry: 50\n\n")
        page: asyncio.Queue[Json | None] = asyncio.Queue()
        page.put_nowait(self.everything())
        self._pages.add(page)
        with contextlib.suppress(ConnectionError):
            while (event := await page.get()) is not None:
                await answer.write(f"data: {json.dumps(event)}\n\n".encode())
        self._pages.discard(page)
        return answer

    async def _act(self, request: web.Request) -> web.StreamResponse:
        if not self.is_open and request.transport:
            request.transport.abort()
            return web.Response()
        form = await request.post() if request.content_type.startswith("multipart/") else None
        about = await request.json() if form is None else json.loads(str(form["act"]))
        files = (
            [] if form is None else [each for each in form.getall("files") if isinstance(each, web.FileField)]
        )
        self.files = [(each.filename, each.content_type, each.file.read()) for each in files]
        self.acts.put_nowait(about)
        await self.may_answer.wait()
        if self.refusal:
            return web.json_response({"error": f"{self.refusal} ({request.query['language']})"}, status=409)
        return web.json_response({"ok": True})

    async def _file(self, _: web.Request) -> web.StreamResponse:
        return web.Response(body=PICTURE, content_type="image/png")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server() -> AsyncIterator[Server]:
    """A server for the page, with nothing to tell as yet."""
    made = Server()
    app = web.Application()
    app.add_routes(made.routes())
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.address = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    yield made
    made.end_streams()
    await runner.cleanup()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def blank(browser: Browser, server: Server) -> AsyncIterator[Page]:
    """A page on which nothing runs, to try the modules on."""
    page = await browser.new_page()
    await page.goto(f"{server.address}texts/en")
    yield page
    await page.close()
