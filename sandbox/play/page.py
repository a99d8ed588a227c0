"""The server of the page: what the browser asks for, for this machine alone."""

import contextlib
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.texts import LANGUAGES, plain_text
from sandbox.files import StoredFile
from sandbox.play.acts import ACTS
from sandbox.play.directing import DIRECTIONS, particular
from sandbox.play.filetypes import type_of
from sandbox.play.given import File, Given, Refused
from sandbox.play.play import Play
from sandbox.play.saving_routes import load_sent, send_saved
from sandbox.play.texts import page_texts
from sandbox.sample import media

FOLDER = Path(__file__).parent.parent / "page"
HOST = "127.0.0.1"
PORT = 8321
LARGEST_UPLOAD = 60 * 1024 * 1024
HERE = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?")
BACK_AFTER = 300
"""Milliseconds after which a page that was let go comes again."""
OWN_SITE = {"same-origin", "none"}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PlayHandler = Callable[[Play, web.Request], Awaitable[web.StreamResponse]]


@contextlib.asynccontextmanager
async def open_page(play: Play, port: int = PORT) -> AsyncIterator[str]:
    """Serve the page on this port, or on a free one where that is taken; its address."""
    app = web.Application(client_max_size=LARGEST_UPLOAD, middlewares=[_only_from_here])
    app.add_routes(
        [
            web.get("/", _index),
            web.get("/texts/{language}", _texts),
            web.get("/changes", partial(_changes, play)),
            web.post("/act", partial(_in_words, play, _act)),
            web.get("/save", partial(_in_words, play, send_saved)),
            web.post("/load", partial(_in_words, play, load_sent)),
            web.get("/file/{id}", partial(_file, play)),
            web.get("/sample/{name}", _sample),
            web.static("/page", FOLDER),
        ]
    )
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError:
            await web.TCPSite(runner, HOST, 0).start()
        yield f"http://{HOST}:{runner.addresses[0][1]}/"
    finally:
        play.feed.start_anew()
        await runner.cleanup()


@web.middleware
async def _only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """No other site may make a browser play along, not even one whose name leads to this machine."""
    origin = request.headers.get("Origin", "")
    from_site = request.headers.get("Sec-Fetch-Site", "none")  # a browser says so of pictures and links too
    if (
        not HERE.fullmatch(request.host)
        or origin not in {"", f"http://{request.host}"}
        or (from_site not in OWN_SITE and request.path != "/")  # anybody may link to the page
    ):
        raise web.HTTPForbidden
    answer = await handler(request)
    if not answer.prepared:
        answer.headers.update(HEADERS)
    return answer


async def _index(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(FOLDER / "index.html")


async def _texts(request: web.Request) -> web.StreamResponse:
    language = request.match_info["language"]
    if language not in LANGUAGES:
        raise web.HTTPNotFound
    return _json(page_texts(language))


async def _changes(play: Play, request: web.Request) -> web.StreamResponse:
    """Everything, then each change, until the page goes or has fallen behind."""
    answer = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
    await answer.prepare(request)
    with contextlib.suppress(ConnectionError):
        async with contextlib.aclosing(play.feed.events()) as events:
            await answer.write(f"retry: {BACK_AFTER}\n\n".encode())
            async for event in events:
                await answer.write(f"data: {event}\n\n".encode())
    return answer


async def _in_words(play: Play, handler: PlayHandler, request: web.Request) -> web.StreamResponse:
    """What the handler answers, or why it does not, in the language of the page."""
    try:
        return await handler(play, request)
    except Refused as refused:
        language = request.query.get("language", "")
        language = language if language in LANGUAGES else play.language
        return _json({"error": plain_text(language, refused.key, **refused.values)}, status=409)


async def _act(play: Play, request: web.Request) -> web.StreamResponse:
    await perform(play, *await _sent(request))
    return _json({"ok": True})


async def perform(play: Play, about: dict[str, Any], files: list[File]) -> None:
    """Do what the page asks for; ``Refused`` when it cannot be."""
    given = Given(play, about, files)
    name = given.text("act", "")
    if name in DIRECTIONS:
        play.feed.act(name, None, particular(given))
        await DIRECTIONS[name](given)
        play.feed.play_changed()
    elif name in ACTS:
        play.do(given, name)
    else:
        raise Refused("page-refused-unknown")


async def _sent(request: web.Request) -> tuple[dict[str, Any], list[File]]:
    """The act and its files."""
    files: list[File] = []
    try:
        if request.content_type != "multipart/form-data":
            about = await request.json()
        else:
            form = await request.post()
            about = json.loads(str(form.get("act")))
            uploads = [each for each in form.getall("files", []) if isinstance(each, web.FileField)]
            files = [File(each.filename, each.file.read()) for each in uploads]
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(about, dict):
        raise web.HTTPBadRequest
    return about, files


async def _file(play: Play, request: web.Request) -> web.StreamResponse:
    stored = play.tg.files.find(request.match_info["id"])
    if stored is None:
        raise web.HTTPNotFound
    return _bytes(stored)


async def _sample(request: web.Request) -> web.StreamResponse:
    name = request.match_info["name"]
    if name not in media.NAMES:
        raise web.HTTPNotFound
    return web.FileResponse(media.path(name))


def _bytes(stored: StoredFile) -> web.Response:
    """A file as the browser may show it; what is neither picture, sound nor film is for saving only."""
    kind = type_of(stored.data)
    if kind is not None:
        return web.Response(body=stored.data, content_type=kind)
    return web.Response(
        body=stored.data,
        content_type="application/octet-stream",
        headers={"Content-Disposition": "attachment"},
    )


def _json(found: object, status: int = 200) -> web.Response:
    return web.json_response(found, status=status, dumps=partial(json.dumps, ensure_ascii=False))
