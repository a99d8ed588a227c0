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
ON_LEAVE = "{of}.ended_at IS NULL AND {of}.since <= :now AND {of}.until > :now"
QUOTED = r"""'"' || replace(replace(o.organisation, '\', '\\'), '"', '\"') || '"'"""
"""The organisation's name as it stands in JSON."""
NAMED = f"""(o.organisation IS NOT NULL AND EXISTS (
    SELECT 1 FROM categories WHERE first <> '{{}}' AND ended_at IS NULL
        AND replace(first, {QUOTED}, '') <> first))"""
"""A post of an organisation that a category names as the first."""
ANSWERS = f"(o.role IN {ROLES} OR {NAMED})"
"""A post for a grid with which one can be asked to answer."""
MOST_OF_ONE = 20
"""How many people of an organisation are looked at: at the nearest place where anybody can be asked those
with the least to do; if nobody can be asked anywhere, some of them for the reason."""
AT_WORK = """status IN ('assigned', 'accepted')
    AND status IN ('assigned', 'accepted', 'resolved') /* as the index says it */"""
"""A request that the one responsible is to answer or to solve."""


HAS_A_POST = f"""EXISTS (SELECT 1 FROM posts d
    WHERE d.person_id = {{who}} AND (d.role = 'admin' OR d.role IN {ROLES})
    AND d.ended_at IS NULL AND (d.until IS NULL OR d.until > :now))"""
"""Without one nobody stands in."""
CAN_STAND_IN = f"""({{who}}.reachable AND {{who}}.telegram_id IS NOT NULL
    AND {HAS_A_POST.format(who="{who}.id")}
    AND NOT EXISTS (SELECT 1 FROM absences c WHERE c.person_id = {{who}}.id AND {ON_LEAVE.format(of="c")}))"""
"""Whoever was named to answer meanwhile can do so now."""


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
            AND {ON_LEAVE.format(of="a")} AND {HAS_A_POST.format(who=who)})"""


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


SELECT = f"""SELECT o.id AS post_id, o.role, o.organisation, o.grid_id, g.name AS grid,
        b.person_id AS away, b.delegate_id, p.*
    FROM {{source}} JOIN people p ON p.id = o.person_id JOIN grids g ON g.id = o.grid_id
    LEFT JOIN absences b ON b.person_id = p.id AND {ON_LEAVE.format(of="b")}"""
ON_PATH = f"""{ANCESTORS} {SELECT.format(source="up JOIN posts o ON o.grid_id = up.id")}
    WHERE o.role IN {ROLES} AND {RUNNING} ORDER BY up.depth, o.id"""
ELSEWHERE = 1_000
"""As far as no grid on a way up is."""
STANDS_IN = f"""EXISTS (SELECT 1 FROM people s WHERE s.id = b.delegate_id AND s.id <> :but
    AND {CAN_STAND_IN.format(who="s")})"""
TURN = f"""CASE WHEN p.id = :but THEN 5
    WHEN b.person_id IS NOT NULL THEN CASE WHEN {STANDS_IN} THEN 1 ELSE 2 END
    WHEN p.telegram_id IS NULL THEN 4 WHEN p.reachable THEN 0 ELSE 3 END"""
"""Whether somebody can be asked (0), or whoever stands in for them (1); for what reason not (2 and more)."""
OF_ORGANISATION = f"""{ANCESTORS}, held AS MATERIALIZED (
        SELECT o.id, o.person_id, b.delegate_id, coalesce(up.depth, {ELSEWHERE}) AS far, {TURN} AS turn
        FROM posts o JOIN people p ON p.id = o.person_id LEFT JOIN up ON up.id = o.grid_id
        LEFT JOIN absences b ON b.person_id = o.person_id AND {ON_LEAVE.format(of="b")}
        WHERE o.organisation = :name AND {RUNNING}),
    nearest AS MATERIALIZED (SELECT min(far) AS far FROM held WHERE turn <= 1),
    few AS (
        SELECT held.id, held.far, held.turn
        FROM held LEFT JOIN nearest ON nearest.far = held.far AND held.turn <= 1
        ORDER BY CASE WHEN nearest.far IS NULL THEN 1 ELSE 0 END, held.turn,
            CASE WHEN nearest.far IS NOT NULL THEN (SELECT count(*) FROM requests WHERE {AT_WORK}
                AND responsible_id = CASE held.turn WHEN 0 THEN held.person_id ELSE held.delegate_id END) END,
            held.id
        LIMIT {MOST_OF_ONE})
    {SELECT.format(source="few JOIN posts o ON o.id = few.id")}
    ORDER BY few.far, few.turn, o.id"""


async def on_path(tx: Tx, grid_id: int, now: datetime) -> list[Answerer]:
    """Who answers for the grid and for those around it by their roles, the nearest first; of one grid the
    longest in post first."""
    return await _answerers(tx, await tx.all(ON_PATH, id=grid_id, now=now), now)


async def of_organisation(tx: Tx, name: str, grid_id: int, now: datetime, *, but: int = 0) -> list[Answerer]:
    """Who has a post for an organisation, the nearest on the way up first, last those of grids elsewhere; a
    few of them, however many it has: of the nearest place where anybody but `but` can be asked those who have
    the least to do, then others.

    If nobody can be asked, those on leave come first, then whom no message reaches, then who is not linked.
    """
    return await _answerers(tx, await tx.all(OF_ORGANISATION, id=grid_id, name=name, but=but, now=now), now)


async def _answerers(tx: Tx, rows: list[Row], now: datetime) -> list[Answerer]:
    named = await delegates(tx, {row["delegate_id"] for row in rows} - {None}, now)
    return [
        Answerer(
            post_id=row["post_id"],
            role=Role(row["role"]),
            organisation=row["organisation"],
            grid_id=row["grid_id"],
            grid=row["grid"],
            person=as_record(Person, row),
            away=row["away"] is not None,
            delegate=named.get(row["delegate_id"]),
        )
        for row in rows
    ]


async def delegates(tx: Tx, ids: set[int], now: datetime) -> dict[int, Delegate]:
    """Those of these people, named to stand in, who have a post themselves still."""
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
