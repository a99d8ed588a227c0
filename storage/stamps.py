"""A number per subject that changes with it, so that what was made of it in memory is known to be stale."""

from storage.database import Tx


async def get(tx: Tx, name: str) -> int:
    """The number now; 0 as long as it never changed."""
    row = await tx.one("SELECT value FROM stamps WHERE name = :name", name=name)
    return int(row["value"]) if row else 0


async def bump(tx: Tx, name: str) -> None:
    """The subject has changed."""
    await tx.run(
        """INSERT INTO stamps (name, value) VALUES (:name, 1)
           ON CONFLICT (name) DO UPDATE SET value = stamps.value + 1""",
        name=name,
    )
