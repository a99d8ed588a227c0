"""Rows of import files as they are stored."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.dispatch.importing import CategoryRow, GridRow, OrganisationRow
from storage.roster import CategoryEntry, GridEntry, OrganisationEntry, PersonEntry, PostEntry
from storage.rows import as_json

ANY_LANGUAGE = ""
"""The name that serves readers whose language has none of its own; it stands first."""

Entry = TypeVar("Entry", GridEntry, OrganisationEntry, PersonEntry, PostEntry)


def kept(entry: Entry, was: Entry | None, absent: Collection[str]) -> Entry:
    """The entry with what stood in the columns that its file does not have."""
    if was is None or not absent:
        return entry
    return entry._replace(**{column: getattr(was, column) for column in absent})


def grid_entries(rows: Sequence[GridRow]) -> list[GridEntry]:
    return [
        GridEntry(
            row.code,
            row.name,
            row.level,
            row.parent,
            row.dedicated,
            row.mode,
            as_json(row.aliases),
            row.boundary,
            position,
        )
        for position, row in enumerate(rows)
    ]


def category_entries(rows: Sequence[CategoryRow], *, builtin: bool = False) -> list[CategoryEntry]:
    return [
        CategoryEntry(
            row.code,
            as_json({ANY_LANGUAGE: row.name, **row.names}),
            row.parent,
            row.icon or "",
            row.urgency,
            row.confidential,
            as_json({"": row.first.usual, **row.first.by_mode}),
            as_json(row.keywords),
            builtin,
            position,
        )
        for position, row in enumerate(rows)
    ]


def organisation_entries(rows: Sequence[OrganisationRow]) -> list[OrganisationEntry]:
    return [
        OrganisationEntry(row.name, row.kind, row.grid, row.contact, as_json(row.categories), position)
        for position, row in enumerate(rows)
    ]


def end_of_day(last: date | None, zone: ZoneInfo) -> datetime | None:
    """The moment at which a post ends that is given until the end of a day there."""
    if last is None:
        return None
    following = min(last, date.max - timedelta(days=1)) + timedelta(days=1)
    return datetime.combine(following, time(), zone)


def last_day(until: datetime, zone: ZoneInfo) -> date:
    """The last day there of a post that ends at this moment: the other way round."""
    return (until.astimezone(zone) - timedelta(microseconds=1)).date()
