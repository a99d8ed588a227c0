"""From what a resident gives to the one who answers: an import, a typed address, a location, the routing.

In a street office and in a city of a million households, with few and with many requests in the database:
none of it may depend on how many there are.
"""

import asyncio
import os
import random
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from bench import table
from bench.bots import environment
from bench.city import CITY, SEED, STREET, Community, Place, community
from bench.failure import Failure
from bot.dispatch import answering
from bot.dispatch.atlas import Atlas
from bot.dispatch.places import Found
from storage.database import Tx
from storage.open import open_database
from storage.records import Request
from storage.rows import as_record

FEW = 1_000
"""Requests in the database, at first."""
OPEN = 50
"""One request in so many is open."""
SAMPLES = 400
AT_ONCE = 20_000
STRIDE = 7919  # a prime, so that neighbours in number are none in place
KIBIBYTE = 1024  # in which Linux counts
SECONDS, MEGABYTES = 60.0, 500.0
ADDRESS, LOCATION, DECISION = 2.0, 0.1, 2.0  # milliseconds
SIZES: dict[str, Callable[[], Community]] = {
    "street office": lambda: community(STREET, people=1_300, dedicated=36),
    "city": lambda: community(CITY, people=20_000),
}


@dataclass(frozen=True, slots=True)
class Import:
    """Seconds, and most megabytes of a million bytes."""

    seconds: float
    peak: float


async def measure(rounds: int, many: int, folder: Path, say: Callable[[str], None]) -> str:
    """Two tables: the imports, and what a request takes with `FEW` and with `many` requests there."""
    imports, rows = [], []
    for size, make in SIZES.items():
        made = make()
        home = folder / size.replace(" ", "-")
        made.write(home)
        found = [await _import(home, home / f"{number}.db") for number in range(rounds)]
        say(f"{size}: imported in {median(each.seconds for each in found):.1f} s")
        imports.append(_import_row(size, made, found))
        url = f"sqlite:///{home / '0.db'}"
        for count in (FEW, many):
            await _fill(url, count)
            say(f"{size}: {count} requests are there")
            rows.append([size, f"{count:,}", *await _takes(url, made, rounds)])
    head = ("import", "grids", "people", "seconds", "lowest–highest", "most MB", "target")
    heads = ("milliseconds", "requests", "typed address", "misspelt", "location", "routing", "target")
    return f"{table.markdown(head, imports)}\n\n{table.markdown(heads, rows)}"


async def _import(folder: Path, database: Path) -> Import:
    """`redvest import` as an operator runs it, into a new database."""

    return await asyncio.to_thread(_run, folder, database)


def _run(folder: Path, database: Path) -> Import:
    log = folder / "import.log"
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - ours
            (sys.executable, "-m", "bot", "import", str(folder)),
            cwd=folder,
            env=environment("", way="polling", database=f"sqlite:///{database}"),
            stdout=output,
            stderr=output,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failure(f"the import failed: {log.read_text(errors='replace').strip()}")
    return Import(time.perf_counter() - began, usage.ru_maxrss * KIBIBYTE / 1e6)


async def _fill(url: str, count: int) -> None:
    """Bring the number of requests up to `count`, one in `OPEN` open with the leader of its place."""
    database = await open_database(url)
    try:
        there = await database.read(_how_many)
        for first in range(there, count, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, count))
            await database.transact(partial(_add, numbers=numbers))
    finally:
        await database.close()


async def _how_many(tx: Tx) -> int:
    row = await tx.one("SELECT count(*) AS count FROM requests")
    return int(row["count"]) if row else 0


async def _add(tx: Tx, numbers: range) -> None:
    """Requests spread over those grids that have a leader."""
    posts = await tx.all("SELECT person_id, grid_id FROM posts WHERE role = 'leader' ORDER BY id")
    now = datetime.now(UTC)
    rows = []
    for number in numbers:
        post = posts[number * STRIDE % len(posts)]
        rows.append(
            {
                "number": f"B{number:07d}",
                "resident": posts[0]["person_id"],
                "grid": post["grid_id"],
                "status": "accepted" if number % OPEN == 0 else "closed",
                "responsible": post["person_id"],
                "at": now - timedelta(minutes=number),
            }
        )
    await tx.many(
        """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, responsible_id,
                                 responsible_grid_id, created_at)
           VALUES (:number, :resident, :grid, '下水道堵了', 'normal', :status, :responsible, :grid, :at)""",
        rows,
    )


