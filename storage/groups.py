"""Chats, and forum topics of chats, that serve a grid."""

from datetime import datetime

from storage.database import Tx
from storage.records import Group
from storage.rows import as_record, maybe, the


async def get(tx: Tx, group_id: int) -> Group | None:
    row = await tx.one("SELECT * FROM groups WHERE id = :id", id=group_id)
    return maybe(Group, row)


async def bound(tx: Tx, chat_id: int, thread_id: int) -> Group | None:
    """The binding of a chat, or of one of its topics."""
    row = await tx.one(
        """SELECT * FROM groups WHERE chat_id = :chat_id AND thread_id = :thread_id AND ended_at IS NULL""",
        chat_id=chat_id,
        thread_id=thread_id,
    )
    return maybe(Group, row)


async def everywhere(tx: Tx) -> list[Group]:
    """Every binding that holds."""
    rows = await tx.all("SELECT * FROM groups WHERE ended_at IS NULL ORDER BY id")
    return [as_record(Group, row) for row in rows]


async def of_grids(tx: Tx, grid_ids: list[int]) -> list[Group]:
    """The groups bound to any of the grids, in the grids' order."""
    groups: list[Group] = []
    for grid_id in grid_ids:
        rows = await tx.all(
            "SELECT * FROM groups WHERE grid_id = :id AND ended_at IS NULL ORDER BY id", id=grid_id
        )
        groups += [as_record(Group, row) for row in rows]
    return groups


async def bind(
    tx: Tx, *, chat_id: int, thread_id: int, grid_id: int, title: str, by_id: int, now: datetime
) -> int:
    """Bind a chat or topic to a grid, in place of what it was bound to; the binding's id."""
    row = await tx.one(
        """INSERT INTO groups (chat_id, thread_id, grid_id, title, bound_by, bound_at)
           VALUES (:chat_id, :thread_id, :grid_id, :title, :by_id, :now)
           ON CONFLICT (chat_id, thread_id) WHERE ended_at IS NULL
           DO UPDATE SET grid_id = :grid_id, title = :title, bound_by = :by_id, bound_at = :now
           RETURNING id""",
        chat_id=chat_id,
        thread_id=thread_id,
        grid_id=grid_id,
        title=title,
        by_id=by_id,
        now=now,
    )
    return int(the(row)["id"])


async def end(tx: Tx, group_id: int, now: datetime) -> None:
    await tx.run("UPDATE groups SET ended_at = :now WHERE id = :id", now=now, id=group_id)


async def end_chat(tx: Tx, chat_id: int, now: datetime) -> None:
    """The bot is no longer in the chat: none of its bindings hold."""
    await tx.run(
        "UPDATE groups SET ended_at = :now WHERE chat_id = :chat_id AND ended_at IS NULL",
        now=now,
        chat_id=chat_id,
    )


async def migrate(tx: Tx, *, old_chat_id: int, new_chat_id: int) -> None:
    """The group became a supergroup: its bindings follow, but for what was bound there already."""
    await tx.run(
        """UPDATE groups SET chat_id = :new WHERE chat_id = :old AND ended_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM groups there WHERE there.chat_id = :new
                           AND there.thread_id = groups.thread_id AND there.ended_at IS NULL)""",
        new=new_chat_id,
        old=old_chat_id,
    )
