"""What comes again and again: when it is due next."""

from datetime import datetime

from storage.database import Tx, from_millis


async def due_at(tx: Tx, kind: str) -> datetime | None:
    """The next time; None if it was never set."""
    row = await tx.one("SELECT due_at FROM schedules WHERE kind = :kind", kind=kind)
    return None if row is None else from_millis(row["due_at"])


async def set_due(tx: Tx, kind: str, at: datetime) -> None:
    await tx.run(
        """INSERT INTO schedules (kind, due_at) VALUES (:kind, :at)
           ON CONFLICT (kind) DO UPDATE SET due_at = excluded.due_at""",
        kind=kind,
        at=at,
    )
