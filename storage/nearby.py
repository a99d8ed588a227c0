"""Who could be asked when nobody on the way up answers: people with posts on the grids around."""

from datetime import datetime
from typing import NamedTuple

from storage.answering import ON_LEAVE, RUNNING
from storage.database import Tx
from storage.grids import ANCESTORS
from storage.records import Person, Role
from storage.rows import as_record


class Nearby(NamedTuple):
    """Somebody within reach, by the nearest of their posts; `grid` and `level` are its grid's."""

    person: Person
    role: Role
    grid_id: int
    grid: str
    level: str


async def of_grid(tx: Tx, grid_id: int, now: datetime, *, limit: int) -> list[Nearby]:
    """Those who lead or staff the grid, those beside it, and those around these: the nearest first, on one
    level the leaders first. Only whom a message reaches and who is not away; each once."""
    rows = await tx.all(
        f"""{ANCESTORS}
            SELECT p.*, o.role, g.id AS grid_id, g.name AS grid, g.level
            FROM up JOIN grids g ON (g.id = up.id OR g.parent_id = up.id) AND g.ended_at IS NULL
            JOIN posts o ON o.grid_id = g.id AND o.role IN ('leader', 'deputy', 'secretary', 'staff')
            JOIN people p ON p.id = o.person_id
            WHERE {RUNNING}
              AND p.reachable AND p.telegram_id IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM absences a WHERE a.person_id = p.id
                              AND {ON_LEAVE.format(of="a")})
            ORDER BY up.depth, CASE o.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1
                                           WHEN 'secretary' THEN 2 ELSE 3 END, o.id
            LIMIT :limit""",
        id=grid_id,
        now=now,
        limit=limit,
    )
    found: dict[int, Nearby] = {}
    for row in rows:
        person, role = as_record(Person, row), Role(row["role"])
        one = Nearby(person, role, int(row["grid_id"]), row["grid"], row["level"])
        found.setdefault(one.person.id, one)
    return list(found.values())
