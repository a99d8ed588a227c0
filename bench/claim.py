"""Many people tap Claim on one card within a second: who gets a place, and how long everybody waits."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bench import table
from bench.bots import REDVEST, WAYS, running, telegram, up
from bench.scene import Scene, Stage, rush, write
from bench.taps import all_answered, check
from sandbox import Query

PLACES = 5
WITHIN = 1.0  # seconds in which everybody taps
P99 = 1.5  # seconds


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds from tap to answer: in the median, for 99 of 100, at most."""

    middle: float
    p99: float
    longest: float


async def measure(rounds: int, people: int, folder: Path, say: Callable[[str], None]) -> str:
    """The table, by polling and by webhook."""
    found: dict[str, list[Waits]] = {way: [] for way in WAYS}
    for number in range(rounds):
        for way in WAYS:
            waits = await once(rush(people, PLACES), way, folder)
            found[way].append(waits)
            say(f"round {number + 1}, {way}: 99 of 100 answered within {waits.p99:.2f} s")
    head = (f"{people} taps in {WITHIN:.0f} s on {PLACES} places", "places taken", "answers")
    rows = [_row(way, waits, people) for way, waits in found.items()]
    return table.markdown((*head, "median wait, s", "p99, s", "lowest–highest", "longest, s", "target"), rows)


async def once(scene: Scene, way: str, folder: Path) -> Waits:
    """One rush; Failure unless every tap is answered once and just the winners have places."""
    database = folder / "claim.db"
    database.unlink(missing_ok=True)
    url = f"sqlite:///{database}"
    async with telegram() as (tg, server):
        stage = Stage(scene, tg)
        await write(stage, url)
        async with running(REDVEST, server.url, folder, way=way, database=url) as bot:
            await up(tg, bot, way)
            taps = await _rush(stage)
            await all_answered(tg, bot, taps)
    check(scene, taps, database)
    waits = sorted(tap.answers[0].at.timestamp() - tap.seconds for tap in taps)
    return Waits(median(waits), quantiles(waits, n=100, method="inclusive")[98], waits[-1])


async def _rush(stage: Stage) -> list[Query]:
    """Everybody taps, one after the other, evenly over the time."""
    loop = asyncio.get_running_loop()
    began, pause = loop.time(), WITHIN / len(stage.scene.taps)
    taps = []
    for number, (volunteer, task) in enumerate(stage.scene.taps):
        await asyncio.sleep(began + number * pause - loop.time())
        taps.append(stage.tap(volunteer, task))
    return taps


def _row(way: str, found: list[Waits], people: int) -> tuple[str, ...]:
    p99 = [waits.p99 for waits in found]
    return (
        way,
        str(min(people, PLACES)),
        str(people),
        table.middle([waits.middle for waits in found]),
        table.middle(p99),
        table.spread(p99),
        table.middle([waits.longest for waits in found]),
        table.against(f"p99 under {P99} s", reached=median(p99) < P99),
    )
