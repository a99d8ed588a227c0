"""Work for the worker: what needs the network or takes long."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.database import Tx
from storage.records import Job
from storage.rows import as_json, maybe


async def add(
    tx: Tx, *, kind: str, payload: Mapping[str, Any], now: datetime, not_before: datetime | None = None
) -> None:
    """Have something done, not before the moment given."""
    await tx.run(
        """INSERT INTO jobs (kind, payload, status, not_before, created_at)
           VALUES (:kind, :payload, 'pending', :not_before, :now)""",
        kind=kind,
        payload=as_json(payload),
        not_before=not_before or now,
        now=now,
    )
    tx.wake("jobs")


async def waits(tx: Tx, kind: str, payload: Mapping[str, Any]) -> bool:
    """Whether just this is still to be done."""
    row = await tx.one(
        "SELECT 1 FROM jobs WHERE status = 'pending' AND kind = :kind AND payload = :payload LIMIT 1",
        kind=kind,
        payload=as_json(payload),
    )
    return row is not None


async def next_pending(tx: Tx, now: datetime) -> Job | None:
    """The oldest that may be done now."""
    row = await tx.one(
        """SELECT * FROM jobs WHERE status = 'pending' AND not_before <= :now
           ORDER BY not_before, id LIMIT 1""",
        now=now,
    )
    return maybe(Job, row)


async def done(tx: Tx, job_id: int) -> bool:
    """Mark it done; False if somebody else already has."""
    return bool(
        await tx.run("UPDATE jobs SET status = 'done' WHERE id = :id AND status = 'pending'", id=job_id)
    )


async def failed(tx: Tx, job_id: int, *, error: str, again_at: datetime | None) -> None:
    """Note why it failed; try again then, or never (None)."""
    await tx.run(
        """UPDATE jobs SET tries = tries + 1, error = :error, status = :status, not_before = :at
           WHERE id = :id""",
        error=error,
        status="failed" if again_at is None else "pending",
        at=again_at or 0,
        id=job_id,
    )
