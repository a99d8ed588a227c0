"""Where nobody answers: what must be mended before requests run past it. Set by set, for a whole city too."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from storage import grids
from storage.answering import CAN_STAND_IN, ON_LEAVE, RUNNING
from storage.database import Row, Tx, from_millis

ANSWERING = "('leader', 'deputy', 'secretary')"
NARROW = "('building', 'unit', 'household')"
WITHIN_BUILDING = "('unit', 'household')"
NAMED_GRIDS = 3
"""How many grids around which the same is so are named."""


class Line(NamedTuple):
    """One thing that is missing, by its name and the grid where it is, "" where there is none. `until`: on
    leave until then. Of grids with nobody `names` are the first, of `how_many` in the grid `at`; a grid
    without a group has its `code`, to bind one by."""

    name: str
    at: str
    until: datetime | None = None
    names: tuple[str, ...] = ()
    how_many: int = 1
    code: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """How much is missing, and the first lines of it."""

    how_many: int = 0
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which grids are looked at: one with all inside it, or all there are."""

    within: int | None
    now: datetime

    @property
    def recursive(self) -> str:
        """The beginning of a statement; `scope(id)` are the grids."""
        if self.within is None:
            return "WITH RECURSIVE scope(id) AS (SELECT id FROM grids WHERE ended_at IS NULL)"
        return """WITH RECURSIVE deep(id, depth) AS (
            SELECT id, 0 FROM grids WHERE id = :within AND ended_at IS NULL
            UNION ALL SELECT g.id, d.depth + 1 FROM deep d JOIN grids g ON g.parent_id = d.id
            WHERE g.ended_at IS NULL AND d.depth < 64),
            scope(id) AS (SELECT id FROM deep)"""

    @property
    def values(self) -> dict[str, Any]:
        return {} if self.within is None else {"within": self.within}


async def count_grids(tx: Tx, scope: Scope) -> int:
    row = await tx.one(f"{scope.recursive} SELECT count(*) AS total FROM scope", **scope.values)
    return int(row["total"]) if row else 0


VACANT = f"""answered(id) AS (SELECT DISTINCT o.grid_id FROM posts o
        WHERE o.role IN {ANSWERING} AND {RUNNING} AND o.grid_id IS NOT NULL),
    manned(id) AS (SELECT u.parent_id FROM grids u WHERE u.ended_at IS NULL AND u.parent_id IS NOT NULL
        GROUP BY u.parent_id
        HAVING sum(CASE WHEN u.id IN (SELECT id FROM answered) THEN 0 ELSE 1 END) = 0),
    empty(id, parent_id, name, level, position) AS (
        SELECT g.id, g.parent_id, g.name, g.level, g.position FROM grids g
        WHERE g.id IN (SELECT id FROM scope) AND g.id NOT IN (SELECT id FROM answered)),
    vacant(id, parent_id, name, position, small) AS (
        SELECT e.id, e.parent_id, e.name, e.position, e.level IN {NARROW} FROM empty e
        LEFT JOIN grids p ON p.id = e.parent_id
        WHERE NOT (e.level IN {WITHIN_BUILDING} AND coalesce(p.level, '') IN ('building', 'unit'))
          AND NOT (e.level = 'building' AND e.id IN (SELECT id FROM manned))),
    counted AS (SELECT v.parent_id, p.name AS around, v.name, v.small,
        count(*) OVER (PARTITION BY v.small) AS total,
        count(*) OVER (PARTITION BY v.small, v.parent_id) AS many,
        row_number() OVER (PARTITION BY v.small, v.parent_id ORDER BY v.position, v.id) AS place,
        dense_rank() OVER (PARTITION BY v.small
            ORDER BY coalesce(p.position, -1), coalesce(v.parent_id, 0)) AS seat
        FROM vacant v LEFT JOIN grids p ON p.id = v.parent_id)"""


async def vacant(tx: Tx, scope: Scope, *, named: int) -> tuple[Found, Found]:
    """Grids for which nobody answers, by the grid around them: all that are wider than a building, and the
    buildings.

    A unit needs nobody where its building is there to be asked, and a building nobody where each of its units
    has somebody.
    """
    rows = await tx.all(
        f"""{scope.recursive}, {VACANT}
            SELECT * FROM counted WHERE place <= {NAMED_GRIDS:d} AND seat <= {named:d}
            ORDER BY seat, place""",
        now=scope.now,
        **scope.values,
    )
    wide, small = ([row for row in rows if bool(row["small"]) is which] for which in (False, True))
    return _by_seat(wide), _by_seat(small)


