"""Entries as the rows of an import file that would say the same: the way back, for exports and comparisons.

Words are the codes of the contract; a column without a value is "".
"""

import json
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.dispatch.roster.entries import ANY_LANGUAGE, last_day
from storage.roster import CategoryEntry, GridEntry, OrganisationEntry, PersonEntry, PostEntry

Written = Mapping[str, str]
"""Column → what stands there."""


def grid_written(entry: GridEntry) -> Written:
    return {
        "code": entry.code,
        "name": entry.name,
        "level": entry.level,
        "parent": entry.parent or "",
        "dedicated": "yes" if entry.dedicated else "",
        "mode": entry.mode or "",
        "aliases": _list(entry.aliases),
        "boundary": entry.boundary or "",
    }


def person_written(person: PersonEntry, post: PostEntry, zone: ZoneInfo) -> Written:
    """A person's row for one of their posts."""
    return {
        "name": person.name,
        "role": post.role,
        "grid": post.grid,
        "organisation": post.organisation or "",
        "phone": person.phone or "",
        "telegram_id": str(person.telegram_id or ""),
        "skills": _list(person.skills),
        "languages": _list(person.languages),
        "until": last_day(post.until, zone).isoformat() if post.until else "",
    }


def category_written(entry: CategoryEntry) -> Written:
    """Urgency, confidential and first are written even where they are the parent's: they are kept so."""
    names = json.loads(entry.names)
    return {
        "code": entry.code,
        "name": names.pop(ANY_LANGUAGE, entry.code),
        "parent": entry.parent or "",
        "icon": entry.icon,
        "urgency": entry.urgency,
        "confidential": "yes" if entry.confidential else "no",
        "first": _first(json.loads(entry.first)),
        "keywords": _list(entry.keywords),
        **{f"name_{tag.replace('-', '_').lower()}": name for tag, name in names.items()},
    }


def organisation_written(entry: OrganisationEntry) -> Written:
    return {
        "name": entry.name,
        "kind": entry.kind,
        "grid": entry.grid or "",
        "contact": entry.contact or "",
        "categories": _list(entry.categories),
    }


def _list(stored: str) -> str:
    return ";".join(json.loads(stored))


def _first(first: Mapping[str, str]) -> str:
    return ";".join(f"{mode}={who}" if mode else who for mode, who in first.items())
