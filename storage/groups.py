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


async def of_chat(tx: Tx, chat_id: int) -> list[Group]:
    """The bindings of a chat and of its topics that hold."""
    rows = await tx.all(
        "SELECT * FROM groups WHERE chat_id = :chat_id AND ended_at IS NULL ORDER BY id", chat_id=chat_id
    )
    return [as_record(Group, row) for row in rows]


async def last_of(tx: Tx, chat_id: int, thread_id: int | None = None) -> Group | None:
    """The newest binding of a chat (or of this topic of it), whether it still holds or not."""
    row = await tx.one(
        f"""SELECT * FROM groups WHERE chat_id = :chat_id {"" if thread_id is None else "AND thread_id = :at"}
           ORDER BY id DESC LIMIT 1""",
        chat_id=chat_id,
        **({} if thread_id is None else {"at": thread_id}),
    )
    return maybe(Group, row)


REACH = """WITH RECURSIVE
    own(role, grid_id) AS (
        SELECT role, grid_id FROM posts WHERE person_id = :person_id AND ended_at IS NULL
        AND (until IS NULL OR until > :now)),
    up(id) AS (
        SELECT grid_id FROM own WHERE grid_id IS NOT NULL
        UNION SELECT g.parent_id FROM grids g JOIN up ON g.id = up.id WHERE g.parent_id IS NOT NULL),
    down(id) AS (
        SELECT grid_id FROM own WHERE grid_id IS NOT NULL
        UNION SELECT g.id FROM grids g JOIN down ON g.parent_id = down.id)
    SELECT s.* FROM groups s WHERE s.ended_at IS NULL AND (
        s.grid_id IN (SELECT id FROM up) OR s.grid_id IN (SELECT id FROM down)
        OR EXISTS (SELECT 1 FROM own WHERE role = 'admin')
        OR s.chat_id IN (SELECT b.chat_id FROM claims c JOIN tasks t ON t.id = c.task_id
                         JOIN groups b ON b.id = t.group_id WHERE c.person_id = :person_id))
    ORDER BY s.id"""


async def in_reach(tx: Tx, person_id: int, now: datetime) -> list[Group]:
    """The groups whose tasks a person may take from outside: of grids around or inside one where they have a
    post (for administrators of any), and those in which they have taken a task before."""
    rows = await tx.all(REACH, person_id=person_id, now=now)
    return [as_record(Group, row) for row in rows]


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
    tx: Tx,
    *,
    chat_id: int,
    thread_id: int,
    grid_id: int,
    title: str,
    by_id: int,
    now: datetime,
    topic: str = "",
) -> int:
    """Bind a chat or topic to a grid, in place of what it was bound to; the binding's id. The language that
    was chosen there stays."""
    before = await last_of(tx, chat_id, thread_id)
    row = await tx.one(
        """INSERT INTO groups (chat_id, thread_id, grid_id, title, topic, language, bound_by, bound_at)
           VALUES (:chat_id, :thread_id, :grid_id, :title, :topic, :language, :by_id, :now)
           ON CONFLICT (chat_id, thread_id) WHERE ended_at IS NULL
           DO UPDATE SET grid_id = :grid_id, title = :title, topic = :topic, bound_by = :by_id,
               bound_at = :now, muted_at = NULL
           RETURNING id""",
        chat_id=chat_id,
        thread_id=thread_id,
        grid_id=grid_id,
        title=title,
        topic=topic,
        language=before and before.language,
        by_id=by_id,
        now=now,
    )
    return int(the(row)["id"])


async def set_language(tx: Tx, group_id: int, language: str) -> None:
    await tx.run("UPDATE groups SET language = :language WHERE id = :id", language=language, id=group_id)


async def rename(tx: Tx, chat_id: int, title: str) -> None:
    """The chat calls itself otherwise now, all its topics with it."""
    await tx.run(
        "UPDATE groups SET title = :title WHERE chat_id = :chat_id AND ended_at IS NULL",
        title=title,
        chat_id=chat_id,
    )


async def rename_topic(tx: Tx, chat_id: int, thread_id: int, topic: str) -> None:
    """One of its topics is called otherwise now."""
    await tx.run(
        """UPDATE groups SET topic = :topic
           WHERE chat_id = :chat_id AND thread_id = :thread_id AND ended_at IS NULL""",
        topic=topic,
        chat_id=chat_id,
        thread_id=thread_id,
    )


async def set_muted(tx: Tx, group_id: int, since: datetime | None) -> None:
    """Since when the bot may not write there; None: it may."""
    await tx.run("UPDATE groups SET muted_at = :since WHERE id = :id", since=since, id=group_id)


async def leave_topic(tx: Tx, group: Group) -> bool:
    """The topic is no more: bind the chat itself in its place; False if that is bound already."""
    changed = await tx.run(
        """UPDATE groups SET thread_id = 0, topic = '' WHERE id = :id AND thread_id <> 0
           AND NOT EXISTS (SELECT 1 FROM groups there WHERE there.chat_id = :chat_id
                           AND there.thread_id = 0 AND there.ended_at IS NULL)""",
        id=group.id,
        chat_id=group.chat_id,
    )
    return changed == 1


async def end(tx: Tx, group_id: int, now: datetime) -> None:
    """The binding holds no longer; one that had ended before ended then."""
    await tx.run(
        "UPDATE groups SET ended_at = :now WHERE id = :id AND ended_at IS NULL", now=now, id=group_id
    )


async def cards_of(tx: Tx, group: Group, newest: int) -> list[int]:
    """The ids of its cards, oldest first: those of tasks that somebody is still wanted for or at, and some of
    the newest."""
    rows = await tx.all(
        """SELECT c.id FROM cards c WHERE c.chat_id = :chat_id AND c.group_id = :id AND (
               c.task_id IN (SELECT id FROM tasks WHERE group_id = :id AND status IN ('open', 'full'))
               OR c.id IN (SELECT id FROM cards WHERE chat_id = :chat_id AND group_id = :id
                           ORDER BY id DESC LIMIT :newest))
           ORDER BY c.id""",
        chat_id=group.chat_id,
        id=group.id,
        newest=newest,
    )
    return [int(row["id"]) for row in rows]


async def migrate(tx: Tx, *, old_chat_id: int, new_chat_id: int) -> None:
    """The group became a supergroup: its bindings follow, but for what was bound there already."""
    await tx.run(
        """UPDATE groups SET chat_id = :new WHERE chat_id = :old AND ended_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM groups there WHERE there.chat_id = :new
                           AND there.thread_id = groups.thread_id AND there.ended_at IS NULL)""",
        new=new_chat_id,
        old=old_chat_id,
    )
