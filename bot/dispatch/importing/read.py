"""From bytes to rows of cells: encoding, size, and CSV itself. Reads as a stream and trusts nothing."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from bot.dispatch.importing.guarded import unguarded

MEGABYTE = 1024 * 1024
LARGEST_FILE = 64 * MEGABYTE
LONGEST_LINE = MEGABYTE  # characters; no honest row comes near it
MOST_ROWS, MOST_COLUMNS = 300_000, 200  # of one table; a city of a million households has 60,000 grids
MOST_CELLS = 10_000_000  # blank ones too, of which a workbook can have any number for a few bytes
CHUNK = MEGABYTE
CERTAINLY_UTF8 = 20  # characters beyond ASCII; GB18030 text does not pass as UTF-8 for that long by chance


class UnreadableError(Exception):
    """A file, or the rest of it from a row on, cannot be read; `key` and `details` are for the fault."""

    def __init__(self, key: str, row: int = 0, **details: str) -> None:
        super().__init__(key)
        self.key, self.row, self.details = key, row, details


Rows = Iterator[tuple[int, list[str]]]


def read_rows(path: Path) -> Rows:
    """Rows that are not blank, each with its number as a spreadsheet shows it. Raises UnreadableError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableError("import-too-large", limit=f"{LARGEST_FILE // MEGABYTE} MB")
        encoding = _encoding(path)
        with path.open(encoding=encoding, newline="") as file:
            yield from measured(_rows(file))
    except UnicodeDecodeError as error:
        raise UnreadableError("import-encoding") from error
    except OSError as error:
        raise UnreadableError("import-unreadable") from error


def measured(rows: Rows) -> Rows:
    """The rows that are not blank, without blank cells at their ends. Raises UnreadableError when there is
    more than any honest table has."""
    filled = cells = 0
    for row, values in rows:
        cells += len(values)
        while values and not values[-1].strip():
            values.pop()
        filled += bool(values)
        if filled > MOST_ROWS or len(values) > MOST_COLUMNS or cells > MOST_CELLS:
            raise UnreadableError("import-too-many", row, rows=f"{MOST_ROWS:,}", columns=str(MOST_COLUMNS))
        if values:
            yield row, values


def _rows(file: TextIO) -> Rows:
    # Counting records, not lines: a cell with a line break is still one row in a spreadsheet.
    row = 0
    try:
        for row, cells in enumerate(csv.reader(_lines(file), strict=True), start=1):
            yield row, [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise UnreadableError("import-malformed", row + 1) from error
    except _LongLineError as error:
        raise UnreadableError("import-long-line", row + 1) from error


class _LongLineError(Exception):
    """A line longer than LONGEST_LINE."""


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise _LongLineError
        yield line


def _encoding(path: Path) -> str:
    """utf-8-sig or gb18030; UnreadableError or UnicodeDecodeError when it is neither."""
    with path.open("rb") as file:
        surely_utf8 = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    beyond_ascii = 0
    try:
        for text in _decoded(path, "utf-8"):
            beyond_ascii += _beyond_ascii(text)
    except UnicodeDecodeError as error:
        beyond_ascii += _beyond_ascii(error.object[: error.start].decode("utf-8", "ignore"))
        if surely_utf8 or beyond_ascii >= CERTAINLY_UTF8:
            raise  # a damaged UTF-8 file, which as GB18030 would become rubbish without a word
        for _ in _decoded(path, "gb18030"):
            pass
        return "gb18030"
    return "utf-8-sig"


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            text = decoder.decode(chunk)
            if "\0" in text:
                raise UnreadableError("import-encoding")  # UTF-16 without a mark, or no text at all
            yield text
    decoder.decode(b"", final=True)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
