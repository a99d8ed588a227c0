"""Who has which post where, as those see it who look after people; ended posts are left out."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from storage import grids
from storage.answering import RUNNING
from storage.database import Tx
from storage.records import Person, Role
from storage.rows import as_record, the

MANAGING = "('leader', 'deputy', 'secretary', 'staff')"
BELOW = """WITH RECURSIVE below(id) AS (
    {seed}
    UNION
    SELECT g.id FROM grids g JOIN below b ON g.parent_id = b.id WHERE g.ended_at IS NULL) """
IN_GRID = "SELECT CAST(:grid_id AS BIGINT)"
WHERE_MANAGING = (
    "SELECT o.grid_id FROM posts o "
    f"WHERE o.person_id = :manager_id AND o.grid_id IS NOT NULL AND o.role IN {MANAGING} AND {RUNNING}"
)


@dataclass(frozen=True, slots=True)
class Within:
    """Whose posts are meant: those in a grid and below; or below wherever somebody manages; or all."""

    grid_id: int | None = None
    manager_id: int | None = None

    @property
    def sql(self) -> tuple[str, str]:
        """What stands before the SELECT, and the condition on the post `o`."""
        if self.grid_id is not None:
            return BELOW.format(seed=IN_GRID), f"{RUNNING} AND o.grid_id IN (SELECT id FROM below)"
        if self.manager_id is not None:
            return BELOW.format(seed=WHERE_MANAGING), f"{RUNNING} AND o.grid_id IN (SELECT id FROM below)"
        return "", RUNNING

    @property
    def values(self) -> dict[str, object]:
        if self.grid_id is not None:
            return {"grid_id": self.grid_id}
        return {} if self.manager_id is None else {"manager_id": self.manager_id}


class Counts(NamedTuple):
    """How many people, and how many of them have no account, or one that no message reaches."""

    people: int
    unlinked: int
    unreachable: int


@dataclass(frozen=True, slots=True)
class Office:
    """A post in words: `grid` is the grid's name, None for an administrator of the settings, `level` its
    level; `inside`: it is within what was asked for."""

    role: Role
    grid: str | None
    level: str
    organisation: str | None
    until: datetime | None
    inside: bool


async def count(tx: Tx, within: Within, now: datetime) -> Counts:
    """How many people have posts there."""
    before, where = within.sql
    row = await tx.one(
        f"""{before}SELECT count(*) AS people, count(p.telegram_id) AS linked,
                count(CASE WHEN p.telegram_id IS NOT NULL AND p.reachable THEN 1 END) AS reached
            FROM people p WHERE p.id IN (SELECT o.person_id FROM posts o WHERE {where})""",
        now=now,
        **within.values,
    )
    people, linked, reached = (int(the(row)[name]) for name in ("people", "linked", "reached"))
    return Counts(people, people - linked, linked - reached)


async def holders(tx: Tx, within: Within, now: datetime, *, limit: int, offset: int) -> list[Person]:
    """Who has a post there, those first whom no message reaches, then by name."""
    before, where = within.sql
    rows = await tx.all(
        f"""{before}SELECT p.* FROM people p WHERE p.id IN (SELECT o.person_id FROM posts o WHERE {where})
            ORDER BY CASE WHEN p.telegram_id IS NULL THEN 0 WHEN p.reachable THEN 2 ELSE 1 END, p.name, p.id
            LIMIT :limit OFFSET :offset""",
        now=now,
        limit=limit,
        offset=offset,
        **within.values,
    )
    return [as_record(Person, row) for row in rows]


async def offices(tx: Tx, person_id: int, within: Within, now: datetime) -> list[Office]:
    """The posts a person has now, those within first. It looks upward from each: what lies below a street
    may be a whole city."""
    rows = await tx.all(
        f"""SELECT o.role, o.grid_id, g.name AS grid, coalesce(g.level, '') AS level, o.organisation, o.until
            FROM posts o LEFT JOIN grids g ON g.id = o.grid_id
            WHERE o.person_id = :person_id AND {RUNNING} ORDER BY o.id""",
        person_id=person_id,
        now=now,
    )
    tops = await _tops(tx, within, now)
    found = [as_record(Office, {**row, "inside": await _lies_in(tx, row["grid_id"], tops)}) for row in rows]
    return sorted(found, key=lambda office: not office.inside)


async def _tops(tx: Tx, within: Within, now: datetime) -> set[int] | None:
    """The grids below which posts are within; None: all are."""
    if within.grid_id is not None:
        return {within.grid_id}
    if within.manager_id is None:
        return None
    rows = await tx.all(WHERE_MANAGING, now=now, **within.values)
    return {row["grid_id"] for row in rows}


async def _lies_in(tx: Tx, grid_id: int | None, tops: set[int] | None) -> bool:
    if tops is None or grid_id is None:
        return tops is None
    return any(grid.id in tops for grid in await grids.path(tx, grid_id))
