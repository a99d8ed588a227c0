"""Checking import files: every row before any is used, every fault at once."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bot.dispatch.importing.categories import Draft, category_draft, check_categories, finished, kept_drafts
from bot.dispatch.importing.cells import Cells
from bot.dispatch.importing.columns import CATEGORIES, GRIDS, ORGANISATIONS, PEOPLE, Sheet
from bot.dispatch.importing.faults import Faults
from bot.dispatch.importing.grids import check_tree, grid_row, kept_parents
from bot.dispatch.importing.headers import Header, find_columns, with_header
from bot.dispatch.importing.organisations import check_organisations, kept_grids, organisation_row
from bot.dispatch.importing.people import check_people, person_row
from bot.dispatch.importing.read import UnreadableError
from bot.dispatch.importing.rows import CategoryRow, Checked, Known, OrganisationRow, PersonRow
from bot.dispatch.importing.sources import Source, opened

NO_HEADER: tuple[int, list[str]] = (0, [])

Row = TypeVar("Row")
Given = TypeVar("Given")
Table = tuple[Header, Sequence[Row]]


def check_path(path: Path, known: Known, *, name: str | None = None) -> Checked:
    """Check a folder of CSV files, one CSV file, or a workbook, with as many of the four kinds as it holds.
    `name` is what the file is called, where that is not the path's.

    Raises ImportFaults with everything that is wrong in all of them. Nothing is written anywhere.
    """
    faults = Faults()
    with opened(path, name or path.name, faults) as sources:
        grids = _kept(_table(sources, GRIDS, grid_row, faults), kept_parents, known.grids)
        people = _table(sources, PEOPLE, person_row, faults)
        drafts = _table(sources, CATEGORIES, category_draft, faults)
        categories = _kept(drafts, kept_drafts, known.categories)
        listed = _table(sources, ORGANISATIONS, organisation_row, faults)
        organisations = _kept(listed, kept_grids, known.organisations)
    known = _staying(known, sources, people)
    codes = _named(grids, known.grids, lambda row: row.code)
    if grids:
        check_tree(*grids, known.grids)
    if people:
        check_people(*people, codes)
    if categories:
        check_categories(*categories, known.categories, _answering(organisations, people, known))
    if organisations:
        served = _named(categories, {*known.categories, *known.builtin}, lambda row: row.code)
        check_organisations(*organisations, codes, served)
    faults.raise_if_any()
    return Checked(
        grids=tuple(grids[1]) if grids else None,
        people=tuple(people[1]) if people else None,
        categories=_categories(categories, known),
        organisations=tuple(organisations[1]) if organisations else None,
        absent=_absent((GRIDS, grids), (PEOPLE, people), (ORGANISATIONS, organisations)),
    )


def check_categories_file(path: Path) -> tuple[CategoryRow, ...]:
    """Check one categories file by itself; raises ImportFaults."""
    return check_path(path, Known()).categories or ()


def _kept(
    table: Table[Row] | None, keep: Callable[[Header, Sequence[Row], Given], Sequence[Row]], known: Given
) -> Table[Row] | None:
    """A table with what is known already in those columns that the check looks at and the file does not
    have."""
    return table and (table[0], keep(*table, known))


def _absent(*tables: tuple[Sheet, Table[Any] | None]) -> Mapping[str, frozenset[str]]:
    """By the file's name, the columns that are still to be kept when the rows are laid over what there is by
    then; those of categories have been."""
    return {sheet.file: table[0].absent(sheet) for sheet, table in tables if table}


def _staying(known: Known, sources: Collection[str], people: Table[PersonRow] | None) -> Known:
    """What rows of these files may refer to beside each other."""
    if CATEGORIES.file in sources:
        known = known.without_builtin()
    files = set(sources)
    if people and "organisation" not in people[0].places:
        files.discard(PEOPLE.file)  # people stay with the organisations that they serve
    return known.without(files) if known.prune else known


def _answering(
    organisations: Table[OrganisationRow] | None, people: Table[PersonRow] | None, known: Known
) -> Collection[str] | None:
    """The organisations that may answer first; None when a file that says so cannot be read."""
    listed = _named(organisations, known.organisations, lambda row: row.name)
    serving = _named(people, known.serving, lambda row: row.organisation or "")
    return None if listed is None or serving is None else {*listed, *serving}


def _categories(table: Table[Draft] | None, known: Known) -> tuple[CategoryRow, ...] | None:
    return tuple(finished(table[1], known.categories)) if table else None


def _named(
    table: Table[Row] | None, known: Collection[str], name: Callable[[Row], str]
) -> Collection[str] | None:
    """What there will be by these names; None when the file that says so cannot be read."""
    if table is None:
        return known
    header, rows = table
    return {*known, *map(name, rows)} if header.sound else None


def _table(
    sources: Mapping[str, Source], sheet: Sheet, parse: Callable[[Cells], Row], faults: Faults
) -> Table[Row] | None:
    """Read the header and rows of a file; None when there is no such file."""
    source = sources.get(sheet.file)
    if source is None:
        return None
    header = Header(source.name, faults, sound=False)
    rows: list[Row] = []
    try:
        lines = with_header(sheet, source.rows())
        header = find_columns(sheet, source.name, *next(lines, NO_HEADER), faults)
        for line, values in lines:
            cells = Cells(header, line, values)
            cells.strays()
            rows.append(parse(cells))
    except UnreadableError as error:
        header.sound = False
        faults.in_file(source.name, error.key, error.row, **error.details)
    return header, rows
