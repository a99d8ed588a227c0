"""Administrators, and the staff of a grid and of those around it: the office of what happens there."""

from datetime import datetime

from storage.answering import RUNNING
from storage.database import Tx
from storage.grids import ANCESTORS
from storage.records import Person
from storage.rows import as_record


async def of_grid(tx: Tx, grid_id: int, now: datetime) -> list[Person]:
    """Those whom a message reaches."""
    rows = await tx.all(
        f"""{ANCESTORS}
            SELECT p.* FROM people p WHERE p.reachable AND p.telegram_id IS NOT NULL AND p.id IN (
                SELECT o.person_id FROM up JOIN posts o ON o.grid_id = up.id AND o.role = 'staff'
                WHERE {RUNNING}
                UNION ALL SELECT o.person_id FROM posts o WHERE o.role = 'admin' AND {RUNNING})
            ORDER BY p.id""",
        id=grid_id,
        now=now,
    )
    return [as_record(Person, row) for row in rows]


async def grid_of_staff(tx: Tx, person_id: int, grid_id: int, now: datetime) -> int | None:
    """The nearest grid, this or one around it, of which the person is staff."""
    row = await tx.one(
        f"""{ANCESTORS}
            SELECT o.grid_id FROM up JOIN posts o ON o.grid_id = up.id AND o.role = 'staff'
            WHERE o.person_id = :person_id AND {RUNNING} ORDER BY up.depth LIMIT 1""",
        id=grid_id,
        person_id=person_id,
        now=now,
    )
    return None if row is None else int(row["grid_id"])
