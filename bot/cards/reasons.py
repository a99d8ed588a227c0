"""Why a request came to whom it came to, in words, for those who answer: a line each."""

from collections.abc import Mapping
from typing import Any

from bot.cards.page import Page
from bot.texts import plain_text
from storage.records import Event, Role


async def reasons(page: Page, event: Event) -> list[str]:
    """What the house has looked at before it gave the request to somebody; nothing where a person did, or it
    was not kept."""
    data = event.data
    said = [await _chosen(page, data), _failed(page, data)]
    said += [page.text(f"why-{why}", grid=grid) for grid, why in data.get("skipped", [])]
    return [page.text("reason-line", told="\0").replace("\0", each) for each in said if each]


async def _chosen(page: Page, data: Mapping[str, Any]) -> str | None:
    """By what they were found."""
    match data.get("how"):
        case "unplaced":
            return page.text("reason-unplaced")
        case "first":
            return page.text("reason-first", mode=data["mode"] or "none", who=_called(page, data["first"]))
        case "delegate":
            away = await page.name_of(data["for"])
            return page.text("reason-delegate", name=away, grid=data["grid"], role=_role(page, data))
        case "post":
            return page.text("reason-post", grid=data["grid"], role=_role(page, data))
    return None


def _failed(page: Page, data: Mapping[str, Any]) -> str | None:
    """Why nobody answers of those who were to be first."""
    if "failed" not in data:
        return None
    who = _called(page, data["first"])
    return page.text("reason-failed", mode=data["mode"] or "none", who=who, why=data["failed"])


def _called(page: Page, first: str) -> str:
    """A role in the reader's language, or an organisation by its name."""
    return plain_text(page.language, f"role-{first}") if first in set(Role) else first


def _role(page: Page, data: Mapping[str, Any]) -> str:
    return plain_text(page.language, f"role-{data['role']}")
