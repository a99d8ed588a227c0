"""Checking people.csv: each row, then who is one person, and what one person's rows say together."""

from collections.abc import Callable, Collection, Sequence

from bot.dispatch.importing.cells import LONGEST_NAME, Cells
from bot.dispatch.importing.headers import Header
from bot.dispatch.importing.rows import PersonRow
from bot.dispatch.importing.words import ROLES

# What all rows of one person must agree on, where it is given: column, value, key of the fault.
AGREED: tuple[tuple[str, Callable[[PersonRow], str | None], str], ...] = (
    ("name", lambda row: row.name or None, "import-person-name"),
    ("phone", lambda row: row.phone, "import-person-phone"),
    ("telegram_id", lambda row: str(row.telegram_id) if row.telegram_id else None, "import-person-telegram"),
)


def person_row(cells: Cells) -> PersonRow:
    """One row of people.csv."""
    cells.require("role")
    return PersonRow(
        line=cells.row,
        name=cells.needed("name"),
        role=cells.word("role", ROLES, "import-role") or "",
        grid=cells.needed_code("grid"),
        organisation=cells.text("organisation", LONGEST_NAME),
        phone=cells.phone("phone"),
        telegram_id=cells.telegram_id("telegram_id"),
        skills=cells.texts("skills"),
        languages=cells.texts("languages"),
        until=cells.day("until"),
    )


def one_person_each(rows: Sequence[PersonRow]) -> list[list[PersonRow]]:
    """The rows of each person together, in file order: the same phone or telegram_id makes them one; where
    a row has neither, the same name on the same grid does, among such rows."""
    groups: dict[tuple[str, ...], list[PersonRow]] = {}
    for row in rows:
        group: list[PersonRow] = []
        for key in _keys(row):
            group = _joined(groups, group, groups.get(key, group))
        group.append(row)
        groups.update((key, group) for key in _keys(row))
    unique = {id(group): group for group in groups.values()}
    return [sorted(group, key=lambda row: row.line) for group in unique.values()]


def _joined(
    groups: dict[tuple[str, ...], list[PersonRow]], one: list[PersonRow], other: list[PersonRow]
) -> list[PersonRow]:
    """Both groups as one: the smaller goes into the larger, so that no file makes this slow."""
    if one is other:
        return one
    small, large = sorted((one, other), key=len)
    large.extend(small)
    groups.update((key, large) for row in small for key in _keys(row))
    return large


def check_people(header: Header, rows: Sequence[PersonRow], grids: Collection[str] | None) -> None:
    """Note grids that do not exist (grids None: cannot be told), posts given twice, and rows of one person
    that contradict each other."""
    for row in rows:
        if grids is not None and row.grid and row.grid not in grids:
            header.fault(row.line, "grid", row.grid, "import-grid-unknown")
    for group in one_person_each(rows):
        for column, value, key in AGREED:
            _check_agreed(header, group, column, value, key)
        _check_posts(header, group)


def _check_agreed(
    header: Header, group: list[PersonRow], column: str, value: Callable[[PersonRow], str | None], key: str
) -> None:
    first = next((row for row in group if value(row)), None)
    for row in group:
        given, wanted = value(row), value(first) if first else None
        if first and given and wanted and given != wanted:
            header.fault(row.line, column, given, key, other=wanted, line=str(first.line))


def _check_posts(header: Header, group: list[PersonRow]) -> None:
    lines: dict[tuple[str, str], int] = {}
    for row in group:
        if row.role and row.grid and lines.setdefault((row.role, row.grid), row.line) != row.line:
            line = str(lines[row.role, row.grid])
            header.faults.in_file(header.file, "import-person-twice", row.line, line=line)


def _keys(row: PersonRow) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = []
    if row.phone:
        keys.append(("phone", row.phone))
    if row.telegram_id:
        keys.append(("telegram_id", str(row.telegram_id)))
    return keys or [("name and grid", row.name, row.grid)]
