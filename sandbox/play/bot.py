"""The bot's process as the play sees it: launched, asked, stopped, killed."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Literal

from bot.settings import environment as known

State = Literal["starting", "running", "stopped", "failed"]

ENDED = {0, -9}
"""Exit codes of a bot that was stopped or killed; with any other it has failed."""
STOPPING = 8.0
"""Seconds the bot gets to end by itself."""
OWN = ("WEBHOOK_URL", "WEBHOOK_SECRET", "LISTEN", "ADMINS")
"""Settings of an operator's own bot that would not fit here; blank counts as not set."""


def environment(token: str, database: str, language: str) -> dict[str, str]:
    """The settings of a play's bot: those of the one who plays, but for what is the play's own. The address
    of its Telegram comes when that is served."""
    own = {f"REDVEST_{name}": "" for name in OWN}
    own |= {"REDVEST_BOT_TOKEN": token, "REDVEST_LANGUAGE": language}
    own |= {"REDVEST_DATABASE_URL": f"sqlite:///{database}"}
    quiet = {"REDVEST_LOG": known().get("REDVEST_LOG", "").strip() or "warning"}
    straight = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    return {**os.environ, **quiet, **own, **straight}


class NotStarted(Exception):
    """The bot of a play did not start; its log says why."""


async def bring_in(folder: str, settings: dict[str, str]) -> None:
    """`redvest import` of a folder; NotStarted where that fails, it says itself on standard error why."""
    process = await _spawn("-m", "bot", "import", folder, settings=settings)
    try:
        await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise NotStarted


class Bot:
    """The bot of a play. ``changed`` is called whenever its ``state`` is another."""

    def __init__(self, settings: dict[str, str], changed: Callable[[], None]) -> None:
        self.state: State = "stopped"
        self._settings = settings
        self._changed = changed
        self._process: asyncio.subprocess.Process | None = None
        self._beginning = asyncio.Lock()
        self._talk = asyncio.Lock()
        self._watch: asyncio.Task[None] | None = None

    def speak(self, language: str) -> None:
        """From its next start it speaks this language where a person's own is unknown."""
        self._settings = {**self._settings, "REDVEST_LANGUAGE": language}

    async def launch(self, now: float) -> None:
        """Start it, if it is not there, and wait until it runs."""
        async with self._beginning:
            if self._process is not None:
                return
            self._become("starting")
            process = self._process = await _spawn(
                "-m", "sandbox.play.child", settings=self._settings, stdin=asyncio.subprocess.PIPE
            )
            self._watch = asyncio.create_task(self._ended(process))
        if await self._ask({"now": now}) is not None and self._process is process:
            self._become("running")

    async def moved(self, now: float) -> None:
        """Tell it how late it is; returns when what became due has been sent."""
        if self.state == "running":
            await self._ask({"now": now})

    async def moments(self, after: float) -> dict[str, Any]:
        """When something is due after that moment (see ``child``); {} where no bot runs."""
        return (self.state == "running" and await self._ask({"moments": after})) or {}

    async def stop(self) -> None:
        """Let it end by itself, as an operator does. One that has not begun yet listens to nobody, and has
        done nothing: that is killed."""
        async with self._beginning:
            process, watch = self._process, self._watch
        if process is None or watch is None:
            return
        if self.state == "starting":
            await self.kill()
            return
        assert process.stdin is not None  # noqa: S101 - it was launched with a pipe
        process.stdin.close()
        try:
            await asyncio.wait_for(asyncio.shield(watch), STOPPING)
        except TimeoutError:
            await self.kill()

    async def kill(self) -> None:
        """End it at once, whatever it does, as a power cut would."""
        if self._process is not None and self._watch is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._watch

    async def _ask(self, request: dict[str, float]) -> dict[str, Any] | None:
        """Its answer; None when it is not there, or ends instead. Who waits no longer leaves no answer lying
        there for the next to take."""
        return await asyncio.shield(self._exchange(request))

    async def _exchange(self, request: dict[str, float]) -> dict[str, Any] | None:
        async with self._talk:
            process = self._process
            if process is None or process.stdin is None or process.stdout is None:
                return None
            if process.stdin.is_closing():
                return None
            with suppress(ConnectionError):
                process.stdin.write(json.dumps(request).encode() + b"\n")
                await process.stdin.drain()
                if line := await process.stdout.readline():
                    found: dict[str, Any] = json.loads(line)
                    return found
            return None

    async def _ended(self, process: asyncio.subprocess.Process) -> None:
        code = await process.wait()
        self._process = None
        self._become("stopped" if code in ENDED else "failed")

    def _become(self, state: State) -> None:
        self.state = state
        self._changed()


async def _spawn(*command: str, settings: dict[str, str], **pipes: Any) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # a bot.py where this was started is none of ours
        *command,
        env=settings,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,  # Ctrl+C is for the play, which then ends this
        **pipes,
    )
