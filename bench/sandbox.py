"""How many updates the sandbox gives out in a second, and has answered, on one core."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from bench import table
from bench.bots import WAYS, Bot, environment, running
from bench.failure import Failure

ECHO = Bot("echo", ("-m", "bench.echo"))
ERRANDS = ("messages", "taps")
HALVES = ("sandbox", "bare")
RATE = 1500.0  # updates a second


@dataclass(frozen=True, slots=True)
class Pass:
    """Updates answered in a second, milliseconds of the server's CPU for each, cores kept busy."""

    rate: float
    cost: float
    served: float
    bot: float


Key = tuple[str, str, str]  # errand, way, server
Found = dict[Key, list[Pass]]


class Served:
    """A server half that has been started."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def line(self) -> Any:
        """What it says next; Failure when that is that it has failed."""
        said = json.loads(await self._process.stdout.readline() or '{"failure": "the server has ended"}')  # type: ignore[union-attr]
        if "failure" in said:
            raise Failure(said["failure"])
        return said


async def measure(rounds: int, updates: int, folder: Path, say: Callable[[str], None]) -> str:
    """The table; in each round each server has its turn with each errand, both ways."""
    found: Found = {(errand, way, half): [] for errand in ERRANDS for way in WAYS for half in HALVES}
    for number in range(rounds):
        for key, passes in found.items():
            passes.append(await once(key, updates, folder))
            say(f"round {number + 1}, {' '.join(key)}: {passes[-1].rate:.0f} a second")
    head = ("updates", "by", "server", "a second", "lowest–highest", "CPU ms each", "its cores", "the bot's")
    where = "each process on a core of its own" if cores() else "processes not tied to cores"
    title = f"{updates} updates a pass, {where}."
    return (
        f"{title}\n\n{table.markdown((*head, 'beside bare', 'target'), [_row(found, key) for key in found])}"
    )


async def once(key: Key, updates: int, folder: Path) -> Pass:
    """One server has so many updates answered; Failure unless each is answered rightly, once."""
    errand, way, half = key
    async with served(half, errand, updates, folder) as server:
        url = (await server.line())["url"]
        async with running(ECHO, url, folder, way=way, database="") as started:
            if cores():
                started.pin(cores()[1])
            await started.comes_to(server.line())
            worked = started.cpu()
            took = await started.comes_to(server.line())
            worked = started.cpu() - worked
    seconds, cpu = took["seconds"], took["cpu"]
    return Pass(updates / seconds, 1000 * cpu / updates, cpu / seconds, worked / seconds)


@asynccontextmanager
async def served(half: str, errand: str, updates: int, folder: Path) -> AsyncIterator[Served]:
    """A server half as a process of its own, on a core of its own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.served", half, errand, str(updates)),
        env=environment("", way="polling", database=""),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        if cores():
            psutil.Process(process.pid).cpu_affinity(cores()[:1])
        yield Served(process)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def cores() -> list[int]:
    """A core for the server and one for the bot; [] where there are no two, or none can be chosen."""
    if not hasattr(psutil.Process, "cpu_affinity"):
        return []
    ours = psutil.Process().cpu_affinity()
    return [ours[0], ours[-1]] if len(ours) > 1 else []


def _row(found: Found, key: Key) -> tuple[str, ...]:
    errand, way, half = key
    rates = [each.rate for each in found[key]]
    beside = target = ""
    if half == "sandbox":
        pairs = zip(found[key], found[errand, way, "bare"], strict=True)
        beside = f"{median(ours.cost / bare.cost for ours, bare in pairs):.2f} times the CPU"
        target = table.against(f"{RATE:.0f} a second", reached=median(rates) >= RATE)
    return (
        *key,
        table.middle(rates, ".0f"),
        table.spread(rates, ".0f"),
        table.middle([each.cost for each in found[key]]),
        table.middle([each.served for each in found[key]]),
        table.middle([each.bot for each in found[key]]),
        beside,
        target,
    )
