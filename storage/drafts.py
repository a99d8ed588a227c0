"""Reports in the making."""

from datetime import datetime

from storage import pieces
from storage.database import Tx
from storage.records import Draft
from storage.rows import as_json, as_record, maybe, the


async def start(tx: Tx, *, person_id: int, grid_id: int | None, now: datetime, words: str = "") -> Draft:
    """Begin a report, beside those the person has in the making. Its kind is guessed until it is chosen."""
    row = await tx.one(
        """INSERT INTO drafts (person_id, words, grid_id, guessed, changed_at)
           VALUES (:person_id, :words, :grid_id, TRUE, :now) RETURNING *""",
        person_id=person_id,
        words=words,
        grid_id=grid_id,
        now=now,
    )
    return as_record(Draft, the(row))


async def get(tx: Tx, draft_id: int) -> Draft | None:
    return maybe(Draft, await tx.one("SELECT * FROM drafts WHERE id = :id", id=draft_id))


async def current(tx: Tx, person_id: int) -> Draft | None:
    """The one the person has touched last."""
    row = await tx.one(
        "SELECT * FROM drafts WHERE person_id = :id ORDER BY changed_at DESC, id DESC LIMIT 1", id=person_id
    )
    return maybe(Draft, row)


async def of_person(tx: Tx, person_id: int) -> list[Draft]:
    """All of a person's, the one touched last first."""
    rows = await tx.all(
        "SELECT * FROM drafts WHERE person_id = :id ORDER BY changed_at DESC, id DESC", id=person_id
    )
    return [as_record(Draft, row) for row in rows]


async def untouched_since(tx: Tx, moment: datetime, limit: int) -> list[Draft]:
    """Those nobody has touched since then, the oldest first."""
    rows = await tx.all(
        "SELECT * FROM drafts WHERE changed_at <= :moment ORDER BY changed_at, id LIMIT :limit",
        moment=moment,
        limit=limit,
    )
    return [as_record(Draft, row) for row in rows]


async def save(tx: Tx, draft: Draft, now: datetime) -> None:
    await tx.run(
        """UPDATE drafts SET words = :words, place_words = :place_words, grid_id = :grid_id,
               category_id = :category_id, not_sure = :not_sure, guessed = :guessed, found = :found,
               at_grid_id = :at_grid_id, at_category_id = :at_category_id,
               page = :page, turn = :turn, unplaced = :unplaced,
               danger = :danger, danger_passed = :danger_passed, changed_at = :now
           WHERE id = :id""",
        words=draft.words,
        place_words=draft.place_words,
        grid_id=draft.grid_id,
        category_id=draft.category_id,
        not_sure=draft.not_sure,
        guessed=draft.guessed,
        found=as_json(draft.found),
        at_grid_id=draft.at_grid_id,
        at_category_id=draft.at_category_id,
        page=draft.page,
        turn=draft.turn,
        unplaced=draft.unplaced,
        danger=draft.danger,
        danger_passed=draft.danger_passed,
        now=now,
        id=draft.id,
    )


async def drop(tx: Tx, draft_id: int) -> None:
    """Remove a draft and what is still its own."""
    await pieces.drop_of_draft(tx, draft_id)
    await tx.run("DELETE FROM drafts WHERE id = :id", id=draft_id)
