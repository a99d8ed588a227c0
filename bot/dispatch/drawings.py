"""Who may have posters and pictures of a grid, and what becomes of them once they are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.dispatch import my_grid, standing
from bot.dispatch.refusals import Gone, NotYours
from storage import files, grids, jobs, outbox, people
from storage.database import Tx
from storage.records import Lane

MAY_ORDER = {"posters": my_grid.MANAGING, "grid-picture": my_grid.SEEING}
"""The kind of the worker's job → the posts with which one may have it done, in the grid or around it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is sent: a file with a text by its key, or the text alone."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    kind: Literal["photo", "document"] = "document"
    content: bytes | None = None


async def order(
    tx: Tx, kind: Literal["posters", "grid-picture"], *, person_id: int, grid_id: int, now: datetime
) -> None:
    """Have it made, and sent to the person, once however often they tap until it is there. Raises Gone, or
    NotYours for who has no post there."""
    if await grids.get(tx, grid_id) is None:
        raise Gone
    if not await standing.leads(tx, person_id, grid_id, now, roles=MAY_ORDER[kind]):
        raise NotYours
    payload = {"person_id": person_id, "grid_id": grid_id}
    if not await jobs.waits(tx, kind, payload):
        await jobs.add(tx, kind=kind, payload=payload, now=now)


async def hand_over(tx: Tx, person_id: int, made: Made, now: datetime) -> None:
    """It is made: send it."""
    data: dict[str, Any] = {"text": made.text, **made.values}
    if made.content is None:
        await outbox.say(tx, kind="plain", person_id=person_id, data=data, now=now, lane=Lane.ANSWER)
        return
    file_id = await files.add(tx, name=made.name, kind=made.kind, content=made.content, now=now)
    data["file"] = file_id
    await outbox.say(tx, kind="file", person_id=person_id, data=data, now=now, lane=Lane.ANSWER)


async def give_up(tx: Tx, payload: dict[str, Any], now: datetime) -> None:
    """It could not be made: who waits for it is told."""
    if await people.get(tx, payload["person_id"]):
        await hand_over(tx, payload["person_id"], Made("drawing-failed"), now)