def _by_seat(rows: list[Row]) -> Found:
    together = [list(group) for _, group in groupby(rows, key=lambda row: row["seat"])]
    return _found(
        rows,
        [
            Line(
                here[0]["name"],
                here[0]["around"] or "",
                None,
                tuple(r["name"] for r in here),
                here[0]["many"],
            )
            for here in together
        ],
    )


UNLINKED = "p.telegram_id IS NULL"
UNREACHABLE = "p.telegram_id IS NOT NULL AND NOT p.reachable"
AWAY = f"""a.id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM people s WHERE s.id = a.delegate_id AND {CAN_STAND_IN.format(who="s")})"""


async def people(tx: Tx, scope: Scope, which: str, *, named: int) -> Found:
    """Those who answer for a grid and are UNLINKED, UNREACHABLE (have not started the bot, or have blocked
    it) or AWAY with nobody who stands in."""
    rows = await tx.all(
        f"""{scope.recursive}
            SELECT p.id, p.name, min(g.name) AS at, min(a.until) AS until, count(*) OVER () AS total
            FROM people p JOIN posts o ON o.person_id = p.id JOIN grids g ON g.id = o.grid_id
            LEFT JOIN absences a ON a.person_id = p.id AND {ON_LEAVE.format(of="a")}
            WHERE o.role IN {ANSWERING} AND {RUNNING} AND {which} AND g.id IN (SELECT id FROM scope)
            GROUP BY p.id, p.name ORDER BY p.id LIMIT {named:d}""",
        now=scope.now,
        **scope.values,
    )
    return _found(
        rows,
        [
            Line(row["name"], row["at"], None if row["until"] is None else from_millis(row["until"]))
            for row in rows
        ],
    )


async def without_group(tx: Tx, scope: Scope, *, named: int) -> Found:
    """Grids wider than a building with no group of their own or around them, and none inside: one for the
    whole of it is missing."""
    rows = await tx.all(
        f"""{scope.recursive},
            wide(id, parent_id) AS (SELECT id, parent_id FROM grids
                WHERE ended_at IS NULL AND level NOT IN {NARROW}),
            bound(id, parent_id) AS (SELECT id, parent_id FROM wide
                WHERE id IN (SELECT grid_id FROM groups WHERE ended_at IS NULL)),
            inside(id) AS (SELECT id FROM bound
                UNION SELECT g.id FROM inside i JOIN grids g ON g.parent_id = i.id WHERE g.ended_at IS NULL
                AND g.level NOT IN {NARROW}),
            around(id) AS (SELECT parent_id FROM bound WHERE parent_id IS NOT NULL
                UNION SELECT g.parent_id FROM around r JOIN grids g ON g.id = r.id
                WHERE g.parent_id IS NOT NULL),
            served(id) AS (SELECT id FROM inside UNION SELECT id FROM around)
            SELECT g.name, g.code, coalesce(p.name, '') AS at, count(*) OVER () AS total
            FROM wide w JOIN grids g ON g.id = w.id LEFT JOIN grids p ON p.id = w.parent_id
            WHERE w.id IN (SELECT id FROM scope) AND w.id NOT IN (SELECT id FROM served)
              AND (w.parent_id IS NULL OR w.id = :top OR w.parent_id IN (SELECT id FROM served))
            ORDER BY g.position, g.id LIMIT {named:d}""",
        top=scope.within or 0,
        **scope.values,
    )
    return _found(rows, [Line(row["name"], row["at"], code=row["code"]) for row in rows])


async def muted_groups(tx: Tx, scope: Scope, *, named: int) -> Found:
    """Bound groups in which the bot may not write."""
    rows = await tx.all(
        f"""{scope.recursive}
            SELECT b.title AS name, g.name AS at, count(*) OVER () AS total FROM groups b
            JOIN grids g ON g.id = b.grid_id
            WHERE b.ended_at IS NULL AND b.muted_at IS NOT NULL AND g.id IN (SELECT id FROM scope)
            ORDER BY b.id LIMIT {named:d}""",
        **scope.values,
    )
    return _named(rows)


