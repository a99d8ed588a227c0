"""People, their posts, and the invitations that link them to an account."""

from datetime import datetime

from storage import mentions
from storage.answering import RUNNING
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


async def set_home(tx: Tx, person_id: int, grid_id: int | None, door: str) -> None:
    """The grid the person calls their home, in place of another, and what they wrote of the door there; None:
    they have none any more."""
    await tx.run(
        "UPDATE people SET home_grid_id = :grid_id, home_door = :door WHERE id = :id",
        grid_id=grid_id,
        door=door,
        id=person_id,
    )


async def choose_language(tx: Tx, person_id: int, language: str) -> None:
    """The person has said which language they read, whatever their Telegram's is."""
    await tx.run(
        "UPDATE people SET chosen_language = :language WHERE id = :id", language=language, id=person_id
    )


async def by_phone(tx: Tx, phone: str) -> Person | None:
    """Whose number it is (E.164)."""
    return maybe(Person, await tx.one("SELECT * FROM people WHERE phone = :phone", phone=phone))


async def set_phone(tx: Tx, person_id: int, phone: str) -> None:
    """Keep a number that nobody else has."""
    await tx.run("UPDATE people SET phone = :phone WHERE id = :id", phone=phone, id=person_id)


async def rename(tx: Tx, person_id: int, name: str) -> None:
    await tx.run("UPDATE people SET name = :name WHERE id = :id", name=name, id=person_id)


async def set_account(
    tx: Tx, person_id: int, *, telegram_id: int, reachable: bool, language: str | None
) -> None:
    """From now on this is the person's account; nobody else may have it."""
    await tx.run(
        """UPDATE people SET telegram_id = :telegram_id, reachable = :reachable, language = :language
           WHERE id = :id""",
        telegram_id=telegram_id,
        reachable=reachable,
        language=language,
        id=person_id,
    )


MERGE = (
    # Of these a person has one: that of the account in use is kept.
    """DELETE FROM pieces WHERE prompt_id IN (SELECT id FROM prompts WHERE person_id = :to_id)
       AND EXISTS (SELECT 1 FROM prompts WHERE person_id = :from_id)""",
    """DELETE FROM prompts WHERE person_id = :to_id
       AND EXISTS (SELECT 1 FROM prompts WHERE person_id = :from_id)""",
    """DELETE FROM supervisors WHERE person_id = :from_id
       AND request_id IN (SELECT request_id FROM supervisors WHERE person_id = :to_id)""",
    """UPDATE absences SET ended_at = since WHERE person_id = :to_id AND ended_at IS NULL
       AND EXISTS (SELECT 1 FROM absences WHERE person_id = :from_id AND ended_at IS NULL)""",
    # Nobody has two places of one task.
    """UPDATE tasks SET held = held - 1, version = version + 1,
           status = CASE status WHEN 'full' THEN 'open' ELSE status END
       WHERE id IN (SELECT task_id FROM claims WHERE person_id = :from_id AND status IN ('held', 'done'))
         AND id IN (SELECT task_id FROM claims WHERE person_id = :to_id AND status IN ('held', 'done'))""",
    """UPDATE claims SET status = 'released' WHERE person_id = :from_id AND status IN ('held', 'done')
       AND task_id IN (SELECT task_id FROM claims WHERE person_id = :to_id AND status IN ('held', 'done'))""",
    *(
        f"UPDATE {table} SET {column} = :to_id WHERE {column} = :from_id"
        for table, column in (
            ("posts", "person_id"),
            ("absences", "person_id"),
            ("absences", "delegate_id"),
            ("uploads", "person_id"),
            ("invitations", "person_id"),
            ("groups", "bound_by"),
            ("requests", "resident_id"),
            ("requests", "responsible_id"),
            ("supervisors", "person_id"),
            ("tasks", "offered_by"),
            ("claims", "person_id"),
            ("events", "by_id"),
            ("outbox", "person_id"),
            ("cards", "person_id"),
            ("drafts", "person_id"),
            ("prompts", "person_id"),
            ("pieces", "person_id"),
        )
    ),
    # Nobody stands in for themselves.
    "UPDATE absences SET delegate_id = NULL WHERE person_id = :to_id AND delegate_id = :to_id",
    "DELETE FROM people WHERE id = :from_id",
)


