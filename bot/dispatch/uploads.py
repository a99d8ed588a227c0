"""Import files that administrators send to the bot: looked at first, written when they say so.

Reading such a file takes libraries that a start has no need of; that is in `upload_checks`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Any

from bot.dispatch.refusals import Gone, NotYours, UploadOver
from storage import cards, jobs, outbox, people, uploads
from storage.database import Tx
from storage.records import Lane, Person, Upload, UploadStatus

TABLES = frozenset({".csv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".numbers"})
"""Endings of files that are tables, as `importing.sources` knows them; those that cannot be read are told how
to be saved."""
LARGEST = 20 * 1024 * 1024
"""Bytes that Telegram gives to bots."""
LONGEST_NAME = 100
CARDS = 50
"""How many of a person's newest cards are looked through for those of an upload."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a file: the status that follows, a digest of what would be changed, and a report as
    the card shows it (see `upload_checks`)."""

    status: UploadStatus
    digest: str = ""
    report: Mapping[str, Any] = field(default_factory=dict)


def trouble(which: str) -> Found:
    """It cannot be looked at: "large", "lost" or "failed"."""
    return Found(UploadStatus.REFUSED, report={"trouble": which})


def is_table(name: str) -> bool:
    """Whether a file of this name is an import file, if an administrator sends it."""
    return PurePath(name).suffix.lower() in TABLES


async def begin(tx: Tx, person: Person, *, file_id: str, name: str, size: int, now: datetime) -> None:
    """An administrator has sent a file: have it looked at, and show how that goes."""
    upload = await uploads.add(tx, person_id=person.id, file_id=file_id, name=_short(name), now=now)
    if size > LARGEST:
        await _note(tx, upload, trouble("large"), now)
    else:
        await jobs.add(tx, kind="look-upload", payload={"upload": upload.id}, now=now)
    await outbox.say(
        tx, kind="upload", person_id=person.id, data=view_of(upload.id), now=now, lane=Lane.ANSWER
    )


async def confirm(tx: Tx, person: Person, upload_id: int, now: datetime) -> None:
    """Have it written. Raises Gone, NotYours or UploadOver."""
    upload = await own(tx, person, upload_id, now)
    if not await uploads.move(tx, upload.id, UploadStatus.READY, UploadStatus.WRITING):
        raise UploadOver
    await jobs.add(tx, kind="write-upload", payload={"upload": upload.id}, now=now)
    await redraw(tx, upload, now)


async def cancel(tx: Tx, person: Person, upload_id: int, now: datetime) -> None:
    """Nothing is changed, and nothing of what stood in it is kept. Raises as `confirm`."""
    upload = await own(tx, person, upload_id, now)
    if upload.status not in (UploadStatus.CHECKING, UploadStatus.READY):
        raise UploadOver
    await _note(tx, upload, Found(UploadStatus.CANCELLED), now)


async def own(tx: Tx, person: Person, upload_id: int, now: datetime) -> Upload:
    """A person's upload, as long as they are an administrator. Raises Gone or NotYours."""
    upload = await uploads.get(tx, upload_id)
    if upload is None or upload.person_id != person.id:
        raise Gone
    if not await people.is_admin(tx, person.id, now):
        raise NotYours
    return upload


async def settle(tx: Tx, upload_id: int, found: Found, *, was: UploadStatus, now: datetime) -> None:
    """Note what was found, if it is still waited for; of who is no administrator any more nothing is kept."""
    upload = await uploads.get(tx, upload_id)
    if upload is None or upload.status is not was:
        return
    admin = await people.is_admin(tx, upload.person_id, now)
    await _note(tx, upload, found if admin else Found(UploadStatus.CANCELLED), now)


async def give_up_look(tx: Tx, payload: Mapping[str, Any], now: datetime) -> None:
    """Telegram did not give it out, however often it was asked."""
    await settle(tx, payload["upload"], trouble("lost"), was=UploadStatus.CHECKING, now=now)


async def give_up_write(tx: Tx, payload: Mapping[str, Any], now: datetime) -> None:
    """It could not be written, however often that was tried; nothing has been changed."""
    await settle(tx, payload["upload"], trouble("failed"), was=UploadStatus.WRITING, now=now)


async def redraw(tx: Tx, upload: Upload, now: datetime) -> None:
    """Its card shows how it stands."""
    for card in await cards.newest(tx, person_id=upload.person_id, kind="upload", limit=CARDS):
        if card.view.get("upload") == upload.id:
            await cards.set_view(tx, card.id, view_of(upload.id))
            await outbox.refresh_card(tx, card.id, now)


def view_of(upload_id: int, part: int = 0, page: int = 0) -> dict[str, object]:
    """What a card is told so that it shows the upload."""
    return {"upload": upload_id, "part": part, "page": page}


async def _note(tx: Tx, upload: Upload, found: Found, now: datetime) -> None:
    await uploads.looked_at(tx, upload.id, status=found.status, digest=found.digest, report=found.report)
    await redraw(tx, upload, now)


def _short(name: str) -> str:
    """A name that fits on a card; its ending stays."""
    suffix = PurePath(name).suffix[:LONGEST_NAME]
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - len(suffix)] + suffix
