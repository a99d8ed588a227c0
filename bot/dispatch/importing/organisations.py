"""Checking organisations.csv: each row, then where they serve and what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.dispatch.importing.cells import Cells
from bot.dispatch.importing.headers import Header
from bot.dispatch.importing.rows import OrganisationRow
from bot.dispatch.importing.words import KINDS


def organisation_row(cells: Cells) -> OrganisationRow:
    """One row of organisations.csv."""
    cells.require("kind")
    return OrganisationRow(
        line=cells.row,
        name=cells.needed("name"),
        kind=cells.word("kind", KINDS, "import-kind") or "",
        grid=cells.code("grid"),
        contact=cells.contact("contact"),
        categories=cells.codes("categories"),
    )


def kept_grids(
    header: Header, rows: Sequence[OrganisationRow], known: Mapping[str, Sequence[str | None]]
) -> Sequence[OrganisationRow]:
    """The rows, each of the organisation of this name that there is already where the file does not say which
    grid is meant; a name that several have is noted as a fault."""
    if "grid" in header.places:
        return rows
    for row in rows:
        if len(known.get(row.name, ())) > 1:
            header.fault(row.line, "name", row.name, "import-organisation-which")
    return [replace(row, grid=next(iter(known.get(row.name, ())), None)) for row in rows]


def check_organisations(
    header: Header,
    rows: Sequence[OrganisationRow],
    grids: Collection[str] | None,
    categories: Collection[str] | None,
) -> None:
    """Note grids and categories that do not exist (None: cannot be told), and a name given twice in one
    grid."""
    lines: dict[tuple[str, str | None], int] = {}
    for row in rows:
        if grids is not None and row.grid and row.grid not in grids:
            header.fault(row.line, "grid", row.grid, header.unknown("grid", "import-grid-unknown"))
        for code in row.categories:
            if categories is not None and code not in categories:
                header.fault(row.line, "categories", code, "import-category-unknown")
        if row.name and lines.setdefault((row.name, row.grid), row.line) != row.line:
            line = str(lines[row.name, row.grid])
            header.fault(row.line, "name", row.name, "import-organisation-twice", line=line)
