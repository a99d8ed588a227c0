"""People named by their ids inside JSON: in the history, in what is still to be said, in open questions."""

import json
from collections.abc import Collection
from typing import Any

from storage.database import Tx
from storage.rows import as_json

MENTIONS: tuple[tuple[str, str, frozenset[str]], ...] = (
    # A correction is from one place or kind to another, an escalation is told with the grid it comes from.
    ("events", "act <> 'correct'", frozenset({"to", "from", "for", "instead", "past", "person"})),
    ("outbox", "status = 'pending'", frozenset({"for", "person"})),
    ("prompts", "kind = 'reassign'", frozenset({"person"})),
)
"""Table, which of its rows, and the keys of their `data` under which the id or ids are those of people."""
THEIRS = """AND request_id IN (
    SELECT id FROM requests WHERE resident_id = :from_id UNION ALL
    SELECT t.request_id FROM claims c JOIN tasks t ON t.id = c.task_id WHERE c.person_id = :from_id)"""


async def rename(tx: Tx, *, from_id: int, to_id: int) -> None:
    """Wherever the one is named, name the other. Of somebody who ever had a post this reads all of the
    history; others are named only in that of what they asked for or helped with."""
    had_a_post = await tx.one("SELECT 1 AS yes FROM posts WHERE person_id = :id LIMIT 1", id=from_id)
    for table, which, keys in MENTIONS:
        narrow = table == "events" and not had_a_post
        rows = await tx.all(
            f"""SELECT id, data FROM {table} WHERE {which} {THEIRS if narrow else ""}
                AND (data LIKE :alone OR data LIKE :first OR data LIKE :later)""",
            alone=f"%:{from_id}_%",
            first=f"%[{from_id}_%",
            later=f"%,{from_id}_%",
            **({"from_id": from_id} if narrow else {}),
        )
        said = [(row["id"], _renamed(json.loads(row["data"]), keys, from_id, to_id)) for row in rows]
        await tx.many(
            f"UPDATE {table} SET data = :data WHERE id = :id",
            [{"id": id_, "data": as_json(data)} for id_, data in said],
        )


def _renamed(data: dict[str, Any], keys: Collection[str], from_id: int, to_id: int) -> dict[str, Any]:
    def new(value: Any) -> Any:
        if isinstance(value, list):
            row = [new(each) for each in value]
            return [each for at, each in enumerate(row) if each != to_id or each not in row[:at]]
        return to_id if value == from_id else value

    return {key: new(value) if key in keys else value for key, value in data.items()}
