"""What was put right, in words: for notices, the history, and whoever it came to by that."""

from collections.abc import Mapping
from typing import Any

from bot.cards.page import Page
from bot.dispatch.correcting import What, Why
from bot.texts import plain_text
from storage import grids


async def correction(page: Page, data: Mapping[str, Any]) -> dict[str, object]:
    """The values of a text that tells of a correction, from the event's data: what, from, to, reason."""
    what = data.get("what", What.PLACE)
    return {
        "what": what,
        "was": await _name(page, what, data.get("from")),
        "now": await _name(page, what, data.get("to")),
        "reason": reason_words(page, str(data.get("reason", ""))),
    }


def reason_words(page: Page, reason: str) -> str:
    """A common reason in the reader's language, or the words that were written."""
    return plain_text(page.language, f"correct-{reason}") if reason in list(Why) else reason


async def _name(page: Page, what: str, target_id: int | None) -> str:
    if what == What.KIND:
        return await page.kind(target_id)
    grid = None if target_id is None else await grids.get(page.tx, target_id)
    return await page.place(grid.id) if grid else ""
