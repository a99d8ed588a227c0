"""What lies on a desk: what a person answers for, what was escalated to them, what nobody answers for."""

from dataclasses import dataclass
from datetime import datetime

from storage.answering import RUNNING, held_now_by
from storage.database import Tx
from storage.records import RequestStatus
from storage.requests import STILL_ABOVE
from storage.rows import as_record

CARDS = "('request', 'queue', 'reminder', 'escalated', 'reopened')"
"""The kinds of cards that bring a request to those who answer."""


@dataclass(frozen=True, slots=True)
class Item:
    """One request. `due_at` is when it is to be answered or solved; None when that is past."""

    id: int
    number: str
    category_id: int | None
    grid_id: int
    status: RequestStatus
    due_at: datetime | None


async def own(tx: Tx, person_id: int) -> list[Item]:
    """What the person is to answer or to solve."""
    return await _items(
        tx,
        """r.responsible_id = :id AND r.status IN ('assigned', 'accepted')
           AND r.status IN ('assigned', 'accepted', 'resolved')  -- as the index says it""",
        id=person_id,
    )


async def escalated(tx: Tx, person_id: int, now: datetime) -> list[Item]:
    """What was escalated to the person, who still has the post for which it was, and is not theirs."""
    return await _items(
        tx,
        f"""r.id IN (SELECT s.request_id FROM supervisors s
                    WHERE s.person_id = :id AND s.level > 0 AND {STILL_ABOVE})
           AND r.status IN ('submitted', 'assigned', 'accepted')
           AND coalesce(r.responsible_id, 0) <> :id AND r.resident_id <> :id""",
        id=person_id,
        now=now,
    )


async def queue(tx: Tx, person_id: int, now: datetime) -> list[Item]:
    """What nobody answers for in the grids of which the person is staff, for an administrator anywhere, and
    for whoever stands in for one of them the same; but not what they have asked for themselves."""
    return await _items(
        tx,
        f"""r.status = 'submitted' AND r.resident_id <> :id AND r.id IN (
            WITH RECURSIVE up(request_id, id, depth) AS (
                SELECT q.id, q.grid_id, 0 FROM requests q WHERE q.status = 'submitted' AND q.grid_id > 0
                UNION ALL
                SELECT up.request_id, g.parent_id, up.depth + 1 FROM up JOIN grids g ON g.id = up.id
                WHERE g.parent_id IS NOT NULL AND up.depth < 64)
            SELECT up.request_id FROM up WHERE EXISTS (
                SELECT 1 FROM posts o WHERE {held_now_by("CAST(:id AS BIGINT)")} AND {RUNNING}
                    AND (o.role = 'admin' OR (o.role = 'staff' AND o.grid_id = up.id))))""",
        id=person_id,
        now=now,
    )


async def has_card(tx: Tx, person_id: int, request_id: int) -> bool:
    """Whether the person has a card of the request as those have it who answer, or is about to."""
    row = await tx.one(
        f"""SELECT 1 AS yes FROM cards WHERE request_id = :request_id AND person_id = :person_id
               AND kind IN {CARDS}
            UNION ALL SELECT 1 FROM outbox WHERE status = 'pending' AND request_id = :request_id
               AND person_id = :person_id AND kind IN {CARDS}""",
        request_id=request_id,
        person_id=person_id,
    )
    return row is not None


async def waiting_for_resident(tx: Tx, person_id: int) -> int:
    """How much of what the person has done the residents have yet to judge."""
    row = await tx.one(
        """SELECT count(*) AS n FROM requests
           WHERE responsible_id = :id AND status = 'resolved'
             AND status IN ('assigned', 'accepted', 'resolved')  -- as the index says it""",
        id=person_id,
    )
    return int(row["n"]) if row else 0


async def _items(tx: Tx, where: str, **values: object) -> list[Item]:
    """What is late first, then the soonest."""
    rows = await tx.all(
        f"""SELECT r.id, r.number, r.category_id, r.grid_id, r.status, d.due_at FROM requests r
            LEFT JOIN deadlines d ON d.request_id = r.id AND d.part = 1 AND d.clock IN ('answer', 'solve')
            WHERE {where}
            ORDER BY coalesce(d.due_at, 0), r.id""",
        **values,
    )
    return [as_record(Item, row) for row in rows]
