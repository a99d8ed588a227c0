"""Import files that administrators sent into their chat with the bot."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.database import Tx
from storage.records import Upload, UploadStatus
from storage.rows import as_json, as_record, maybe, the


async def add(tx: Tx, *, person_id: int, file_id: str, name: str, now: datetime) -> Upload:
    row = await tx.one(
        """INSERT INTO uploads (person_id, file_id, name, created_at)
           VALUES (:person_id, :file_id, :name, :now) RETURNING *""",
        person_id=person_id,
        file_id=file_id,
        name=name,
        now=now,
    )
    return as_record(Upload, the(row))


async def get(tx: Tx, upload_id: int) -> Upload | None:
    return maybe(Upload, await tx.one("SELECT * FROM uploads WHERE id = :id", id=upload_id))


async def move(tx: Tx, upload_id: int, was: UploadStatus, to: UploadStatus) -> bool:
    """From one status to the next; False if it is no longer in the first."""
    return bool(
        await tx.run(
            "UPDATE uploads SET status = :to WHERE id = :id AND status = :was", to=to, was=was, id=upload_id
        )
    )


async def looked_at(
    tx: Tx, upload_id: int, *, status: UploadStatus, digest: str, report: Mapping[str, Any]
) -> None:
    """What was found in it."""
    await tx.run(
        "UPDATE uploads SET status = :status, digest = :digest, report = :report WHERE id = :id",
        status=status,
        digest=digest,
        report=as_json(report),
        id=upload_id,
    )


async def forget(tx: Tx, before: datetime) -> None:
    """Of those from before then that nobody has confirmed, or that changed nothing, nothing of what stood in
    them is kept."""
    await tx.run(
        """UPDATE uploads SET digest = '', report = '{}',
               status = CASE status WHEN 'done' THEN 'done' ELSE 'cancelled' END
           WHERE created_at < :before AND (status IN ('checking', 'ready', 'refused')
               OR status = 'done' AND digest <> '')""",
        before=before,
    )
