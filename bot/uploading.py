"""Fetching an import file from Telegram and looking into it, beside the event loop; for the worker."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import telegram
from telegram.error import BadRequest

from bot.dispatch import upload_checks, uploads
from bot.dispatch.importing import Checked
from bot.dispatch.rules import Rules
from bot.dispatch.uploads import Found
from storage import roster
from storage import uploads as stored
from storage.database import Database, Tx
from storage.records import Upload, UploadStatus
from storage.roster import Standing

After = Callable[[Tx, datetime], Awaitable[None]]


class TooLarge(Exception):
    """Telegram does not give out files of this size."""


async def look(database: Database, bot: telegram.Bot, rules: Rules, upload_id: int, now: datetime) -> After:
    """Find out what a file would change."""
    upload = await database.read(lambda tx: stored.get(tx, upload_id))
    if upload is None or upload.status is not UploadStatus.CHECKING:
        return _nothing
    found, standing = await _checked(database, bot, upload)
    if isinstance(found, Checked):
        checked = found
        found = await asyncio.to_thread(
            lambda: upload_checks.preview(checked, standing, zone=rules.zone, now=now)
        )
    settled = found
    return lambda tx, at: uploads.settle(tx, upload.id, settled, was=UploadStatus.CHECKING, now=at)


async def write(database: Database, bot: telegram.Bot, rules: Rules, upload_id: int) -> After:
    """Check a confirmed file anew, and write it."""
    upload = await database.read(lambda tx: stored.get(tx, upload_id))
    if upload is None or upload.status is not UploadStatus.WRITING:
        return _nothing
    found, _ = await _checked(database, bot, upload)
    if isinstance(found, Found):
        faulty = found
        return lambda tx, at: uploads.settle(tx, upload.id, faulty, was=UploadStatus.WRITING, now=at)
    checked = found
    return lambda tx, at: upload_checks.write_upload(tx, upload.id, checked, rules=rules, now=at)


async def _checked(database: Database, bot: telegram.Bot, upload: Upload) -> tuple[Checked | Found, Standing]:
    """Its rows or its faults, and the roster they were checked against."""
    standing = await asyncio.to_thread(roster.as_standing, await database.read(roster.tables))
    with tempfile.TemporaryDirectory(prefix="redvest-") as folder:
        path = Path(folder) / f"upload{Path(upload.name).suffix}"
        try:
            await _fetch(bot, upload.file_id, path)
        except TooLarge:
            return uploads.trouble("large"), standing
        return await asyncio.to_thread(upload_checks.check, path, upload.name, standing), standing


async def _fetch(bot: telegram.Bot, file_id: str, to: Path) -> None:
    try:
        file = await bot.get_file(file_id)
    except BadRequest as error:
        if "too big" in error.message.lower():
            raise TooLarge from error
        raise
    if (file.file_size or 0) > uploads.LARGEST:
        raise TooLarge
    await file.download_to_drive(to)


async def _nothing(tx: Tx, now: datetime) -> None:
    """It was cancelled meanwhile, or is done already."""
