"""Why a request came to whom it came to, in words, for those who answer: a line each."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.cards.page import Page
from bot.texts import plain_text
from storage.records import Event, Role

MOST_NAMES = 3
"""Of those who were passed over for one reason; the rest are counted."""


async def reasons(page: Page, event: Event) -> list[str]:
    """What the house has looked at before it gave the request to somebody; where a person gave it, only for
    whom that one stands in. Nothing where it was not kept."""
    data = event.data
    said = [_chosen(page, data), await _in_place(page, data), _failed(page, data)]
    said += [await _past(page, *past) for past in data.get("past", [])]
    said += [page.text(f"why-{why}", grid=grid) for grid, why in data.get("skipped", [])]
    return [page.text("reason-line", told="\0").replace("\0", each) for each in said if each]


def _chosen(page: Page, data: Mapping[str, Any]) -> str | None:
    """By what they were found."""
    match data.get("how"):
        case "unplaced":
            return page.text("reason-unplaced")
        case "first":
            return page.text("reason-first", mode=data["mode"] or "none", who=_called(page, data["first"]))
        case "post":
            return page.text("reason-post", grid=data["grid"], role=_called(page, data["role"]))
    return None


async def _in_place(page: Page, data: Mapping[str, Any]) -> str | None:
    """In whose place they stand: that of a post, or of somebody of the office."""
    if "for" not in data:
        return None
    away = await _names(page, _ids(data["for"]))
    by = await _names(page, _ids(data.get("instead", data["to"])))
    if "role" not in data:
        return page.text("reason-in-office", name=away, by=by)
    called = data["first"] if data.get("how") == "first" else data["role"]
    return page.text("reason-delegate", name=away, by=by, post=_post(page, data["grid"], called))


def _failed(page: Page, data: Mapping[str, Any]) -> str | None:
    """Why nobody answers of those who were to be first."""
    if "failed" not in data:
        return None
    who = _called(page, data["first"])
    return page.text("reason-failed", mode=data["mode"] or "none", who=who, why=data["failed"])


async def _past(page: Page, grid: str, called: str, why: str, ids: Sequence[int]) -> str:
    """Who has been passed over, and why."""
    names = await _names(page, ids[:MOST_NAMES])
    if len(ids) > MOST_NAMES:
        names = plain_text(page.language, "reason-names-more", names=names, count=str(len(ids)))
    return page.text("reason-past", names=names, post=_post(page, grid, called), why=why)


async def _names(page: Page, ids: Sequence[int]) -> str:
    return page.listed([await page.name_of(person_id) for person_id in ids])


def _ids(kept: int | list[int]) -> list[int]:
    """One or several, as the history has them."""
    return [kept] if isinstance(kept, int) else kept


def _post(page: Page, grid: str, called: str) -> str:
    """A role on a grid, or the organisation for which somebody stands."""
    if called not in set(Role):
        return called
    return plain_text(page.language, "reason-post", grid=grid, role=_called(page, called))


def _called(page: Page, first: str) -> str:
    """A role in the reader's language, or an organisation by its name."""
    return plain_text(page.language, f"role-{first}") if first in set(Role) else first
