"""How soon the bot asks for its first updates, and how much memory it takes."""

import asyncio
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import sandbox.sample
from bench import table
from bench.bots import REDVEST, Running, carry_out, running, telegram, up

SAMPLE = Path(sandbox.sample.__file__).parent
SECONDS, MEGABYTES = 2.0, 120.0
SETTLING = 3.0  # seconds after the first poll
GLANCE = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process to its first getUpdates; megabytes a while later, and at most."""

    seconds: float
    settled: float
    peak: float


async def measure(rounds: int, folder: Path, say: Callable[[str], None]) -> str:
    """The table, over the sample community."""
    say("importing the sample community")
    await carry_out(
        ("-m", "bot", "import", str(SAMPLE)), folder, database=f"sqlite:///{folder / 'sample.db'}"
    )
    found = []
    for number in range(rounds):
        found.append(await once(folder))
        say(f"round {number + 1}: first poll after {found[-1].seconds:.2f} s")
    return _table(found)


async def once(folder: Path, settling: float = SETTLING) -> Start:
    """One start over a copy of the community that has been imported into `folder`."""
    shutil.copyfile(folder / "sample.db", folder / "start.db")
    async with telegram() as (tg, server):
        began = time.perf_counter()
        database = f"sqlite:///{folder / 'start.db'}"
        async with running(REDVEST, server.url, folder, way="polling", database=database) as bot:
            await up(tg, bot, "polling")
            seconds = time.perf_counter() - began
            peak = await _watch(bot, settling)
            return Start(seconds, bot.memory(), peak)


async def _watch(bot: Running, seconds: float) -> float:
    """The most memory seen in the next `seconds`."""
    peak, end = bot.memory(), time.monotonic() + seconds
    while time.monotonic() < end:
        await asyncio.sleep(GLANCE)
        peak = max(peak, bot.memory())
    return peak


def _table(found: list[Start]) -> str:
    seconds, settled, peak = zip(*((each.seconds, each.settled, each.peak) for each in found), strict=True)
    rows = [
        _row("first poll, seconds", seconds, SECONDS, ".2f"),
        _row(f"memory {SETTLING:.0f} s later, MB", settled, MEGABYTES, ".0f"),
        _row("most memory until then, MB", peak, MEGABYTES, ".0f"),
    ]
    return table.markdown(("start of redvest run", "median", "lowest–highest", "target"), rows)


def _row(name: str, values: tuple[float, ...], limit: float, form: str) -> tuple[str, ...]:
    target = table.against(f"under {limit:.0f}", reached=median(values) < limit)
    return name, table.middle(values, form), table.spread(values, form), target
