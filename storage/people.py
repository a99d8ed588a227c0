"""People, their posts, and the invitations that link them to an account."""

from datetime import datetime

from storage.database import Row, Tx
from storage.records import Person, Post, Role
from storage.rows import as_record, maybe, the


async def get(tx: Tx, person_id: int) -> Person | None:
    row = await tx.one("SELECT * FROM people WHERE id = :id", id=person_id)
    return maybe(Person, row)


async def by_telegram(tx: Tx, telegram_id: int) -> Person | None:
    row = await tx.one("SELECT * FROM people WHERE telegram_id = :id", id=telegram_id)
    return maybe(Person, row)


async def add(tx: Tx, *, name: str, telegram_id: int, language: str | None, now: datetime) -> Person:
    """Somebody met for the first time."""
    row = await tx.one(
        """INSERT INTO people (name, telegram_id, language, created_at)
           VALUES (:name, :telegram_id, :language, :now) RETURNING *""",
        name=name,
        telegram_id=telegram_id,
        language=language,
        now=now,
    )
    return as_record(Person, the(row))


async def set_reachable(tx: Tx, person_id: int, reachable: bool) -> None:
    await tx.run("UPDATE people SET reachable = :yes WHERE id = :id", yes=reachable, id=person_id)


async def set_language(tx: Tx, person_id: int, language: str | None) -> None:
    await tx.run("UPDATE people SET language = :language WHERE id = :id", language=language, id=person_id)


async def rename(tx: Tx, person_id: int, name: str) -> None:
    await tx.run("UPDATE people SET name = :name WHERE id = :id", name=name, id=person_id)


async def set_account(tx: Tx, person_id: int, telegram_id: int | None) -> None:
    await tx.run(
        "UPDATE people SET telegram_id = :telegram_id WHERE id = :id", telegram_id=telegram_id, id=person_id
    )


async def move_everything(tx: Tx, *, from_id: int, to_id: int) -> None:
    """What one row of a person has asked for and held becomes another row's: they turned out to be one."""
    for statement in (
        "UPDATE requests SET resident_id = :to_id WHERE resident_id = :from_id",
        "UPDATE claims SET person_id = :to_id WHERE person_id = :from_id",
        "UPDATE events SET by_id = :to_id WHERE by_id = :from_id",
        "UPDATE cards SET person_id = :to_id WHERE person_id = :from_id",
        "UPDATE outbox SET person_id = :to_id WHERE person_id = :from_id",
        "UPDATE drafts SET person_id = :to_id WHERE person_id = :from_id",
        "UPDATE prompts SET person_id = :to_id WHERE person_id = :from_id",
    ):
        await tx.run(statement, from_id=from_id, to_id=to_id)


async def posts_of(tx: Tx, person_id: int, now: datetime) -> list[Post]:
    """The posts a person has now."""
    rows = await tx.all(
        """SELECT * FROM posts WHERE person_id = :id AND ended_at IS NULL
           AND (until IS NULL OR until > :now) ORDER BY id""",
        id=person_id,
        now=now,
    )
    return [as_record(Post, row) for row in rows]


async def is_admin(tx: Tx, person_id: int, now: datetime) -> bool:
    return any(post.role is Role.ADMIN for post in await posts_of(tx, person_id, now))


async def administrators(tx: Tx, now: datetime) -> list[Person]:
    """The administrators a message reaches."""
    rows = await tx.all(
        """SELECT DISTINCT p.* FROM people p JOIN posts o ON o.person_id = p.id
           WHERE o.role = 'admin' AND o.ended_at IS NULL AND (o.until IS NULL OR o.until > :now)
             AND p.reachable AND p.telegram_id IS NOT NULL ORDER BY p.id""",
        now=now,
    )
    return [as_record(Person, row) for row in rows]


async def keep_administrators(tx: Tx, telegram_ids: frozenset[int], now: datetime) -> None:
    """Make the administrators of the settings just these accounts."""
    for telegram_id in sorted(telegram_ids):
        if await by_telegram(tx, telegram_id) is None:
            await add(tx, name="", telegram_id=telegram_id, language=None, now=now)
    rows = await tx.all(
        """SELECT o.id, p.telegram_id FROM posts o JOIN people p ON p.id = o.person_id
           WHERE o.settings AND o.ended_at IS NULL"""
    )
    for row in rows:
        if row["telegram_id"] not in telegram_ids:
            await tx.run("UPDATE posts SET ended_at = :now WHERE id = :id", now=now, id=row["id"])
    for telegram_id in telegram_ids - {row["telegram_id"] for row in rows}:
        await tx.run(
            """INSERT INTO posts (person_id, role, settings)
               SELECT id, 'admin', TRUE FROM people WHERE telegram_id = :telegram_id""",
            telegram_id=telegram_id,
        )


async def invite(tx: Tx, *, digest: str, person_id: int, expires_at: datetime) -> None:
    """Keep an invitation; earlier ones of the person are good no longer."""
    await tx.run("DELETE FROM invitations WHERE person_id = :id AND used_at IS NULL", id=person_id)
    await tx.run(
        "INSERT INTO invitations (digest, person_id, expires_at) VALUES (:digest, :person_id, :expires_at)",
        digest=digest,
        person_id=person_id,
        expires_at=expires_at,
    )


async def use_invitation(tx: Tx, *, digest: str, now: datetime) -> int | None:
    """The person an invitation links, now used up; None if it is unknown, used or too old."""
    row = await tx.one(
        """UPDATE invitations SET used_at = :now
           WHERE digest = :digest AND used_at IS NULL AND expires_at > :now RETURNING person_id""",
        digest=digest,
        now=now,
    )
    return None if row is None else int(row["person_id"])


async def without_account(tx: Tx, now: datetime) -> list[Row]:
    """name, id, role and grid name of everybody with a post who is not linked yet."""
    return await tx.all(
        """SELECT p.id, p.name, min(o.role) AS role, min(g.name) AS grid FROM people p
           JOIN posts o ON o.person_id = p.id LEFT JOIN grids g ON g.id = o.grid_id
           WHERE p.telegram_id IS NULL AND o.ended_at IS NULL AND (o.until IS NULL OR o.until > :now)
           GROUP BY p.id, p.name ORDER BY p.id""",
        now=now,
    )
