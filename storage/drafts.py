"""Reports in the making, and the words the bot waits for."""

from datetime import datetime

from storage.database import Tx
from storage.records import Draft, Prompt, PromptKind
from storage.rows import as_record, maybe, the


async def start(tx: Tx, *, person_id: int, words: str, grid_id: int | None, now: datetime) -> Draft:
    """Begin a report, in place of one in the making."""
    await tx.run("DELETE FROM drafts WHERE person_id = :id", id=person_id)
    row = await tx.one(
        """INSERT INTO drafts (person_id, words, grid_id, changed_at)
           VALUES (:person_id, :words, :grid_id, :now) RETURNING *""",
        person_id=person_id,
        words=words,
        grid_id=grid_id,
        now=now,
    )
    return as_record(Draft, the(row))


async def of_person(tx: Tx, person_id: int) -> Draft | None:
    row = await tx.one("SELECT * FROM drafts WHERE person_id = :id", id=person_id)
    return maybe(Draft, row)


async def save(tx: Tx, draft: Draft, now: datetime) -> None:
    await tx.run(
        """UPDATE drafts SET words = :words, grid_id = :grid_id, category_id = :category_id,
               not_sure = :not_sure, at_grid_id = :at_grid_id, at_category_id = :at_category_id,
               page = :page, turn = :turn, changed_at = :now
           WHERE id = :id""",
        words=draft.words,
        grid_id=draft.grid_id,
        category_id=draft.category_id,
        not_sure=draft.not_sure,
        at_grid_id=draft.at_grid_id,
        at_category_id=draft.at_category_id,
        page=draft.page,
        turn=draft.turn,
        now=now,
        id=draft.id,
    )


async def drop(tx: Tx, draft_id: int) -> None:
    await tx.run("DELETE FROM drafts WHERE id = :id", id=draft_id)


async def ask(
    tx: Tx, *, person_id: int, kind: PromptKind, request_id: int, task_id: int | None, now: datetime
) -> None:
    """Wait for words of a person, in place of others that were waited for."""
    await tx.run(
        """INSERT INTO prompts (person_id, kind, request_id, task_id, asked_at)
           VALUES (:person_id, :kind, :request_id, :task_id, :now)
           ON CONFLICT (person_id) DO UPDATE SET
               kind = :kind, request_id = :request_id, task_id = :task_id, asked_at = :now""",
        person_id=person_id,
        kind=kind,
        request_id=request_id,
        task_id=task_id,
        now=now,
    )


async def asked(tx: Tx, person_id: int) -> Prompt | None:
    row = await tx.one("SELECT * FROM prompts WHERE person_id = :id", id=person_id)
    return maybe(Prompt, row)


async def answered(tx: Tx, person_id: int) -> None:
    """Nothing is waited for any more."""
    await tx.run("DELETE FROM prompts WHERE person_id = :id", id=person_id)
