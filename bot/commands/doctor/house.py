"""The doctor's look at what is our own: the database, the roster in it, the policy."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.commands.doctor.finding import BROKEN, FINE, REMARK, Finding
from bot.dispatch import coverage
from bot.dispatch.boundaries import BoundaryError, parse
from bot.dispatch.gridtree import Tree
from bot.dispatch.ground import Ground
from bot.settings import Settings
from storage import categories, grids, groups
from storage import coverage as stored_coverage
from storage.coverage import Line
from storage.database import Database, Refusal, Tx, Unavailable
from storage.location import sqlite_path
from storage.open import open_database
from storage.records import Grid, Group

NAMED = 5
LOOKED_AT, TELLING = 50, 10
"""Of so many locations at most, and at least, it is said that half or more lie elsewhere."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The database, if it could be opened, and the groups that are bound in it."""

    finding: Finding
    database: Database | None = None
    groups: tuple[Group, ...] = ()


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Opened]:
    """Open the database, if there is one; it is brought to the newest revision, as by any command."""
    path = sqlite_path(settings.database_url)
    if path is not None and not path.exists():
        yield Opened(Finding(REMARK, "doctor-database-none", {"path": str(path)}))
        return
    try:
        database = await open_database(settings.database_url)
    except (Refusal, Unavailable) as error:
        yield Opened(Finding(BROKEN, "doctor-database-closed", {"error": str(error)}))
        return
    try:
        yield await _look_into(database)
    finally:
        await database.close()


async def _look_into(database: Database) -> Opened:
    try:
        await database.transact(lambda tx: tx.run("UPDATE grids SET name = name WHERE id = -1"))
        bound = await database.read(groups.everywhere)
    except Unavailable as error:
        return Opened(Finding(BROKEN, "doctor-database-unwritable", {"error": str(error)}))
    return Opened(Finding(FINE, "doctor-database"), database, tuple(bound))


async def examine(database: Database, settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    """What is missing or cannot be used in the roster, and wrong in the policy."""
    for finding in await database.read(lambda tx: _gaps(tx, now)):
        yield finding
    tree = await database.read(grids.everywhere)
    sent = await database.read(lambda tx: stored_coverage.located(tx, LOOKED_AT))
    for finding in (*_unusable(tree), *_astray(tree, sent)):
        yield finding
    known = await database.read(categories.codes)
    strange = sorted(settings.policy.overrides.keys() - known)
    if strange and known:
        yield Finding(REMARK, "doctor-policy-code", {"codes": ", ".join(strange)})


async def _gaps(tx: Tx, now: datetime) -> list[Finding]:
    found = await coverage.look(tx, None, now, named=NAMED)
    if not found.grids:
        return [Finding(REMARK, "doctor-no-grids")]
    findings = [Finding(FINE, "doctor-grids", {"count": found.grids})]
    # Of groups Telegram itself is asked.
    gaps = [missing for missing in found.missing if missing.gap is not coverage.Gap.MUTED]
    return findings + [
        Finding(REMARK, f"doctor-{missing.gap}", {"count": missing.how_many, "names": _some(missing)})
        for missing in gaps
    ]


def _unusable(tree: list[Grid]) -> list[Finding]:
    """Boundaries that were imported before they were looked at as closely as now: locations pass them by."""
    names = [f"{grid.name} ({grid.code})" for grid in tree if grid.boundary and not _holds(grid.boundary)]
    if not names:
        return []
    said = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    return [Finding(REMARK, "doctor-boundaries", {"count": len(names), "names": said})]


def _astray(grids: list[Grid], sent: list[tuple[float, float, int]]) -> list[Finding]:
    """Boundaries that were drawn on a map that shifts places: what residents send lies beside them."""
    ground = Ground.of(Tree.of(grids)[0], grids) if len(sent) >= TELLING else None
    off, looked_at = ground.astray(sent) if ground else (0, 0)
    if looked_at < TELLING or 2 * off < looked_at:
        return []
    return [Finding(REMARK, "doctor-astray", {"off": str(off), "count": looked_at})]


def _holds(boundary: str) -> bool:
    try:
        parse(boundary)
    except BoundaryError:
        return False
    return True


def _some(missing: coverage.Missing) -> str:
    """The first names. Of what is told by the grid around it, those of several grids."""
    names = [name for line in missing.lines for name in line.names or (_called(line),)][:NAMED]
    return ", ".join(names) + (" …" if missing.how_many > len(names) else "")


def _called(line: Line) -> str:
    """The name; of a grid without a group with the code that binds one."""
    return f"{line.name} ({line.code})" if line.code else line.name
