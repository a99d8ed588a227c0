"""What people send, message by message: words, media, locations, and what each belongs to."""

from datetime import datetime

from storage.database import Tx
from storage.records import Piece, PieceKind, Purpose
from storage.rows import as_record, maybe

LOOSE = "draft_id IS NULL AND prompt_id IS NULL AND request_id IS NULL"


async def add(  # noqa: PLR0913 - each is a column
    tx: Tx,
    *,
    person_id: int,
    chat_id: int,
    message_id: int,
    kind: PieceKind,
    words: str,
    file_id: str | None,
    latitude: float | None,
    longitude: float | None,
    album: str | None,
    purpose: Purpose,
    now: datetime,
    draft_id: int | None = None,
    prompt_id: int | None = None,
    request_id: int | None = None,
    task_id: int | None = None,
) -> Piece | None:
    """Keep one message; None if it is kept already."""
    row = await tx.one(
        """INSERT INTO pieces (person_id, chat_id, message_id, kind, words, file_id, latitude, longitude,
               album, purpose, draft_id, prompt_id, request_id, task_id, created_at)
           VALUES (:person_id, :chat_id, :message_id, :kind, :words, :file_id, :latitude, :longitude,
               :album, :purpose, :draft_id, :prompt_id, :request_id, :task_id, :now)
           ON CONFLICT (chat_id, message_id) DO NOTHING RETURNING *""",
        person_id=person_id,
        chat_id=chat_id,
        message_id=message_id,
        kind=kind,
        words=words,
        file_id=file_id,
        latitude=latitude,
        longitude=longitude,
        album=album,
        purpose=purpose,
        draft_id=draft_id,
        prompt_id=prompt_id,
        request_id=request_id,
        task_id=task_id,
        now=now,
    )
    return maybe(Piece, row)


async def get(tx: Tx, piece_id: int) -> Piece | None:
    return maybe(Piece, await tx.one("SELECT * FROM pieces WHERE id = :id", id=piece_id))


async def at(tx: Tx, chat_id: int, message_id: int) -> Piece | None:
    """The piece that a message became."""
    row = await tx.one(
        "SELECT * FROM pieces WHERE chat_id = :chat_id AND message_id = :message_id",
        chat_id=chat_id,
        message_id=message_id,
    )
    return maybe(Piece, row)


async def newest(tx: Tx, chat_id: int) -> Piece | None:
    """What was sent last in a private chat of what is kept."""
    row = await tx.one(
        "SELECT * FROM pieces WHERE chat_id = :id ORDER BY message_id DESC LIMIT 1", id=chat_id
    )
    return maybe(Piece, row)


async def of_album(tx: Tx, person_id: int, album: str) -> Piece | None:
    """The piece of the album that came first: the later ones go where it has gone."""
    row = await tx.one(
        "SELECT * FROM pieces WHERE person_id = :person_id AND album = :album ORDER BY id LIMIT 1",
        person_id=person_id,
        album=album,
    )
    return maybe(Piece, row)


async def of_draft(tx: Tx, draft_id: int) -> list[Piece]:
    return await _all(tx, "draft_id = :id", id=draft_id)


async def of_prompt(tx: Tx, prompt_id: int) -> list[Piece]:
    return await _all(tx, "prompt_id = :id", id=prompt_id)


async def of_request(tx: Tx, request_id: int, purpose: Purpose) -> list[Piece]:
    """What was sent for this purpose, in the order it came."""
    return await _all(tx, "request_id = :id AND purpose = :purpose", id=request_id, purpose=purpose)


async def loose(tx: Tx, person_id: int) -> list[Piece]:
    """What a person has sent that belongs to nothing yet."""
    return await _all(tx, f"person_id = :id AND {LOOSE}", id=person_id)


async def loose_since(tx: Tx, moment: datetime, limit: int) -> list[Piece]:
    """What came then or before and belongs to nothing yet, each person's together."""
    rows = await tx.all(
        f"""SELECT * FROM pieces WHERE {LOOSE} AND created_at <= :moment
            ORDER BY person_id, id LIMIT :limit""",
        moment=moment,
        limit=limit,
    )
    return [as_record(Piece, row) for row in rows]


async def these(tx: Tx, ids: list[int]) -> list[Piece]:
    """The pieces with these ids that are still there, in that order."""
    found = [await get(tx, piece_id) for piece_id in ids]
    return [piece for piece in found if piece is not None]


async def _all(tx: Tx, where: str, **values: object) -> list[Piece]:
    rows = await tx.all(f"SELECT * FROM pieces WHERE {where} ORDER BY id", **values)
    return [as_record(Piece, row) for row in rows]


async def set_words(tx: Tx, piece_id: int, words: str) -> None:
    await tx.run("UPDATE pieces SET words = :words WHERE id = :id", words=words, id=piece_id)


async def give_to_draft(tx: Tx, piece_id: int, draft_id: int) -> None:
    """A loose piece, or one of an answer that was not taken, is part of a report in the making."""
    await tx.run(
        "UPDATE pieces SET draft_id = :draft_id, prompt_id = NULL, purpose = 'report' WHERE id = :id",
        draft_id=draft_id,
        id=piece_id,
    )


async def give_to_request(
    tx: Tx, piece_id: int, request_id: int, purpose: Purpose, task_id: int | None = None
) -> None:
    """The piece belongs to a request from now on, and to no draft or prompt any more."""
    await tx.run(
        """UPDATE pieces SET request_id = :request_id, purpose = :purpose, task_id = :task_id,
               draft_id = NULL, prompt_id = NULL WHERE id = :id""",
        request_id=request_id,
        purpose=purpose,
        task_id=task_id,
        id=piece_id,
    )


async def drop_of_draft(tx: Tx, draft_id: int) -> None:
    await tx.run("DELETE FROM pieces WHERE draft_id = :id", id=draft_id)


async def drop_of_prompt(tx: Tx, prompt_id: int) -> None:
    await tx.run("DELETE FROM pieces WHERE prompt_id = :id", id=prompt_id)


async def drop(tx: Tx, piece_id: int) -> None:
    await tx.run("DELETE FROM pieces WHERE id = :id", id=piece_id)
