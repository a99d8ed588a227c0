"""What the database holds as the tables of import files, so that importing them again changes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.dispatch.importing.chinese import column_in_chinese, value_in_chinese
from bot.dispatch.importing.columns import CATEGORIES, GRIDS, ORGANISATIONS, PEOPLE, Sheet
from bot.dispatch.roster.written import (
    Written,
    category_written,
    grid_written,
    organisation_written,
    person_written,
)
from storage.roster import Standing


@dataclass(frozen=True, slots=True)
class Table:
    """One import file. `title` is that of its sheet; `titles` are those of the `columns` of the contract, in
    the language asked for, and so are the words in `rows`."""

    file: str
    title: str
    columns: Sequence[str]
    titles: Sequence[str]
    rows: Sequence[Sequence[str]]


def tables(standing: Standing, *, zone: ZoneInfo, chinese: bool) -> list[Table]:
    """The tables that have any row. Posts that have ended are left out, and so is the built-in list of
    categories, which is no import."""
    categories = (entry for entry in standing.categories.values() if not entry.builtin)
    made = (
        _table(GRIDS, map(grid_written, standing.grids.values()), chinese),
        _table(PEOPLE, _people(standing, zone), chinese),
        _table(CATEGORIES, map(category_written, categories), chinese),
        _table(ORGANISATIONS, map(organisation_written, standing.organisations.values()), chinese),
    )
    return [table for table in made if table.rows]


def _people(standing: Standing, zone: ZoneInfo) -> Iterable[Written]:
    return (
        person_written(standing.people[post.entry.person_id], post.entry, zone)
        for post in standing.posts
        if not post.ended
    )


def _table(sheet: Sheet, written: Iterable[Mapping[str, str]], chinese: bool) -> Table:
    found = list(written)
    columns = list(dict.fromkeys((*sheet.columns, *(column for row in found for column in row))))
    rows = [[row.get(column, "") for column in columns] for row in found]
    if not chinese:
        return Table(sheet.file, sheet.title, columns, columns, rows)
    return Table(
        sheet.file,
        sheet.chinese,
        columns,
        [column_in_chinese(sheet, column) for column in columns],
        [[value_in_chinese(*cell) for cell in zip(columns, row, strict=True)] for row in rows],
    )
