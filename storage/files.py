"""Pictures and documents that the worker has made, until the sender has sent them."""

from datetime import datetime
from typing import Literal

from storage.database import Tx
from storage.records import File
from storage.rows import maybe, the


async def add(tx: Tx, *, name: str, kind: Literal["photo", "document"], content: bytes, now: datetime) -> int:
    """Keep a file; its id, for a message of the kind "file"."""
    row = await tx.one(
        """INSERT INTO files (name, kind, content, created_at) VALUES (:name, :kind, :content, :now)
           RETURNING id""",
        name=name,
        kind=kind,
        content=content,
        now=now,
    )
    return int(the(row)["id"])


async def get(tx: Tx, file_id: int) -> File | None:
    return maybe(File, await tx.one("SELECT id, name, kind, content FROM files WHERE id = :id", id=file_id))


async def purge(tx: Tx, before: datetime) -> None:
    """Forget those made before then."""
    await tx.run("DELETE FROM files WHERE created_at < :before", before=before)
