"""The bots that are measured, each as a child process that is told where its Telegram is."""

import asyncio
import contextlib
import importlib.util
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

import psutil

from bench.failure import Failure
from sandbox import Server, Telegram, serve

TOKEN = "1000:redvest-bench-000000000000"  # noqa: S105 - of the sandbox; it opens nothing else
ROOT = Path(__file__).parents[1]
PATIENCE = 60.0  # seconds for a bot to come up
LAST_WORDS = 2000  # bytes of a log
GRACE = 10.0  # seconds for a bot to end


@dataclass(frozen=True, slots=True)
class Bot:
    """One of those that are compared; `needs` are modules without which it cannot run."""

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """What it needs and is not installed."""
        return [module for module in self.needs if importlib.util.find_spec(module) is None]


REDVEST = Bot("redvest", ("-m", "bot", "run"))
PTB = Bot("python-telegram-bot", ("-m", "bench.peers", "python-telegram-bot"), ("telegram", "tornado"))
AIOGRAM = Bot("aiogram", ("-m", "bench.peers", "aiogram"), ("aiogram",))
PEERS = (PTB, AIOGRAM)
WAYS = ("polling", "webhook")

T = TypeVar("T")


class Running:
    """A bot that has been started."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log
        self._watched = psutil.Process(process.pid)

    def cpu(self) -> float:
        """Seconds of work so far."""
        times = self._watched.cpu_times()
        return float(times.user + times.system)

    def memory(self) -> float:
        """Resident megabytes (of a million bytes) now."""
        return float(self._watched.memory_info().rss / 1e6)

    def pin(self, core: int) -> None:
        """Work on this core alone from now on."""
        self._watched.cpu_affinity([core])

    async def comes_to(self, what: Awaitable[T]) -> T:
        """Wait for something that this bot is to bring about; Failure if it ends, or takes too long."""
        waiting = asyncio.ensure_future(what)
        ending = asyncio.ensure_future(self._process.wait())
        try:
            await asyncio.wait({waiting, ending}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                end = "has ended" if ending.done() else f"has not got there in {PATIENCE:.0f} s"
                raise Failure(f"the bot {end}; it said last: {self._last_words()}")
            return await waiting
        finally:
            waiting.cancel()
            ending.cancel()

    async def end(self) -> None:
        """Ask it to end, and see to it."""
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            async with asyncio.timeout(GRACE):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    def _last_words(self) -> str:
        return self._log.read_bytes()[-LAST_WORDS:].decode(errors="replace").strip() or "nothing"


@asynccontextmanager
async def telegram() -> AsyncIterator[tuple[Telegram, Server]]:
    """A Telegram in this process, with Telegram's limits."""
    tg = Telegram(token=TOKEN, limits=True, calls_kept=0)
    async with serve(tg) as server:
        yield tg, server


@asynccontextmanager
async def running(bot: Bot, api_url: str, folder: Path, *, way: str, database: str) -> AsyncIterator[Running]:
    """Start a bot against a Telegram; it is ended at the end. It works in `folder` and logs there."""
    log = folder / "bot.log"
    with log.open("wb") as output:
        process = await _start(bot.command, environment(api_url, way=way, database=database), folder, output)
    started = Running(process, log)
    try:
        yield started
    finally:
        await started.end()


async def carry_out(command: tuple[str, ...], folder: Path, *, database: str) -> None:
    """Run one of our own commands to its end; Failure if it fails."""
    log = folder / "command.log"
    with log.open("wb") as output:
        process = await _start(command, environment("", way="polling", database=database), folder, output)
    if await process.wait():
        raise Failure(f"{' '.join(command)} failed: {log.read_text(errors='replace').strip()}")


async def up(tg: Telegram, bot: Running, way: str) -> None:
    """Wait until a bot asks for updates, or has named its webhook."""
    seen = (lambda: tg.webhook) if way == "webhook" else (lambda: tg.polls)
    await bot.comes_to(tg.until(seen, PATIENCE))


def environment(api_url: str, *, way: str, database: str) -> dict[str, str]:
    """The settings of a bot, and nothing of the settings we were started with."""
    settings = {
        "REDVEST_BOT_TOKEN": TOKEN,
        "REDVEST_API_URL": api_url,
        "REDVEST_DATABASE_URL": database,
        "REDVEST_LISTEN": f"127.0.0.1:{free_port()}",
        "REDVEST_WEBHOOK_SECRET": "bench",
        "REDVEST_LOG": "warning",
        "PYTHONPATH": str(ROOT),
        "NO_PROXY": "127.0.0.1",
    }
    if way == "webhook":
        settings["REDVEST_WEBHOOK_URL"] = f"http://{settings['REDVEST_LISTEN']}/telegram"
    return _without_ours(os.environ) | settings


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Effort:
    """How many cores the bot and this process, its Telegram, have kept busy."""

    bot: float = 0.0
    telegram: float = 0.0


@contextmanager
def effort(bot: Running) -> Iterator[Effort]:
    """Measures what is done inside."""
    found = Effort()
    began, bot_began, own_began = time.perf_counter(), bot.cpu(), time.process_time()
    yield found
    seconds = time.perf_counter() - began
    found.bot = (bot.cpu() - bot_began) / seconds
    found.telegram = (time.process_time() - own_began) / seconds


def _without_ours(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.startswith("REDVEST_")}


async def _start(
    command: tuple[str, ...], environment: dict[str, str], folder: Path, output: IO[bytes]
) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=folder, env=environment, stdout=output, stderr=output
    )