async def groups_adrift(tx: Tx, scope: Scope, *, named: int) -> Found:
    """Groups whose grid has been taken out of the tree: nothing is offered there any more but what is open
    there still. Of a part those whose grid was inside."""
    inside = "AND b.id IN (SELECT group_id FROM adrift WHERE id IN (SELECT id FROM scope))"
    rows = await tx.all(
        f"""{scope.recursive},
            adrift(group_id, id) AS (
                SELECT b.id, b.grid_id FROM groups b JOIN grids g ON g.id = b.grid_id
                WHERE b.ended_at IS NULL AND g.ended_at IS NOT NULL
                UNION SELECT a.group_id, g.parent_id FROM adrift a JOIN grids g ON g.id = a.id
                WHERE g.ended_at IS NOT NULL AND g.parent_id IS NOT NULL)
            SELECT b.title AS name, g.name AS at, count(*) OVER () AS total FROM groups b
            JOIN grids g ON g.id = b.grid_id
            WHERE b.ended_at IS NULL AND g.ended_at IS NOT NULL {"" if scope.within is None else inside}
            ORDER BY b.id LIMIT {named:d}""",
        **scope.values,
    )
    return _named(rows)


async def located(tx: Tx, newest: int) -> list[tuple[float, float, int]]:
    """(longitude, latitude, grid) of the newest locations that came with requests whose grid is known."""
    rows = await tx.all(
        f"""SELECT s.longitude, s.latitude, r.grid_id FROM pieces s JOIN requests r ON r.id = s.request_id
            WHERE s.latitude IS NOT NULL AND s.longitude IS NOT NULL AND NOT r.unplaced
            ORDER BY s.id DESC LIMIT {newest:d}"""
    )
    return [(float(row["longitude"]), float(row["latitude"]), int(row["grid_id"])) for row in rows]


async def answering_first(tx: Tx) -> list[Mapping[str, str]]:
    """Who answers first for the categories that say so, by mode: roles, and organisations by name."""
    rows = await tx.all(
        "SELECT first FROM categories WHERE ended_at IS NULL AND first <> '{}' ORDER BY position, id"
    )
    return [json.loads(row["first"]) for row in rows]


async def organisations_served(tx: Tx, now: datetime) -> frozenset[str]:
    """Those on whose behalf somebody has a post."""
    rows = await tx.all(
        f"SELECT DISTINCT o.organisation FROM posts o WHERE o.organisation IS NOT NULL AND {RUNNING}", now=now
    )
    return frozenset(row["organisation"] for row in rows)


async def office(tx: Tx, now: datetime) -> list[tuple[int, int]]:
    """(person, grid) of whom a message reaches among the administrators (grid 0: all there are) and the staff
    of any grid; of the grids of one person none that lies in another of theirs."""
    rows = await tx.all(
        f"""SELECT DISTINCT p.id, CASE o.role WHEN 'admin' THEN 0 ELSE g.id END AS grid_id
            FROM posts o JOIN people p ON p.id = o.person_id LEFT JOIN grids g ON g.id = o.grid_id
            WHERE (o.role = 'admin' OR (o.role = 'staff' AND g.ended_at IS NULL))
              AND {RUNNING} AND p.reachable AND p.telegram_id IS NOT NULL ORDER BY 1, 2""",
        now=now,
    )
    return [
        (int(person_id), grid_id)
        for person_id, held in groupby(rows, lambda row: row["id"])
        for grid_id in await _widest(tx, [int(row["grid_id"]) for row in held])
    ]


async def _widest(tx: Tx, grid_ids: list[int]) -> list[int]:
    """Those that lie in none of the others; all lie in 0."""
    if 0 in grid_ids:
        return [0]
    if len(grid_ids) == 1:
        return grid_ids
    around = {each: {grid.id for grid in (await grids.path(tx, each))[1:]} for each in grid_ids}
    return [each for each in grid_ids if around[each].isdisjoint(grid_ids)]


def _named(rows: list[Row]) -> Found:
    return _found(rows, [Line(row["name"], row["at"]) for row in rows])


def _found(rows: list[Row], lines: list[Line]) -> Found:
    return Found(int(rows[0]["total"]) if rows else 0, tuple(lines))