async def merge(tx: Tx, *, from_id: int, to_id: int) -> None:
    """Two rows turned out to be one person: all that refers to the first becomes the other's, and it goes.

    The first is that of the account in use: what they have chosen with it stays. The other's phone wins.
    """
    account = await get(tx, from_id)
    await mentions.rename(tx, from_id=from_id, to_id=to_id)
    for statement in MERGE:
        await tx.run(statement, from_id=from_id, to_id=to_id)
    if account is not None:
        await tx.run(
            """UPDATE people SET phone = coalesce(phone, :phone), menu = :menu,
                   chosen_language = coalesce(:chosen_language, chosen_language),
                   home_door = coalesce(:home_door, home_door),
                   home_grid_id = coalesce(:home_grid_id, home_grid_id)
               WHERE id = :to_id""",
            phone=account.phone,
            menu=account.menu,
            chosen_language=account.chosen_language,
            home_grid_id=account.home_grid_id,
            home_door=None if account.home_grid_id is None else account.home_door,
            to_id=to_id,
        )


async def posts_of(tx: Tx, person_id: int, now: datetime) -> list[Post]:
    """The posts a person has now."""
    rows = await tx.all(
        f"SELECT o.* FROM posts o WHERE o.person_id = :id AND {RUNNING} ORDER BY o.id",
        id=person_id,
        now=now,
    )
    return [as_record(Post, row) for row in rows]


async def is_admin(tx: Tx, person_id: int, now: datetime) -> bool:
    return any(post.role is Role.ADMIN for post in await posts_of(tx, person_id, now))


async def administrators(tx: Tx, now: datetime) -> list[Person]:
    """The administrators a message reaches."""
    rows = await tx.all(
        f"""SELECT DISTINCT p.* FROM people p JOIN posts o ON o.person_id = p.id
           WHERE o.role = 'admin' AND {RUNNING}
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


async def has_roster_post(tx: Tx, person_id: int, now: datetime) -> bool:
    """Whether the roster gives the person a post now."""
    row = await tx.one(
        f"SELECT 1 FROM posts o WHERE o.person_id = :id AND NOT o.settings AND {RUNNING}",
        id=person_id,
        now=now,
    )
    return row is not None


async def invite(tx: Tx, *, digest: str, person_id: int, expires_at: datetime) -> None:
    """Keep an invitation. Earlier ones stay good: they may have been handed out on paper."""
    await tx.run(
        "INSERT INTO invitations (digest, person_id, expires_at) VALUES (:digest, :person_id, :expires_at)",
        digest=digest,
        person_id=person_id,
        expires_at=expires_at,
    )


async def invitation(tx: Tx, digest: str, now: datetime) -> tuple[int, bool] | None:
    """Whom an invitation links, and whether it is still good; None if there never was such a one."""
    row = await tx.one(
        """SELECT person_id, used_at IS NULL AND expires_at > :now AS good FROM invitations
           WHERE digest = :digest""",
        digest=digest,
        now=now,
    )
    return None if row is None else (int(row["person_id"]), bool(row["good"]))


async def use_invitations(tx: Tx, person_id: int, now: datetime) -> None:
    """The person is linked: none of their invitations is good any more."""
    await tx.run(
        "UPDATE invitations SET used_at = :now WHERE person_id = :id AND used_at IS NULL",
        now=now,
        id=person_id,
    )


async def without_account(tx: Tx, now: datetime) -> list[Row]:
    """id, name, role, grid and its level of each post of everybody who is not linked yet, a person's posts
    together."""
    return await tx.all(
        f"""SELECT p.id, p.name, o.role, g.name AS grid, coalesce(g.level, '') AS level FROM people p
           JOIN posts o ON o.person_id = p.id LEFT JOIN grids g ON g.id = o.grid_id
           WHERE p.telegram_id IS NULL AND {RUNNING}
           ORDER BY p.id, o.id""",
        now=now,
    )
