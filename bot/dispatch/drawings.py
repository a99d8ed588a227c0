"""Who may have posters and pictures of a grid, and what becomes of them once they are made."""

from datetime import datetime
from typing import Any, Literal

from bot.dispatch import standing
from bot.dispatch.refusals import Gone, NotYours
from storage import grids, jobs, outbox, people
from storage.database import Tx
from storage.records import Lane, Role

SERVING = standing.LEADING | {Role.STAFF}

Drawing = Literal["posters", "grid-picture"]
"""The kind of the worker's job."""


async def order(tx: Tx, kind: Drawing, *, person_id: int, grid_id: int, now: datetime) -> None:
    """Have it made, and sent to the person. Raises Gone, or NotYours for who has no post there."""
    grid = await grids.get(tx, grid_id)
    if grid is None:
        raise Gone
    if not await standing.leads(tx, person_id, grid_id, now, roles=SERVING):
        raise NotYours
    await jobs.add(tx, kind=kind, payload={"person_id": person_id, "grid_id": grid_id}, now=now)


async def give_up(tx: Tx, payload: dict[str, Any], now: datetime) -> None:
    """It could not be made: who waits for it is told."""
    if await people.get(tx, payload["person_id"]):
        await outbox.say(
            tx,
            kind="plain",
            person_id=payload["person_id"],
            data={"text": "drawing-failed"},
            now=now,
            lane=Lane.ANSWER,
        )
