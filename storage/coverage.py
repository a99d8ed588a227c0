"""Where nobody answers: what an operator must mend before requests run past it."""

from datetime import datetime
from typing import NamedTuple

from storage.database import Tx

ANSWERING = "('leader', 'deputy', 'secretary')"
LIVE = "o.ended_at IS NULL AND (o.until IS NULL OR o.until > :now)"


class Gap(NamedTuple):
    """How many there are, and the names of the first few."""

    how_many: int
    names: tuple[str, ...]


async def vacant_grids(tx: Tx, now: datetime, *, named: int) -> Gap:
    """Grids in which nobody has a post that answers."""
    return await _gap(
        tx,
        f"""SELECT g.name AS name, g.id AS id FROM grids g WHERE g.ended_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM posts o WHERE o.grid_id = g.id AND o.role IN {ANSWERING} AND {LIVE})""",
        now,
        named,
    )


async def unlinked_people(tx: Tx, now: datetime, *, named: int) -> Gap:
    """Those who answer for a grid and have no account."""
    return await _gap(tx, _answering("p.telegram_id IS NULL"), now, named)


async def unreachable_people(tx: Tx, now: datetime, *, named: int) -> Gap:
    """Those who answer for a grid and have not started the bot, or have blocked it."""
    return await _gap(tx, _answering("p.telegram_id IS NOT NULL AND NOT p.reachable"), now, named)


async def count_grids(tx: Tx) -> int:
    row = await tx.one("SELECT count(*) AS count FROM grids WHERE ended_at IS NULL")
    return int(row["count"]) if row else 0


def _answering(where: str) -> str:
    return f"""SELECT DISTINCT p.name AS name, p.id AS id FROM people p JOIN posts o ON o.person_id = p.id
               WHERE o.role IN {ANSWERING} AND {LIVE} AND {where}"""


async def _gap(tx: Tx, found: str, now: datetime, named: int) -> Gap:
    count = await tx.one(f"SELECT count(*) AS count FROM ({found}) AS found", now=now)
    rows = await tx.all(f"{found} ORDER BY id LIMIT {named:d}", now=now)
    return Gap(int(count["count"]) if count else 0, tuple(row["name"] for row in rows))
