"""Photos and other files of a request, with its number."""

from bot.cards.page import Page
from bot.cards.screen import Medium, Screen
from bot.dispatch import outcomes
from storage import pieces, requests
from storage.records import Piece, Purpose, Request, RequestStatus


async def media(page: Page) -> Screen | None:
    """The pieces that the message names; those that are gone are left out. Nothing, if it has waited until
    the reader has to do with the request no longer."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    found = await pieces.these(page.tx, page.view["pieces"])
    if request is None or not found or not await _may_see(page, request, found[0]):
        return None
    return Screen(
        page.text("media-of", number=request.number),
        media=tuple(Medium(piece.kind, piece.file_id, piece.latitude, piece.longitude) for piece in found),
    )


async def _may_see(page: Page, request: Request, piece: Piece) -> bool:
    """What came with the words to the stars goes to those who have helped, as the thanks do: while it is
    solved. All else is for those who have to do with the request now."""
    if piece.purpose is Purpose.TALK:
        return request.status is RequestStatus.CLOSED and request.confirmed
    return page.reader is not None and bool(
        await outcomes.relations_of(page.tx, page.reader, request, page.now)
    )
