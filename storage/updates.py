"""Which of Telegram's updates have been taken in, and which had to be set aside."""

from datetime import datetime

from storage.database import Row, Tx


async def seen(tx: Tx, update_id: int) -> Row | None:
    """The mark of an update taken in before, with what it was `answer`ed; None if it is new."""
    return await tx.one("SELECT answer FROM seen_updates WHERE update_id = :id", id=update_id)


async def mark(tx: Tx, update_id: int, *, answer: str | None, now: datetime) -> None:
    """Note that an update was taken in. Two workers with the same one: the later runs again, and sees it."""
    await tx.run(
        """INSERT INTO seen_updates (update_id, at, answer) VALUES (:id, :now, :answer)
           ON CONFLICT (update_id) DO NOTHING""",
        id=update_id,
        now=now,
        answer=answer,
    )


async def set_aside(tx: Tx, update_id: int, *, payload: str, error: str, tries: int, now: datetime) -> None:
    """Keep a failing update for a developer, so that the rest go on."""
    await tx.run(
        """INSERT INTO failed_updates (update_id, payload, error, tries, at)
           VALUES (:id, :payload, :error, :tries, :now) ON CONFLICT (update_id) DO NOTHING""",
        id=update_id,
        payload=payload,
        error=error,
        tries=tries,
        now=now,
    )


async def forget(tx: Tx, before: datetime) -> int:
    """Drop the marks of long ago: Telegram repeats for a day, and after a week may number anew."""
    return await tx.run("DELETE FROM seen_updates WHERE at < :before", before=before)
