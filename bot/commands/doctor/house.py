"""The doctor's look at what is our own: the database, the roster in it, the policy."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.commands.doctor.finding import BROKEN, FINE, REMARK, Finding
from bot.settings import Settings
from storage import categories, coverage, groups, people
from storage.coverage import Gap
from storage.database import Database, Refusal, Tx, Unavailable
from storage.location import sqlite_path
from storage.open import open_database
from storage.records import Group

NAMED = 5


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
    """What is missing in the roster and wrong in the policy."""
    for finding in await database.read(lambda tx: _gaps(tx, now)):
        yield finding
    known = await database.read(categories.codes)
    strange = sorted(settings.policy.overrides.keys() - known)
    if strange and known:
        yield Finding(REMARK, "doctor-policy-code", {"codes": ", ".join(strange)})


async def _gaps(tx: Tx, now: datetime) -> list[Finding]:
    grids = await coverage.count_grids(tx)
    if not grids:
        return [Finding(REMARK, "doctor-no-grids")]
    findings = [Finding(FINE, "doctor-grids", {"count": grids})]
    for key, gap in (
        ("doctor-vacant", await coverage.vacant_grids(tx, now, named=NAMED)),
        ("doctor-unlinked", await coverage.unlinked_people(tx, now, named=NAMED)),
        ("doctor-unreachable", await coverage.unreachable_people(tx, now, named=NAMED)),
    ):
        if gap.how_many:
            findings.append(Finding(REMARK, key, {"count": gap.how_many, "names": _some(gap)}))
    if not await people.administrators(tx, now):
        findings.append(Finding(REMARK, "doctor-no-admin"))
    return findings


def _some(gap: Gap) -> str:
    more = " …" if gap.how_many > len(gap.names) else ""
    return ", ".join(gap.names) + more
