"""Administrators, and the staff of a grid and of those around it: the office of what happens there; and who
stands in for those of them who are on leave."""

from datetime import datetime
from typing import NamedTuple

from storage.answering import CAN_STAND_IN, ON_LEAVE, RUNNING, held_now_by
from storage.database import Row, Tx
from storage.grids import ANCESTORS
from storage.records import Person
from storage.rows import as_record

ADMINS = f"SELECT o.person_id FROM posts o WHERE o.role = 'admin' AND {RUNNING}"
STAFF = f"""SELECT o.person_id FROM up JOIN posts o ON o.grid_id = up.id AND o.role = 'staff'
    WHERE {RUNNING}"""
AWAY = f"EXISTS (SELECT 1 FROM absences c WHERE c.person_id = p.id AND {ON_LEAVE.format(of='c')})"
REACHED = "p.reachable AND p.telegram_id IS NOT NULL"
MEMBERS = f"""
    SELECT p.*, CASE WHEN {AWAY} THEN 1 ELSE 0 END AS away FROM people p
    WHERE {REACHED} AND p.id IN ({{them}})
    UNION
    SELECT p.*, 0 AS away FROM people p
    WHERE {CAN_STAND_IN.format(who="p")} AND p.id IN (
        SELECT b.delegate_id FROM absences b WHERE b.person_id IN ({{them}})
            AND {ON_LEAVE.format(of="b")})
    ORDER BY id"""
MINE = held_now_by("CAST(:person_id AS BIGINT)")


class Member(NamedTuple):
    """Somebody of an office, or who stands in for one on leave and is there; `away`: on leave."""

    person: Person
    away: bool


async def of_grid(tx: Tx, grid_id: int, now: datetime) -> list[Member]:
    """Those of the office around a grid whom a message reaches, and who stands in for those on leave."""
    them = f"{STAFF} UNION ALL {ADMINS}"
    return _members(await tx.all(f"{ANCESTORS} {MEMBERS.format(them=them)}", id=grid_id, now=now))


async def administrators(tx: Tx, now: datetime) -> list[Member]:
    """The same of the administrators alone."""
    return _members(await tx.all(MEMBERS.format(them=ADMINS), now=now))


def _members(rows: list[Row]) -> list[Member]:
    return [Member(as_record(Person, row), bool(row["away"])) for row in rows]


async def sits_in(tx: Tx, person_id: int, grid_id: int, now: datetime) -> bool:
    """Whether the person acts for the office around a grid: as its staff, or standing in for them or for an
    administrator."""
    row = await tx.one(
        f"""{ANCESTORS}
            SELECT 1 AS yes FROM posts o WHERE {RUNNING} AND {MINE}
                AND ((o.role = 'staff' AND o.grid_id IN (SELECT id FROM up))
                     OR (o.role = 'admin' AND o.person_id <> :person_id))""",
        id=grid_id,
        person_id=person_id,
        now=now,
    )
    return row is not None


async def grid_of_staff(tx: Tx, person_id: int, grid_id: int, now: datetime) -> int | None:
    """The nearest grid, this or one around it, of which the person is staff, or stands in for staff."""
    row = await tx.one(
        f"""{ANCESTORS}
            SELECT o.grid_id FROM up JOIN posts o ON o.grid_id = up.id AND o.role = 'staff'
            WHERE {MINE} AND {RUNNING} ORDER BY up.depth LIMIT 1""",
        id=grid_id,
        person_id=person_id,
        now=now,
    )
    return None if row is None else int(row["grid_id"])
