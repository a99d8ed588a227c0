"""Posts from which requests are answered, and who holds them on the way up from a grid."""

from dataclasses import dataclass
from datetime import datetime

from storage import absences
from storage.database import Row, Tx
from storage.grids import ANCESTORS
from storage.records import Person, Role
from storage.rows import as_record

LINE = "('leader', 'deputy', 'secretary')"
"""They answer for a grid as such."""
ROLES = "('leader', 'deputy', 'secretary', 'property', 'committee', 'staff')"
RUNNING = "o.ended_at IS NULL AND (o.until IS NULL OR o.until > :now)"
QUOTED = r"""'"' || replace(replace(o.organisation, '\', '\\'), '"', '\"') || '"'"""
"""The organisation's name as it stands in JSON."""
ANSWERS = f"""(o.role IN {ROLES} OR (o.organisation IS NOT NULL AND EXISTS (
    SELECT 1 FROM categories WHERE first <> '{{}}' AND ended_at IS NULL
        AND replace(first, {QUOTED}, '') <> first)))"""
"""A post for a grid with which one can be asked to answer: of a role, or of an organisation that a category
names as the first."""
MOST_OF_ONE = 20
"""How many people of an organisation are looked at, the nearest first."""


HAS_A_POST = f"""EXISTS (SELECT 1 FROM posts d
    WHERE d.person_id = {{who}} AND (d.role = 'admin' OR d.role IN {ROLES})
    AND d.ended_at IS NULL AND (d.until IS NULL OR d.until > :now))"""
"""Without one nobody stands in."""


def held_by(who: str, *, since: str | None = None) -> str:
    """The post `o` is the person's, or of somebody for whom they stand or stood in. `since` (a column): only
    in a leave that was not over then, and while they have a post themselves: what came to them in it stays
    with them."""
    stood_in = f"SELECT a.person_id FROM absences a WHERE a.delegate_id = {who}"
    if since:
        stood_in += f""" AND a.until > {since} AND (a.ended_at IS NULL OR a.ended_at >= {since})
            AND {HAS_A_POST.format(who=who)}"""
    return f"o.person_id IN (SELECT {who} UNION ALL {stood_in})"


def held_now_by(who: str) -> str:
    """The post `o` is the person's, or of somebody on leave for whom they stand in now."""
    return f"""o.person_id IN (SELECT {who} UNION ALL
        SELECT a.person_id FROM absences a WHERE a.delegate_id = {who}
            AND a.ended_at IS NULL AND a.since <= :now AND a.until > :now AND {HAS_A_POST.format(who=who)})"""


@dataclass(frozen=True, slots=True)
class Delegate:
    """Who answers for somebody on leave, and whether they are on leave themselves."""

    person: Person
    away: bool = False


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who holds a post now; `grid` is the name of the post's grid, `away`: they are on leave."""

    post_id: int
    role: Role
    organisation: str | None
    grid_id: int
    grid: str
    person: Person
    away: bool = False
    delegate: Delegate | None = None


SELECT = """SELECT o.id AS post_id, o.role, o.organisation, o.grid_id, g.name AS grid,
        b.person_id AS away, b.delegate_id, p.*
    FROM {source} JOIN people p ON p.id = o.person_id JOIN grids g ON g.id = o.grid_id
    LEFT JOIN absences b ON b.person_id = p.id
        AND b.ended_at IS NULL AND b.since <= :now AND b.until > :now"""
ON_PATH = f"""{ANCESTORS} {SELECT.format(source="up JOIN posts o ON o.grid_id = up.id")}
    WHERE o.role IN {ROLES} AND {RUNNING} ORDER BY up.depth, o.id"""
OF_ORGANISATION = f"""{ANCESTORS} {SELECT.format(source="posts o LEFT JOIN up ON up.id = o.grid_id")}
    WHERE o.organisation = :name AND {RUNNING}
    ORDER BY CASE WHEN up.depth IS NULL THEN 1 ELSE 0 END, up.depth,
        CASE WHEN p.reachable AND p.telegram_id IS NOT NULL THEN 0 ELSE 1 END, o.id
    LIMIT {MOST_OF_ONE}"""


async def on_path(tx: Tx, grid_id: int, now: datetime) -> list[Answerer]:
    """Who answers for the grid and for those around it by their roles, the nearest first; of one grid the
    longest in post first."""
    return await _answerers(tx, await tx.all(ON_PATH, id=grid_id, now=now), now)


async def of_organisation(tx: Tx, name: str, grid_id: int, now: datetime) -> list[Answerer]:
    """Who has a post for an organisation: the nearest on the way up first, last those of grids elsewhere; of
    equally near ones those whom a message reaches, then the longest in post."""
    return await _answerers(tx, await tx.all(OF_ORGANISATION, id=grid_id, name=name, now=now), now)


async def _answerers(tx: Tx, rows: list[Row], now: datetime) -> list[Answerer]:
    delegates = await _delegates(tx, {row["delegate_id"] for row in rows} - {None}, now)
    return [
        Answerer(
            post_id=row["post_id"],
            role=Role(row["role"]),
            organisation=row["organisation"],
            grid_id=row["grid_id"],
            grid=row["grid"],
            person=as_record(Person, row),
            away=row["away"] is not None,
            delegate=delegates.get(row["delegate_id"]),
        )
        for row in rows
    ]


async def _delegates(tx: Tx, ids: set[int], now: datetime) -> dict[int, Delegate]:
    """Those of them who have a post themselves still."""
    away = await absences.of_people(tx, ids, now)
    sql = f"SELECT * FROM people p WHERE p.id = :id AND {HAS_A_POST.format(who='p.id')}"
    rows = [await tx.one(sql, id=id_, now=now) for id_ in sorted(ids)]
    known = [as_record(Person, row) for row in rows if row]
    return {person.id: Delegate(person, person.id in away) for person in known}


async def in_line(tx: Tx, person_id: int, grid_id: int, *, as_delegate: bool) -> bool:
    """Whether the person leads the grid, or did: as its leader, deputy or secretary, or (`as_delegate`)
    standing in for one of them."""
    whose = held_by("CAST(:person_id AS BIGINT)") if as_delegate else "o.person_id = :person_id"
    row = await tx.one(
        f"SELECT 1 AS yes FROM posts o WHERE o.grid_id = :grid_id AND o.role IN {LINE} AND {whose}",
        person_id=person_id,
        grid_id=grid_id,
    )
    return row is not None
