"""The history: one row for everything that happened to a request."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.database import Tx
from storage.records import Act, Event
from storage.rows import as_json, as_record, maybe


async def add(
    tx: Tx,
    *,
    request_id: int,
    act: Act,
    by_id: int | None,
    at: datetime,
    task_id: int | None = None,
    data: Mapping[str, Any],
) -> None:
    await tx.run(
        """INSERT INTO events (request_id, task_id, act, by_id, at, data)
           VALUES (:request_id, :task_id, :act, :by_id, :at, :data)""",
        request_id=request_id,
        task_id=task_id,
        act=act,
        by_id=by_id,
        at=at,
        data=as_json(data),
    )


async def last(tx: Tx, request_id: int, act: Act, *, at: datetime | None = None) -> Event | None:
    """The last time this happened to the request; or that at exactly this moment, of which a notice tells."""
    moment = "" if at is None else "AND at = :at"
    row = await tx.one(
        f"SELECT * FROM events WHERE request_id = :id AND act = :act {moment} ORDER BY id DESC LIMIT 1",
        id=request_id,
        act=act,
        **({} if at is None else {"at": at}),
    )
    return maybe(Event, row)


async def of_request(tx: Tx, request_id: int) -> list[Event]:
    """Everything that happened to the request, in order."""
    rows = await tx.all("SELECT * FROM events WHERE request_id = :id ORDER BY id", id=request_id)
    return [as_record(Event, row) for row in rows]
