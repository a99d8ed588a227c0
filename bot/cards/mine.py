"""My requests: a resident's own, each a button that opens it."""

from bot.buttons import OpenRequest, pack
from bot.cards.listing import Which, part, turning
from bot.cards.page import Page
from bot.cards.resident import standing
from bot.cards.screen import Key, Screen, shortened
from bot.dispatch.lifecycle import ENDED
from bot.texts import plain_text
from storage import requests
from storage.records import Request

WORDS = 24
"""Units of the words by which a request without a kind is known again."""


async def mine(page: Page) -> Screen | None:
    """What is not over yet first, the newest of each first."""
    if page.reader is None:
        return None
    listed = await requests.of_resident(page.tx, page.reader.id)
    if not listed:
        return Screen(page.text("mine-none"), lasting=True)
    at, shown = part(listed, int(page.view.get("at", 0)))
    keys = [(Key(await _label(page, request), pack(OpenRequest(request.id))),) for request in shown]
    turn = turning(page, Which.MINE, at, len(listed))
    under_way = sum(request.status not in ENDED for request in listed)
    return Screen(
        page.text("mine-title", under_way=str(under_way), count=str(len(listed))),
        tuple(row for row in (*keys, turn) if row),
        lasting=True,
    )


async def _label(page: Page, request: Request) -> str:
    """Number, kind and state; where nobody knew the kind, the first words."""
    kind = await page.kind(request.category_id) if request.category_id else ""
    return plain_text(
        page.language,
        "mine-line",
        number=request.number,
        kind=kind or shortened(" ".join(request.words.split()), WORDS),
        state=plain_text(page.language, f"mine-{standing(request)}"),
    )
