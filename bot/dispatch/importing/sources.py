"""Where the tables of an import are: the files of a folder, one file, or the sheets of a workbook."""

import difflib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.dispatch.importing.columns import SHEETS, Sheet, sheet_called
from bot.dispatch.importing.faults import Faults, shown
from bot.dispatch.importing.headers import separated_otherwise, sheet_in
from bot.dispatch.importing.read import Rows, UnreadableError, read_rows
from bot.dispatch.importing.workbook import BookSheet, open_book

BOOKS = frozenset({".xlsx", ".xlsm"})
OTHER_BOOKS = frozenset({".xls", ".xlsb", ".ods", ".et", ".numbers"})


@dataclass(frozen=True, slots=True)
class Source:
    """A table: what faults call it, and its rows, which may raise UnreadableError."""

    name: str
    rows: Callable[[], Rows]


Sources = dict[str, Source]
"""The file name of the kind ("grids.csv") → where it is."""


@contextmanager
def opened(path: Path, name: str, faults: Faults) -> Iterator[Sources]:
    """All tables of a folder or a file, to be read within. A table of no known kind is a fault."""
    name = shown(name)
    suffix = Path(name).suffix.lower()
    with ExitStack() as stack:
        if path.is_dir():
            yield _of_folder(path, faults)
        elif not path.exists():
            faults.in_file(name, "import-no-path")
            yield {}
        elif suffix == ".csv" and path.is_file():
            yield _of_file(path, name, faults)
        elif suffix in BOOKS and path.is_file():
            yield _of_book(path, name, stack, faults)
        else:
            faults.in_file(name, "import-old-book" if suffix in OTHER_BOOKS else "import-no-table")
            yield {}


def _of_folder(folder: Path, faults: Faults) -> Sources:
    sources: Sources = {}
    strange = False
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or not path.is_file():
            continue  # hidden files and the locks of spreadsheet programs
        suffix = path.suffix.lower()
        if path.suffix == ".csv" and (sheet := _called_exactly(path.stem)):
            _add(sources, sheet, Source(path.name, partial(read_rows, path)), faults)
        elif suffix == ".csv" or suffix in BOOKS | OTHER_BOOKS:
            strange = True
            _strange(shown(path.name), suffix, faults)
    if not sources and not strange:
        faults.in_file(shown(folder.name), "import-nothing")
    return sources


def _of_file(path: Path, name: str, faults: Faults) -> Sources:
    rows = partial(read_rows, path)
    try:
        sheet = sheet_called(Path(name).stem) or sheet_in(rows())
        if sheet is None:
            _not_known(name, rows(), faults)
            return {}
    except UnreadableError as error:
        faults.in_file(name, error.key, error.row, **error.details)
        return {}
    return {sheet.file: Source(name, rows)}


def _not_known(name: str, rows: Rows, faults: Faults) -> None:
    """Note that neither the name of a file nor its header says what is in it."""
    line, cells = next(rows, (0, []))
    if not cells:
        faults.in_file(name, "import-empty")
    elif separated_otherwise(cells):
        faults.in_file(name, "import-separator", line)
    else:
        faults.in_file(name, "import-which-file", names=_names())


def _of_book(path: Path, name: str, stack: ExitStack, faults: Faults) -> Sources:
    sources: Sources = {}
    strange = False
    try:
        for page in stack.enter_context(open_book(path)):
            source = Source(f"{name} › {shown(page.title)}", page.rows)
            if sheet := _kind(page):
                _add(sources, sheet, source, faults)
            elif not page.hidden and next(page.rows(), None):
                strange = True
                faults.in_file(source.name, "import-which-sheet", names=_names())
    except UnreadableError as error:
        faults.in_file(name, error.key, error.row, **error.details)
        return {}
    if not sources and not strange:
        faults.in_file(name, "import-nothing")
    return sources


def _kind(page: BookSheet) -> Sheet | None:
    """What a sheet holds, by its name or its header. A hidden one of another name is none of ours:
    spreadsheets keep lists of choices on such."""
    sheet = sheet_called(page.title)
    return sheet if sheet or page.hidden else sheet_in(page.rows())


def _called_exactly(stem: str) -> Sheet | None:
    """Files are called exactly so, since systems differ in whether the case matters."""
    return next((sheet for sheet in SHEETS if stem in (sheet.title, sheet.chinese)), None)


def _add(sources: Sources, sheet: Sheet, source: Source, faults: Faults) -> None:
    if sources.setdefault(sheet.file, source) is not source:
        faults.in_file(source.name, "import-file-twice", other=sources[sheet.file].name)


def _strange(name: str, suffix: str, faults: Faults) -> None:
    """Note a table that is no import file; none is passed over in silence."""
    if suffix in BOOKS:
        faults.in_file(name, "import-book-alone")
    elif suffix in OTHER_BOOKS:
        faults.in_file(name, "import-old-book")
    else:
        near = difflib.get_close_matches(name.casefold(), [s.file for s in SHEETS], n=1, cutoff=0.7)
        faults.in_file(name, "import-file-unknown", names=", ".join(near) or _names())


def _names() -> str:
    return ", ".join(sheet.file for sheet in SHEETS)
