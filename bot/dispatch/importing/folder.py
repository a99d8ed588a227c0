"""Checking a whole folder of import files: every row before any is used, every fault at once."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.dispatch.importing.categories import category_draft, check_categories, finished
from bot.dispatch.importing.cells import Cells
from bot.dispatch.importing.columns import CATEGORIES, GRIDS, PEOPLE, Header, Sheet, find_columns
from bot.dispatch.importing.faults import Faults
from bot.dispatch.importing.grids import check_tree, grid_row
from bot.dispatch.importing.people import check_people, person_row
from bot.dispatch.importing.read import UnreadableError, read_rows
from bot.dispatch.importing.rows import CategoryRow, Checked, GridRow, Known, PersonRow

SHEETS = (GRIDS, PEOPLE, CATEGORIES)
LATER = {"organisations.csv": "import-later-organisations"}
NO_HEADER: tuple[int, list[str]] = (0, [])


Row = TypeVar("Row")
Table = tuple[Header, list[Row]]


def check_folder(path: Path, known: Known) -> Checked:
    """Check grids.csv, people.csv and categories.csv, as many of them as the folder holds.

    Raises ImportFaults with everything that is wrong in all of them. Nothing is written anywhere.
    """
    faults = Faults()
    files = _files(path, faults)
    grids = _check_grids(files.get(GRIDS.file), known, faults)
    people = _check_people(files.get(PEOPLE.file), grids, known, faults)
    categories = _check_categories(files.get(CATEGORIES.file), known, faults)
    faults.raise_if_any()
    return Checked(
        grids=tuple(grids[1]) if grids else None,
        people=tuple(people) if people is not None else None,
        categories=tuple(categories) if categories is not None else None,
    )


def check_categories_file(path: Path) -> tuple[CategoryRow, ...]:
    """Check one categories file by itself; raises ImportFaults."""
    faults = Faults()
    categories = _check_categories(path, Known(), faults)
    faults.raise_if_any()
    return tuple(categories or ())


def _check_grids(path: Path | None, known: Known, faults: Faults) -> Table[GridRow] | None:
    table = _table(path, GRIDS, grid_row, faults)
    if table:
        check_tree(*table, known.grids)
    return table


def _check_people(
    path: Path | None, grids: Table[GridRow] | None, known: Known, faults: Faults
) -> list[PersonRow] | None:
    table = _table(path, PEOPLE, person_row, faults)
    if not table:
        return None
    header, rows = grids or (None, [])
    codes = {*known.grids, *(row.code for row in rows)}
    check_people(*table, codes if header is None or header.sound else None)
    return table[1]


def _check_categories(path: Path | None, known: Known, faults: Faults) -> list[CategoryRow] | None:
    table = _table(path, CATEGORIES, category_draft, faults)
    if not table:
        return None
    check_categories(*table, known.categories)
    return finished(table[1], known.categories)


def _table(
    path: Path | None, sheet: Sheet, parse: Callable[[Cells], Row], faults: Faults
) -> Table[Row] | None:
    """Read a file's header and rows; None when there is no file."""
    if path is None:
        return None
    header = Header(sheet.file, faults, sound=False)
    rows: list[Row] = []
    try:
        lines = read_rows(path)
        header = find_columns(sheet, *next(lines, NO_HEADER), faults)
        for line, values in lines:
            cells = Cells(header, line, values)
            cells.strays()
            rows.append(parse(cells))
    except UnreadableError as error:
        header.sound = False
        faults.in_file(sheet.file, error.key, error.row, **error.details)
    return header, rows


def _files(folder: Path, faults: Faults) -> dict[str, Path]:
    """The files of the folder that are known by name; every other table among them is a fault."""
    if not folder.is_dir():
        key = "import-later-xlsx" if _is_workbook(folder) else "import-no-folder"
        faults.in_file(folder.name, key)
        return {}
    known = {sheet.file for sheet in SHEETS}
    files: dict[str, Path] = {}
    strange = False
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or not path.is_file():
            continue  # hidden files and the locks of spreadsheet programs
        if path.name in known:
            files[path.name] = path
        elif path.suffix.lower() == ".csv" or _is_workbook(path):
            strange = True
            _strange(path, faults)
    if not files and not strange:
        faults.in_file(folder.name, "import-nothing")
    return files


def _strange(path: Path, faults: Faults) -> None:
    if _is_workbook(path):
        faults.in_file(path.name, "import-later-xlsx")
    elif path.name in LATER:
        faults.in_file(path.name, LATER[path.name])
    else:
        names = [sheet.file for sheet in SHEETS]
        near = difflib.get_close_matches(path.name.casefold()[:64], names, n=1, cutoff=0.7)
        faults.in_file(path.name, "import-file-unknown", names=", ".join(near or names))


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in {".xlsx", ".xls", ".xlsm", ".ods"}
