"""What a grid holds: the grids inside, what is open in each, and who has which post there."""

from datetime import datetime
from typing import NamedTuple

from storage.answering import CAN_STAND_IN, ON_LEAVE, RUNNING
from storage.database import Tx, from_millis
from storage.records import Role

INSIDE = """WITH RECURSIVE inside(id, child, depth) AS (
    SELECT g.id, g.id, 1 FROM grids g WHERE g.parent_id = :id AND g.ended_at IS NULL
    UNION ALL
    SELECT g.id, i.child, i.depth + 1 FROM inside i JOIN grids g ON g.parent_id = i.id
    WHERE g.ended_at IS NULL AND i.depth < 64)"""
BUSY = """busy(grid_id, many) AS (
    SELECT grid_id, count(*) FROM requests WHERE status = 'submitted' GROUP BY grid_id
    UNION ALL
    SELECT grid_id, count(*) FROM requests
    WHERE status IN ('assigned', 'accepted', 'resolved')  -- as the index says it
      AND status <> 'resolved' GROUP BY grid_id)"""
"""How much is open, by grid; found by the indexes of what is open."""
OWN = 0
"""Stands for the grid itself where its children are counted."""


class Holder(NamedTuple):
    """Somebody with a post. `away_until`: on leave until then; `stand_in`: who answers meanwhile, "" where
    nobody does."""

    grid_id: int
    role: Role
    name: str
    linked: bool
    reachable: bool
    away_until: datetime | None
    stand_in: str


async def levels(tx: Tx, grid_id: int) -> list[tuple[str, int]]:
    """How many grids of each level lie inside, the wide ones first."""
    rows = await tx.all(
        f"""{INSIDE} SELECT g.level, count(*) AS many FROM inside i JOIN grids g ON g.id = i.id
            GROUP BY g.level ORDER BY min(i.depth), g.level""",
        id=grid_id,
    )
    return [(row["level"], int(row["many"])) for row in rows]


async def open_requests(tx: Tx, grid_id: int) -> dict[int, int]:
    """How many requests are not done yet, in each child with all inside it, and in the grid itself (OWN)."""
    rows = await tx.all(
        f"""{INSIDE}, {BUSY}
            SELECT i.child AS child, sum(b.many) AS many FROM busy b JOIN inside i ON i.id = b.grid_id
            GROUP BY i.child
            UNION ALL SELECT {OWN:d}, sum(b.many) FROM busy b WHERE b.grid_id = :id""",
        id=grid_id,
    )
    return {int(row["child"]): int(row["many"]) for row in rows if row["many"]}


async def roster(tx: Tx, grid_id: int, now: datetime) -> list[Holder]:
    """The posts on the grid and on its children, but for volunteers and members; who answers first, first."""
    rows = await tx.all(
        f"""SELECT o.grid_id, o.role, p.name, p.telegram_id, p.reachable, a.until, s.name AS stand_in
           FROM posts o
           JOIN people p ON p.id = o.person_id
           LEFT JOIN absences a ON a.person_id = p.id AND {ON_LEAVE.format(of="a")}
           LEFT JOIN people s ON s.id = a.delegate_id AND {CAN_STAND_IN.format(who="s")}
           WHERE o.grid_id IN (SELECT id FROM grids WHERE (id = :id OR parent_id = :id) AND ended_at IS NULL)
             AND o.role NOT IN ('volunteer', 'member')
             AND {RUNNING}
           ORDER BY CASE o.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 WHEN 'secretary' THEN 2
                WHEN 'staff' THEN 3 ELSE 4 END, o.id""",
        id=grid_id,
        now=now,
    )
    return [
        Holder(
            int(row["grid_id"]),
            Role(row["role"]),
            row["name"],
            row["telegram_id"] is not None,
            bool(row["reachable"]),
            None if row["until"] is None else from_millis(row["until"]),
            row["stand_in"] or "",
        )
        for row in rows
    ]
