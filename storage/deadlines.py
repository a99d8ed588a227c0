"""Running clocks as rows: they stand here exactly as long as they run."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from storage.database import Tx, from_millis
from storage.records import Clock, Deadline
from storage.rows import as_json, as_record, maybe


async def set_one(
    tx: Tx,
    *,
    request_id: int,
    task_id: int | None,
    clock: Clock,
    part: float,
    level: int,
    due_at: datetime,
    policy: Mapping[str, Any],
) -> None:
    """Set one moment of a clock, in place of the same moment set before."""
    await tx.run(
        """INSERT INTO deadlines (request_id, task_id, clock, part, level, due_at, policy)
           VALUES (:request_id, :task_id, :clock, :part, :level, :due_at, :policy)
           ON CONFLICT (request_id, coalesce(task_id, 0), clock, part)
           DO UPDATE SET level = :level, due_at = :due_at, policy = :policy""",
        request_id=request_id,
        task_id=task_id,
        clock=clock,
        part=part,
        level=level,
        due_at=due_at,
        policy=as_json(policy),
    )


async def stop(tx: Tx, *, request_id: int, clocks: Collection[Clock], task_id: int | None = None) -> None:
    """These clocks of the request, or of one task, run no longer."""
    for clock in clocks:
        of_task = "" if task_id is None else " AND task_id = :task_id"
        values = {} if task_id is None else {"task_id": task_id}
        await tx.run(
            f"DELETE FROM deadlines WHERE request_id = :id AND clock = :clock{of_task}",
            id=request_id,
            clock=clock,
            **values,
        )


async def due(tx: Tx, now: datetime, limit: int) -> list[int]:
    """The ids of what is due now or was, the oldest first."""
    rows = await tx.all(
        "SELECT id FROM deadlines WHERE due_at <= :now ORDER BY due_at, id LIMIT :limit", now=now, limit=limit
    )
    return [row["id"] for row in rows]


async def next_after(tx: Tx, after: datetime) -> tuple[datetime, str] | None:
    """The next moment after this one at which something is due, and the number of the request it watches."""
    row = await tx.one(
        """SELECT d.due_at, r.number FROM deadlines d JOIN requests r ON r.id = d.request_id
           WHERE d.due_at > :after ORDER BY d.due_at LIMIT 1""",
        after=after,
    )
    return None if row is None else (from_millis(row["due_at"]), row["number"])


async def take(tx: Tx, deadline_id: int) -> Deadline | None:
    """Remove a row and give it; None if it no longer stands."""
    row = await tx.one("DELETE FROM deadlines WHERE id = :id RETURNING *", id=deadline_id)
    return maybe(Deadline, row)


async def put_off(tx: Tx, deadline_id: int, until: datetime) -> None:
    await tx.run("UPDATE deadlines SET due_at = :until WHERE id = :id", until=until, id=deadline_id)


async def end_of(tx: Tx, *, request_id: int, clock: Clock, task_id: int | None = None) -> datetime | None:
    """When a running clock ends; None if it does not run."""
    row = await tx.one(
        """SELECT * FROM deadlines WHERE request_id = :id AND clock = :clock
           AND coalesce(task_id, 0) = :task AND part = 1""",
        id=request_id,
        clock=clock,
        task=task_id or 0,
    )
    return None if row is None else as_record(Deadline, row).due_at


async def later_parts(tx: Tx, *, request_id: int, clock: Clock, part: float) -> list[datetime]:
    """When the moments after `part` of the same clock are due, the next first."""
    rows = await tx.all(
        """SELECT due_at FROM deadlines WHERE request_id = :id AND clock = :clock AND part > :part
           ORDER BY part""",
        id=request_id,
        clock=clock,
        part=part,
    )
    return [from_millis(row["due_at"]) for row in rows]
