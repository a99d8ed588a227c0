"""Tasks, the places on them, and who claims them."""

from datetime import datetime
from typing import NamedTuple

from storage.database import Conflict, Tx
from storage.records import Claim, ClaimStatus, Request, Task
from storage.rows import as_record, maybe, the


class Offered(NamedTuple):
    """A task with what a claim needs to know of its surroundings."""

    task: Task
    chat_id: int
    resident_id: int


async def add(
    tx: Tx, *, request_id: int, group_id: int, places: int, words: str, by_id: int, now: datetime
) -> int:
    """Offer a task; its id."""
    row = await tx.one(
        """INSERT INTO tasks (request_id, group_id, places, held, status, words, offered_by,
                              version, created_at)
           VALUES (:request_id, :group_id, :places, 0, 'open', :words, :by_id, 1, :now) RETURNING id""",
        request_id=request_id,
        group_id=group_id,
        places=places,
        words=words,
        by_id=by_id,
        now=now,
    )
    return int(the(row)["id"])


async def get(tx: Tx, task_id: int) -> Task | None:
    row = await tx.one("SELECT * FROM tasks WHERE id = :id", id=task_id)
    return maybe(Task, row)


async def request_of(tx: Tx, task: Task) -> Request:
    """The request that the task serves."""
    row = await tx.one("SELECT * FROM requests WHERE id = :id", id=task.request_id)
    return as_record(Request, the(row))


async def offered(tx: Tx, task_id: int) -> Offered | None:
    """The task as it stands before its group; None if the group is bound no longer."""
    row = await tx.one(
        """SELECT t.*, g.chat_id, r.resident_id FROM tasks t
           JOIN groups g ON g.id = t.group_id AND g.ended_at IS NULL
           JOIN requests r ON r.id = t.request_id WHERE t.id = :id""",
        id=task_id,
    )
    return None if row is None else Offered(as_record(Task, row), row["chat_id"], row["resident_id"])


async def of_request(tx: Tx, request_id: int) -> list[Task]:
    rows = await tx.all("SELECT * FROM tasks WHERE request_id = :id ORDER BY id", id=request_id)
    return [as_record(Task, row) for row in rows]


async def live_in(tx: Tx, group_id: int) -> list[Task]:
    """What was offered to a group and is not over, oldest first."""
    rows = await tx.all(
        "SELECT * FROM tasks WHERE group_id = :id AND status IN ('open', 'full') ORDER BY id", id=group_id
    )
    return [as_record(Task, row) for row in rows]


async def open_in(tx: Tx, group_ids: list[int], *, but_for: int | None = None) -> list[Task]:
    """What somebody is wanted for in any of the groups, oldest first. `but_for`: without what this person
    asked for or has a place of. What is confidential is never there."""
    found = []
    for group_id in group_ids:
        found += await tx.all(
            """SELECT t.* FROM tasks t JOIN requests r ON r.id = t.request_id
               WHERE t.group_id = :group_id AND t.status = 'open'
                 AND t.status IN ('open', 'full')  -- as the index says it
                 AND NOT r.confidential AND r.resident_id <> :who
                 AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.task_id = t.id AND c.person_id = :who
                                 AND c.status IN ('held', 'done'))
               ORDER BY t.id""",
            group_id=group_id,
            who=but_for or 0,
        )
    return sorted((as_record(Task, row) for row in found), key=lambda task: task.id)


async def held_tasks(tx: Tx, person_id: int) -> list[Task]:
    """The tasks of which the person holds a place, as they came to it."""
    rows = await tx.all(
        """SELECT t.* FROM claims c JOIN tasks t ON t.id = c.task_id
           WHERE c.person_id = :id AND c.status = 'held' ORDER BY c.id""",
        id=person_id,
    )
    return [as_record(Task, row) for row in rows]


async def never_posted(tx: Tx, group_id: int) -> list[Task]:
    """What somebody is wanted for, and no card in the group says so or is on its way."""
    return [
        task
        for task in await open_in(tx, [group_id])
        if await tx.one(
            """SELECT 1 AS yes FROM cards WHERE task_id = :id AND kind = 'task'
               UNION ALL SELECT 1 FROM outbox WHERE task_id = :id AND kind = 'task' AND status = 'pending'""",
            id=task.id,
        )
        is None
    ]


