"""Leaves: who is away until when, and who answers meanwhile."""

from collections.abc import Collection
from datetime import datetime

from storage.database import Tx
from storage.records import Absence
from storage.rows import as_record, maybe

RUNNING = "ended_at IS NULL AND since <= :now AND until > :now"


async def of_person(tx: Tx, person_id: int, now: datetime) -> Absence | None:
    """The leave the person is on now."""
    row = await tx.one(f"SELECT * FROM absences WHERE person_id = :id AND {RUNNING}", id=person_id, now=now)
    return maybe(Absence, row)


async def of_people(tx: Tx, person_ids: Collection[int], now: datetime) -> dict[int, Absence]:
    """The leaves that these people are on now, by person."""
    if not person_ids:
        return {}
    values = {f"id{number}": id_ for number, id_ in enumerate(person_ids)}
    them = ", ".join(f":{name}" for name in values)
    sql = f"SELECT * FROM absences WHERE person_id IN ({them}) AND {RUNNING}"
    found = [as_record(Absence, row) for row in await tx.all(sql, now=now, **values)]
    return {absence.person_id: absence for absence in found}


async def newest_of(tx: Tx, person_id: int) -> Absence | None:
    """The last leave that the person began, over or not."""
    row = await tx.one("SELECT * FROM absences WHERE person_id = :id ORDER BY id DESC LIMIT 1", id=person_id)
    return maybe(Absence, row)


async def begin(tx: Tx, *, person_id: int, delegate_id: int | None, since: datetime, until: datetime) -> None:
    """A leave, in place of the one there may be."""
    await end(tx, person_id, since)
    await tx.run(
        """INSERT INTO absences (person_id, delegate_id, since, until)
           VALUES (:person_id, :delegate_id, :since, :until)""",
        person_id=person_id,
        delegate_id=delegate_id,
        since=since,
        until=until,
    )


async def end(tx: Tx, person_id: int, now: datetime) -> bool:
    """Back; whether there was a leave, or the rest of one that is over."""
    return bool(
        await tx.run(
            "UPDATE absences SET ended_at = :now WHERE person_id = :id AND ended_at IS NULL",
            now=now,
            id=person_id,
        )
    )


async def any_over(tx: Tx, now: datetime) -> bool:
    """Whether a leave has come to its end that is not noted as such."""
    row = await tx.one("SELECT 1 AS yes FROM absences WHERE ended_at IS NULL AND until <= :now", now=now)
    return row is not None


async def end_those_over(tx: Tx, now: datetime, *, limit: int) -> list[int]:
    """Note of some of them, at most `limit`, that they have ended; whose they were."""
    rows = await tx.all(
        """UPDATE absences SET ended_at = until WHERE id IN (
               SELECT id FROM absences WHERE ended_at IS NULL AND until <= :now LIMIT :limit)
           RETURNING person_id""",
        now=now,
        limit=limit,
    )
    return sorted(int(row["person_id"]) for row in rows)


async def delegated_to(tx: Tx, person_id: int, now: datetime) -> list[Absence]:
    """The leaves for which the person stands in now."""
    rows = await tx.all(
        f"SELECT * FROM absences WHERE delegate_id = :id AND {RUNNING} ORDER BY id", id=person_id, now=now
    )
    return [as_record(Absence, row) for row in rows]