@dataclass(frozen=True, slots=True)
class Question:
    """What a resident gives, of one place in the community."""

    address: str
    misspelt: str
    longitude: float
    latitude: float
    code: str


def _questions(made: Community) -> list[Question]:
    """Places all over the community, as people write them."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    by_code = {place.code: place for place in made.places}
    return [_question(place, by_code, chance) for place in chance.choices(made.places[1:], k=SAMPLES)]


def _question(place: Place, by_code: dict[str, Place], chance: random.Random) -> Question:
    path = [place]
    while path[-1].parent:
        path.append(by_code[path[-1].parent])
    named = next(index for index, each in enumerate(path) if not each.level.numbered)
    name, inside = path[named].name, "".join(each.name for each in reversed(path[:named]))
    slip = chance.randrange(len(name))
    wrong = f"{name[:slip]}{chance.choice('之的呢们')}{name[slip + 1 :]}"
    west, south, east, north = place.box
    return Question(
        f"我家住{name}{inside}502室",
        f"{wrong}{inside}502室",
        chance.uniform(west, east),
        chance.uniform(south, north),
        place.code,
    )


async def _takes(url: str, made: Community, rounds: int) -> list[str]:
    """Milliseconds in the median of each errand, and whether all are within their targets."""
    questions = _questions(made)
    database = await open_database(url)
    try:
        found = [await database.transact(lambda tx: _round(tx, questions)) for _ in range(rounds)]
    finally:
        await database.close()
    columns = list(zip(*found, strict=True))
    limits = (ADDRESS, ADDRESS, LOCATION, DECISION)
    reached = all(median(column) < limit for column, limit in zip(columns, limits, strict=True))
    target = table.against(f"{ADDRESS:g}, {ADDRESS:g}, {LOCATION:g}, {DECISION:g}", reached=reached)
    return [*(table.middle(column, ".3f") for column in columns), target]


async def _round(tx: Tx, questions: Sequence[Question]) -> tuple[float, ...]:
    """The medians of one pass over all questions. The first of each errand goes before, unmeasured."""
    atlas, now = Atlas(), datetime.now(UTC)
    requests = await _requests(tx, questions)

    async def address(number: int) -> None:
        _there((await atlas.index(tx)).find(questions[number].address, forgiving=True))

    async def misspelt(number: int) -> None:
        (await atlas.index(tx)).find(questions[number].misspelt, forgiving=True)

    async def location(number: int) -> None:
        ground = await atlas.ground(tx)
        _there(ground.find(questions[number].longitude, questions[number].latitude) if ground else None)

    async def decision(number: int) -> None:
        await answering.decide(tx, requests[number], now)

    errands = (address, misspelt, location, decision)
    return tuple([await _median(errand, len(questions)) for errand in errands])


def _there(found: Found | None) -> None:
    if not found or not found.choices:
        raise Failure("a place was not found")


async def _median(errand: Callable[[int], Awaitable[None]], count: int) -> float:
    """Milliseconds."""
    await errand(0)
    taken = []
    for number in range(count):
        began = time.perf_counter()
        await errand(number)
        taken.append(time.perf_counter() - began)
    return median(taken) * 1000


async def _requests(tx: Tx, questions: Sequence[Question]) -> list[Request]:
    """A new request at each of the places."""
    row = await tx.one("SELECT * FROM requests ORDER BY id LIMIT 1")
    if row is None:
        raise Failure("there is no request")
    one = as_record(Request, row)
    grids = {row["code"]: row["id"] for row in await tx.all("SELECT id, code FROM grids")}
    return [replace(one, grid_id=grids[question.code]) for question in questions]


def _import_row(size: str, made: Community, found: list[Import]) -> list[str]:
    seconds, peak = [each.seconds for each in found], [each.peak for each in found]
    reached = median(seconds) < SECONDS and median(peak) < MEGABYTES
    return [
        size,
        f"{len(made.places):,}",
        f"{len(made.people):,}",
        table.middle(seconds, ".1f"),
        table.spread(seconds, ".1f"),
        table.middle(peak, ".0f"),
        table.against(f"{SECONDS:.0f} s, {MEGABYTES:.0f} MB", reached=reached),
    ]