async def save(tx: Tx, task: Task, *, was: int) -> None:
    """Write places taken and status, if the version is still `was`; raises Conflict if it is not."""
    changed = await tx.run(
        """UPDATE tasks SET held = :held, status = :status, version = :version
           WHERE id = :id AND version = :was""",
        held=task.held,
        status=task.status,
        version=task.version,
        id=task.id,
        was=was,
    )
    if not changed:
        raise Conflict(f"task {task.id} is no longer at version {was}")


async def reword(tx: Tx, request_id: int, words: str) -> None:
    """What the groups of the request's open tasks read from now on."""
    await tx.run(
        "UPDATE tasks SET words = :words WHERE request_id = :id AND status IN ('open', 'full')",
        words=words,
        id=request_id,
    )


async def add_claim(tx: Tx, *, task_id: int, person_id: int, now: datetime) -> None:
    """Give a place; the index over live claims lets nobody have two."""
    await tx.run(
        """INSERT INTO claims (task_id, person_id, status, created_at, changed_at)
           VALUES (:task_id, :person_id, 'held', :now, :now)""",
        task_id=task_id,
        person_id=person_id,
        now=now,
    )


async def save_claim(
    tx: Tx, claim_id: int, *, status: ClaimStatus, result: str | None, now: datetime
) -> None:
    """End a held claim; raises Conflict if it is held no longer."""
    changed = await tx.run(
        """UPDATE claims SET status = :status, result = :result, changed_at = :now
           WHERE id = :id AND status = 'held'""",
        status=status,
        result=result,
        now=now,
        id=claim_id,
    )
    if not changed:
        raise Conflict(f"claim {claim_id} is held no longer")


async def set_arrived(tx: Tx, claim_id: int, now: datetime) -> bool:
    """The claimant is there; False if that was said before."""
    changed = await tx.run(
        "UPDATE claims SET arrived_at = :now WHERE id = :id AND arrived_at IS NULL", id=claim_id, now=now
    )
    return changed == 1


async def live_claim(tx: Tx, task_id: int, person_id: int) -> Claim | None:
    """The person's claim on the task that is held or done."""
    row = await tx.one(
        """SELECT * FROM claims WHERE task_id = :task_id AND person_id = :person_id
           AND status IN ('held', 'done')""",
        task_id=task_id,
        person_id=person_id,
    )
    return maybe(Claim, row)


async def last_claim(tx: Tx, task_id: int, person_id: int) -> Claim | None:
    """The person's newest claim on the task, however it ended."""
    row = await tx.one(
        "SELECT * FROM claims WHERE task_id = :task_id AND person_id = :person_id ORDER BY id DESC LIMIT 1",
        task_id=task_id,
        person_id=person_id,
    )
    return maybe(Claim, row)


async def claims_of(tx: Tx, task_id: int) -> list[Claim]:
    rows = await tx.all("SELECT * FROM claims WHERE task_id = :id ORDER BY id", id=task_id)
    return [as_record(Claim, row) for row in rows]


async def held_by(tx: Tx, person_id: int) -> int:
    """How many places the person holds anywhere."""
    row = await tx.one(
        "SELECT count(*) AS n FROM claims WHERE person_id = :id AND status = 'held'", id=person_id
    )
    return int(row["n"]) if row else 0


async def claimants(tx: Tx, task_id: int) -> list[tuple[int, str]]:
    """(person, name) of those on the task's places, in the order they came."""
    rows = await tx.all(
        """SELECT p.id, p.name FROM claims c JOIN people p ON p.id = c.person_id
           WHERE c.task_id = :id AND c.status IN ('held', 'done') ORDER BY c.id""",
        id=task_id,
    )
    return [(row["id"], row["name"]) for row in rows]


async def holds_place_on_request(tx: Tx, request_id: int, person_id: int) -> bool:
    """Whether the person holds a place of any task of the request now."""
    row = await tx.one(
        """SELECT 1 AS yes FROM claims c JOIN tasks t ON t.id = c.task_id
           WHERE t.request_id = :request_id AND c.person_id = :person_id AND c.status = 'held'""",
        request_id=request_id,
        person_id=person_id,
    )
    return row is not None
