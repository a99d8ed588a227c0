"""A play from the command line: begin, say where the page is, go on until interrupted."""

import asyncio
import contextlib
import importlib
import importlib.util
import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Coroutine
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bot.settings import Settings
from bot.texts import plain_text
from sandbox.play.archive import NoState, read_file, unpack
from sandbox.play.bot import NotStarted
from sandbox.play.guide import Guide
from sandbox.play.page import PORT, open_page
from sandbox.play.play import Play, playing
from sandbox.play.stories import FIRST, STORIES

DONE, FAILED, WRONG_USE = 0, 1, 2
ENDING = (signal.SIGTERM, signal.SIGINT)
"""So does SIGHUP, when the terminal is closed, unless `nohup` keeps it away."""


class Wishes(NamedTuple):
    """What one may say of a play: the port of its page (None: the usual one, or a free one), whether to open
    it in the browser, a story to replay, a saved state to begin with."""

    port: int | None = None
    browser: bool = True
    story: str | None = None
    state: Path | None = None


def play(wishes: Wishes, settings: Settings) -> int:
    """Play until SIGINT or SIGTERM; the exit code."""
    text = partial(plain_text, settings.language)
    if wishes.story and wishes.story not in STORIES:
        print(text("sandbox-no-story", name=wishes.story, names=", ".join(STORIES)), file=sys.stderr)
        return WRONG_USE
    loops = importlib.import_module("uvloop" if importlib.util.find_spec("uvloop") else "asyncio")
    with asyncio.Runner(loop_factory=loops.new_event_loop) as runner:
        try:
            runner.run(_until_interrupted(_play(wishes, settings)))
        except NotStarted:
            print(text("sandbox-no-start"), file=sys.stderr)
            return FAILED
        except NoState:
            print(text("sandbox-no-state", file=str(wishes.state)), file=sys.stderr)
            return FAILED
    return DONE


async def _until_interrupted(work: Coroutine[Any, Any, None]) -> None:
    """Do this, and break it off wherever it is, at the first signal to end; a second changes nothing."""
    task = asyncio.create_task(work)
    for number in ENDING if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN else (*ENDING, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, lambda: task.cancelling() or task.cancel())
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def _play(wishes: Wishes, settings: Settings) -> None:
    text = partial(plain_text, settings.language)
    saved = None if wishes.state is None else unpack(read_file(wishes.state))
    print(text("sandbox-beginning"), flush=True)
    async with (
        playing(
            today=datetime.now(UTC), zone=settings.zone, language=settings.language, saved=saved
        ) as stage,
        open_page(stage, PORT if wishes.port is None else wishes.port) as address,
    ):
        print(text("sandbox-ready", address=address), flush=True)
        if wishes.story:
            stage.begin(_replay(stage, wishes.story))
        elif saved is None:
            stage.guide = Guide(stage, FIRST)
        if wishes.browser and has_screen():
            show(address)
        await asyncio.Event().wait()  # until interrupted


async def _replay(stage: Play, name: str) -> None:
    """Let a story play by itself as soon as somebody looks."""
    await stage.feed.seen.wait()
    stage.replay(name)


def show(address: str) -> None:
    """Open the page in the browser. Some hold up who starts them, for seconds or until they are closed; the
    page they wait for comes from here."""

    def open_it() -> None:
        with contextlib.suppress(webbrowser.Error, OSError):
            webbrowser.open(address)

    threading.Thread(target=open_it, daemon=True).start()


def has_screen() -> bool:
    """Whether a browser opened from here would be seen: one in this terminal would only be in the way."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
