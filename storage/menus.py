"""Who should have which large keys below their chat, and who has which."""

from datetime import datetime

from storage import answering
from storage.database import Tx
from storage.records import Menu

ANSWERS = f"(o.role = 'admin' OR {answering.ANSWERS}) AND {answering.RUNNING}"
"""A post with which one can have requests to answer, and so has a desk."""
WITHIN_REACH = "p.reachable AND p.telegram_id IS NOT NULL"


async def answers(tx: Tx, person_id: int, now: datetime) -> bool:
    """Whether the person has a post now with which one answers for requests."""
    row = await tx.one(
        f"SELECT 1 AS yes FROM posts o WHERE o.person_id = :id AND {ANSWERS}", id=person_id, now=now
    )
    return row is not None


async def give(tx: Tx, person_id: int, menu: Menu) -> None:
    """Note which large keys stand below the person's chat."""
    await tx.run("UPDATE people SET menu = :menu WHERE id = :id", menu=menu, id=person_id)


async def without_desk(tx: Tx, now: datetime) -> list[int]:
    """Those within reach who answer for requests and have no key to their desk."""
    rows = await tx.all(
        f"""SELECT DISTINCT p.id FROM posts o JOIN people p ON p.id = o.person_id
            WHERE {ANSWERS} AND {WITHIN_REACH} AND coalesce(p.menu, '') <> 'desk' ORDER BY p.id""",
        now=now,
    )
    return [int(row["id"]) for row in rows]


async def with_needless_desk(tx: Tx, now: datetime) -> list[int]:
    """Those within reach who have the key to a desk and answer for requests no longer."""
    rows = await tx.all(
        f"""SELECT p.id FROM people p WHERE p.menu = 'desk' AND {WITHIN_REACH}
            AND NOT EXISTS (SELECT 1 FROM posts o WHERE o.person_id = p.id AND {ANSWERS}) ORDER BY p.id""",
        now=now,
    )
    return [int(row["id"]) for row in rows]
