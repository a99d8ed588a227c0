"""Tables as files: a workbook, JSON, or a folder of CSV. A file appears whole or not at all."""

import csv
import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.dispatch.importing.guarded import guarded
from bot.dispatch.roster.exporting import Table

LONGEST_CELL = 32_767  # characters in a cell of a workbook; the rest would be cut off
WIDTH = 18  # of a column, about so many letters
LISTS = frozenset({"aliases", "skills", "languages", "keywords", "categories"})
TRUTHS = frozenset({"dedicated", "confidential"})
NO_FOLDERS = frozenset({".csv", ".tsv", ".txt", ".xls", ".xlsm", ".xlsb", ".ods", ".et", ".zip"})
"""Endings with which a file is meant, of a kind that is not written."""
YES = frozenset({"yes", "是"})


class UnknownKindError(Exception):
    """A file of some other kind is asked for than a workbook or JSON."""


class TooLongError(Exception):
    """A cell is too long for a workbook; `where` names its row."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def write_tables(path: Path, tables: Sequence[Table]) -> None:
    """Write to a new file, or to files in a folder, what the path's name asks for; others in the folder stay.

    Raises UnknownKindError, TooLongError, OSError.
    """
    suffix = path.suffix.lower()
    if suffix in NO_FOLDERS and not path.is_dir():
        raise UnknownKindError
    {".xlsx": _write_book, ".json": _write_json}.get(suffix, _write_folder)(path, tables)


def _write_folder(folder: Path, tables: Sequence[Table]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        # With the mark at its start, Excel knows that it is UTF-8.
        with (
            _replacing(folder / table.file) as new,
            new.open("w", encoding="utf-8-sig", newline="") as file,
        ):
            writer = csv.writer(file)
            writer.writerow(table.titles)
            writer.writerows([guarded(cell) for cell in row] for row in table.rows)


def _write_json(path: Path, tables: Sequence[Table]) -> None:
    found = {
        table.title: [
            {
                title: _typed(column, cell)
                for column, title, cell in zip(table.columns, table.titles, row, strict=True)
            }
            for row in table.rows
        ]
        for table in tables
    }
    with _replacing(path) as new:
        new.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _typed(column: str, cell: str) -> object:
    if column in LISTS:
        return [part for part in cell.split(";") if part]
    if column in TRUTHS:
        return cell in YES
    if column == "telegram_id" and cell:
        return int(cell)
    return cell or None


def _write_book(path: Path, tables: Sequence[Table]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - large, and only for this kind
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for table in tables:
        _check_lengths(table)
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.title)
        sheet.freeze_panes = "A2"
        for place in range(len(table.columns)):
            sheet.column_dimensions[get_column_letter(place + 1)].width = WIDTH
        sheet.append(list(table.titles))

        for row in table.rows:
            sheet.append([_text(sheet, value) for value in row])
    with _replacing(path) as new:
        book.save(new)


def _text(sheet: Any, value: str) -> object:
    """What to append for a text, even where it looks like a formula."""
    if not value.startswith(("=", "#")):
        return value or None
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


def _check_lengths(table: Table) -> None:
    for row in table.rows:
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise TooLongError(" ".join(row[:2]))


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A file beside this one, which takes its place when all went well and is gone when not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        yield new
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
