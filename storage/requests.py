"""Requests and who supervises them."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from storage.answering import ANSWERS, AT_WORK, LINE, NAMED, RUNNING, held_by, held_now_by
from storage.database import Conflict, Tx
from storage.grids import ANCESTORS
from storage.records import Request
from storage.rows import as_record, maybe

CHANGING = (
    "status",
    "category_id",
    "grid_id",
    "unplaced",
    "urgency",
    "confidential",
    "words",
    "group_words",
    "responsible_id",
    "responsible_grid_id",
    "level",
    "reopened",
    "result",
    "confirmed",
    "version",
    "closed_at",
    "reopen_until",
    "stars",
    "comment",
)
SET = ", ".join(f"{name} = :{name}" for name in CHANGING)
ABOVE = held_by("s.person_id", since="s.told_at")
STILL_ABOVE = f"""EXISTS (SELECT 1 FROM posts o WHERE {ABOVE} AND {RUNNING}
    AND ((o.role = 'admin' AND (o.person_id = s.person_id OR s.grid_id IS NULL))
         OR (o.grid_id = s.grid_id AND o.role IN {LINE})))"""
"""The supervisor `s` has the post for which it was escalated to them, or stands in for whoever has."""
ANSWERING = held_by("r.responsible_id", since="r.created_at")


async def add(tx: Tx, request: Request) -> int | None:
    """Insert a new request (its id is ignored); the new id, or None if the number is taken."""
    row = await tx.one(
        """INSERT INTO requests (number, resident_id, category_id, grid_id, words, place_words, unplaced,
                                 urgency, confidential, status, level, reopened, version, created_at)
           VALUES (:number, :resident_id, :category_id, :grid_id, :words, :place_words, :unplaced,
                   :urgency, :confidential, :status, :level, :reopened, :version, :created_at)
           ON CONFLICT (number) DO NOTHING RETURNING id""",
        **{name: getattr(request, name) for name in NEW},
    )
    return None if row is None else int(row["id"])


NEW = (
    "number",
    "resident_id",
    "category_id",
    "grid_id",
    "words",
    "place_words",
    "unplaced",
    "urgency",
    "confidential",
    "status",
    "level",
    "reopened",
    "version",
    "created_at",
)


async def get(tx: Tx, request_id: int) -> Request | None:
    row = await tx.one("SELECT * FROM requests WHERE id = :id", id=request_id)
    return maybe(Request, row)


async def by_number(tx: Tx, number: str) -> Request | None:
    row = await tx.one("SELECT * FROM requests WHERE number = :number", number=number)
    return maybe(Request, row)


async def save(tx: Tx, request: Request, *, was: int) -> None:
    """Write what can change, if the version is still `was`; raises Conflict if it is not."""
    values = {name: value for name, value in asdict(request).items() if name in CHANGING}
    changed = await tx.run(
        f"UPDATE requests SET {SET} WHERE id = :id AND version = :was", id=request.id, was=was, **values
    )
    if not changed:
        raise Conflict(f"request {request.id} is no longer at version {was}")


async def of_resident(tx: Tx, resident_id: int) -> list[Request]:
    """All that somebody has asked for: what is not over yet first, the newest of each first."""
    rows = await tx.all(
        """SELECT * FROM requests WHERE resident_id = :who
           ORDER BY CASE WHEN status IN ('closed', 'declined', 'cancelled') THEN 1 ELSE 0 END, id DESC""",
        who=resident_id,
    )
    return [as_record(Request, row) for row in rows]


async def count_of_resident_since(tx: Tx, resident_id: int, since: datetime) -> int:
    row = await tx.one(
        "SELECT count(*) AS n FROM requests WHERE resident_id = :who AND created_at >= :since",
        who=resident_id,
        since=since,
    )
    return int(row["n"]) if row else 0


async def how_many(tx: Tx) -> int:
    """About how many there are: the newest id, which costs the same however many there are."""
    row = await tx.one("SELECT id FROM requests ORDER BY id DESC LIMIT 1")
    return int(row["id"]) if row else 0


async def queued(tx: Tx) -> list[Request]:
    """Those that wait for the administrators, oldest first."""
    rows = await tx.all("SELECT * FROM requests WHERE status = 'submitted' AND grid_id > 0 ORDER BY +id")
    return [as_record(Request, row) for row in rows]


async def queued_for(tx: Tx, person_id: int, now: datetime) -> list[Request]:
    """Those of them that could come to this person: in or below a grid for which they answer or stand in, or
    all, if that is for an organisation that may come first."""
    rows = await tx.all(
        f"""WITH RECURSIVE mine AS MATERIALIZED (
                SELECT o.grid_id, {NAMED} AS named FROM posts o
                WHERE {held_now_by("CAST(:person_id AS BIGINT)")} AND {RUNNING}
                    AND (o.role IN {LINE} OR o.role IN ('property', 'committee') OR {NAMED})),
            up(request_id, id, depth) AS (
                SELECT q.id, q.grid_id, 0 FROM requests q
                WHERE q.status = 'submitted' AND q.grid_id > 0 AND EXISTS (SELECT 1 FROM mine)
                UNION ALL
                SELECT up.request_id, g.parent_id, up.depth + 1 FROM up JOIN grids g ON g.id = up.id
                WHERE g.parent_id IS NOT NULL AND up.depth < 64)
            SELECT * FROM requests WHERE id IN (
                SELECT up.request_id FROM up
                WHERE up.id IN (SELECT grid_id FROM mine) OR EXISTS (SELECT 1 FROM mine WHERE named))
            ORDER BY +id""",
        person_id=person_id,
        now=now,
    )
    return [as_record(Request, row) for row in rows]


async def answered_by(tx: Tx, person_id: int) -> list[Request]:
    """What one person is to answer or to solve, oldest first."""
    rows = await tx.all(
        """SELECT * FROM requests WHERE responsible_id = :id AND status IN ('assigned', 'accepted')
           AND status IN ('assigned', 'accepted', 'resolved')  -- as the index says it
           ORDER BY id""",
        id=person_id,
    )
    return [as_record(Request, row) for row in rows]


async def open_without_post(tx: Tx, now: datetime, *, only: int | None = None) -> list[Request]:
    """Open requests (or `only` this one) whose one responsible no longer has the post they answer from,
    oldest first."""
    rows = await tx.all(
        f"""SELECT r.* FROM requests r
           WHERE r.status IN ('assigned', 'accepted')
             AND r.status IN ('assigned', 'accepted', 'resolved') AND r.responsible_id > 0  -- as the index
             AND NOT EXISTS (SELECT 1 FROM posts o WHERE {ANSWERING} AND {RUNNING}
                             AND ((o.role = 'admin' AND (o.person_id = r.responsible_id
                                                         OR r.responsible_grid_id IS NULL))
                                  OR (o.grid_id = r.responsible_grid_id AND {ANSWERS})))
             {_only(only)} ORDER BY +r.id""",
        now=now,
    )
    return [as_record(Request, row) for row in rows]


async def out_of_reach(tx: Tx, *, only: int | None = None) -> list[Request]:
    """Those (or `only` this one) that wait for somebody whom no message reaches, oldest first."""
    rows = await tx.all(
        f"""SELECT r.* FROM requests r JOIN people p ON p.id = r.responsible_id
           WHERE r.status IN ('assigned', 'accepted')
             AND r.status IN ('assigned', 'accepted', 'resolved') AND r.responsible_id > 0  -- as the index
             AND NOT (p.reachable AND p.telegram_id IS NOT NULL)
             {_only(only)} ORDER BY +r.id"""
    )
    return [as_record(Request, row) for row in rows]


def _only(request_id: int | None) -> str:
    return "" if request_id is None else f"AND r.id = {int(request_id)}"


async def supervise(
    tx: Tx, *, request_id: int, person_id: int, grid_id: int | None, level: int, now: datetime
) -> bool:
    """Note that the request was escalated to a person, or (level 0) that they were told of it from the first,
    as others answer first; whether they were not told so before."""
    return bool(
        await tx.run(
            """INSERT INTO supervisors (request_id, person_id, grid_id, level, told_at)
               VALUES (:request_id, :person_id, :grid_id, :level, :now)
               ON CONFLICT (request_id, person_id) DO UPDATE
               SET grid_id = excluded.grid_id, level = excluded.level, told_at = excluded.told_at
               WHERE supervisors.level = 0 AND excluded.level > 0""",
            request_id=request_id,
            person_id=person_id,
            grid_id=grid_id,
            level=level,
            now=now,
        )
    )


async def supervisors(tx: Tx, request_id: int) -> list[tuple[int, int | None]]:
    """(person, grid they answer for) of everybody it was escalated to, in order."""
    rows = await tx.all(
        "SELECT person_id, grid_id FROM supervisors WHERE request_id = :id AND level > 0 ORDER BY level, id",
        id=request_id,
    )
    return [(row["person_id"], row["grid_id"]) for row in rows]


async def keep_supervisors_around(tx: Tx, request_id: int, grid_id: int) -> None:
    """It is in this grid: who was told of it for one that is not around it has to do with it no longer."""
    await tx.run(
        f"""{ANCESTORS} DELETE FROM supervisors WHERE request_id = :request_id AND grid_id IS NOT NULL
            AND grid_id NOT IN (SELECT id FROM up)""",
        id=grid_id,
        request_id=request_id,
    )


async def told_at_level(tx: Tx, request_id: int, person_id: int, now: datetime) -> int | None:
    """At which level the request was escalated to the person, who still has the post for which it was; 0:
    they were told of it from the first; None: they were not told."""
    row = await tx.one(
        f"""SELECT s.level FROM supervisors s WHERE s.request_id = :request_id AND s.person_id = :person_id
             AND {STILL_ABOVE}""",
        request_id=request_id,
        person_id=person_id,
        now=now,
    )
    return None if row is None else int(row["level"])


async def at_work(tx: Tx, person_ids: Collection[int]) -> dict[int, int]:
    """How many requests each of these people has to answer or to solve."""
    if not person_ids:
        return {}
    values = {f"id{number}": id_ for number, id_ in enumerate(person_ids)}
    rows = await tx.all(
        f"""SELECT responsible_id, count(*) AS n FROM requests
            WHERE responsible_id IN ({", ".join(f":{name}" for name in values)})
              AND {AT_WORK}
            GROUP BY responsible_id""",
        **values,
    )
    return {int(row["responsible_id"]): int(row["n"]) for row in rows}
