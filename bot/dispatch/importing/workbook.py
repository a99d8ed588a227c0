"""From a workbook (XLSX) to rows of cells. What it claims to be is looked at before it is opened, since a
small file can unpack to any size; values only, formulas by what they came to when it was saved."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from bot.dispatch.importing.read import LARGEST_FILE, MEGABYTE, Rows, UnreadableError, measured

OLD_FORMAT = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and the wrapping of a workbook with a password
PASSWORD = "EncryptedPackage".encode("utf-16-le")  # the name of what is in that wrapping
ENCRYPTED = 0x1  # flag of a part
MOST_PARTS = 2_000
LARGEST_UNPACKED = 192 * MEGABYTE  # all parts together; a city's grids with boundaries take 60
LARGEST_PART = 96 * MEGABYTE  # a sheet or the texts, which are read as a stream
LARGEST_SMALL_PART = 8 * MEGABYTE  # all others are taken whole
STREAMED = ("xl/worksheets/sheet", "xl/sharedStrings", "xl/media/")
DENSEST = 150  # times smaller than unpacked; honest sheets reach 40, zeros 1,000
LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet of an open workbook."""

    title: str
    hidden: bool
    sheet: Any  # openpyxl's

    def rows(self) -> Rows:
        """Rows that are not blank, each with its number. Raises UnreadableError."""
        return measured(self._rows())

    def _rows(self) -> Rows:
        row = 0
        self.sheet.reset_dimensions()  # what it says of its size may be wrong, and is not needed
        try:
            for row, values in enumerate(self.sheet.iter_rows(values_only=True), start=1):
                if row > LAST_ROW:
                    raise UnreadableError("import-no-book", row)
                yield row, ["" if value is None else _text(value) for value in values]
        except UnreadableError:
            raise
        except Exception as error:  # the parser fails on damage in every way there is
            raise UnreadableError("import-no-book", row + 1) from error


@contextmanager
def open_book(path: Path) -> Iterator[list[BookSheet]]:
    """The sheets of a workbook, in its order. Raises UnreadableError."""
    try:
        with path.open("rb") as file:
            _look(path, file.read(len(OLD_FORMAT)))
    except OSError as error:
        raise UnreadableError("import-unreadable") from error
    book = _load(path)
    try:
        yield [BookSheet(page.title, page.sheet_state != "visible", page) for page in book.worksheets]
    finally:
        book.close()


def _look(path: Path, start: bytes) -> None:
    """Refuse what is no workbook or unpacks to more than can be held. Python unpacks no more of a part than
    its declared size, so that what is declared may be relied on."""
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableError("import-too-large", limit=f"{LARGEST_FILE // MEGABYTE} MB")
    if start == OLD_FORMAT:
        locked = PASSWORD in path.read_bytes()
        raise UnreadableError("import-locked-book" if locked else "import-old-book")
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError("import-no-book") from error
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise UnreadableError("import-locked-book")
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or any(map(_is_bomb, parts)):
        raise UnreadableError("import-bomb", limit=f"{LARGEST_UNPACKED // MEGABYTE} MB")


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    limit = LARGEST_PART if part.filename.startswith(STREAMED) else LARGEST_SMALL_PART
    dense = part.file_size > MEGABYTE and part.file_size > DENSEST * part.compress_size
    return part.file_size > limit or dense


def _load(path: Path) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - large, and most imports are CSV

    # It remarks on whatever it leaves out; none of that is read here.
    warnings.filterwarnings("ignore", module=r"openpyxl\.")
    try:
        return load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # as above
        raise UnreadableError("import-no-book") from error


def _text(value: object) -> str:
    """A value as it would stand in a CSV file."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
