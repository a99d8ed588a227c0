"""``redvest export``: what the database holds, as files that `redvest import` takes."""

import argparse
import asyncio
from functools import partial
from pathlib import Path

from bot.cli import DONE, FAILED, WRONG_USE, say
from bot.commands.files import TooLongError, UnknownKindError, write_tables
from bot.commands.progress import Progress
from bot.commands.snapshot import standing_in
from bot.dispatch.importing.columns import SHEETS
from bot.dispatch.roster.exporting import Table, tables
from bot.dispatch.roster.telling import sheet_title
from bot.settings import Settings
from bot.texts import plain_text


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Write a workbook, a JSON file or a folder of CSV, and say how much there is of what."""
    text = partial(plain_text, settings.language)
    path = Path(given.path)
    with Progress(settings.language) as progress:
        progress("import-doing-read")
        standing = asyncio.run(standing_in(settings.database_url))
        found = tables(standing, zone=settings.zone, chinese=given.chinese)
        if not found:
            return say(text("export-nothing"), code=FAILED)
        progress("export-doing")
        try:
            write_tables(path, found)
        except UnknownKindError:
            return say(text("export-kind", path=str(path)), code=WRONG_USE)
        except TooLongError as error:
            return say(text("export-too-long", where=error.where), code=FAILED)
        except OSError as error:
            return say(text("export-unwritable", path=str(path), error=error.strerror or ""), code=FAILED)
    for table in found:
        print(text("export-tally", sheet=sheet_title(table.file, text), count=len(table.rows)))
    for file in _left_over(path, found):
        print(text("export-left-over", file=file))
    print(text("export-done", path=str(path)))
    return DONE


def _left_over(path: Path, found: list[Table]) -> list[str]:
    """Import files that stood in the folder already and are not of this export."""
    written = {table.file for table in found}
    names = [name for sheet in SHEETS for name in (sheet.file, f"{sheet.chinese}.csv")]
    return [name for name in names if name not in written and (path / name).exists()]
