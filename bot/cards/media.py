"""Photos and other files of a request, with its number."""

from bot.cards.page import Page
from bot.cards.screen import Medium, Screen
from storage import pieces, requests


async def media(page: Page) -> Screen | None:
    """The pieces that the message names; those that are gone are left out."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    found = await pieces.these(page.tx, page.view["pieces"])
    if request is None or not found:
        return None
    return Screen(
        page.text("media-of", number=request.number),
        media=tuple(Medium(piece.kind, piece.file_id, piece.latitude, piece.longitude) for piece in found),
    )
