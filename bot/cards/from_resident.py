"""What a resident's further word brings to others: more words, mended words, an end, thanks."""

from collections.abc import Awaitable, Callable

from bot.cards.page import Page, lines
from bot.cards.screen import Screen
from bot.dispatch import outcomes
from bot.dispatch.lifecycle import OPEN
from bot.dispatch.permissions import ANSWERING
from storage import events, requests
from storage.records import Act, Request, RequestStatus

Said = dict[str, object]
Values = Callable[[Page, Request, Said], Awaitable[Said | None]]


async def thanks(page: Page) -> Screen | None:
    """To somebody who helped, with the stars and words there are. What was reopened since is thanked for when
    it is solved again; the one responsible knows already that it is solved."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or page.reader is None:
        return None
    solved = request.status is RequestStatus.CLOSED and request.confirmed
    again = request.reopened != page.view.get("reopened")
    nothing_new = page.reader.id == request.responsible_id and not (request.stars or request.comment)
    if not solved or again or nothing_new:
        return None
    return Screen(
        lines(
            page.text("thanks", number=request.number, kind=await page.kind(request.category_id)),
            page.text("thanks-stars", stars="★" * request.stars) if request.stars else None,
            page.text("thanks-words", words=request.comment) if request.comment else None,
        )
    )


async def _added(page: Page, request: Request, said: Said) -> Said | None:
    """The words of that addition; a photo alone has come already."""
    event = await events.last(page.tx, request.id, Act.ADD, at=page.message.created_at)
    if event is None or not await _concerned(page, request):
        return None
    return said | {"words": event.data["words"] or page.text("added-in-photos")}


async def _revised(page: Page, request: Request, said: Said) -> Said | None:
    event = await events.last(page.tx, request.id, Act.REVISE, at=page.message.created_at)
    if event is None or not await _concerned(page, request):
        return None
    return said | {"words": event.data["now"] or "–"}


async def _concerned(page: Page, request: Request) -> bool:
    """Whether it is open still, and the reader's to answer: nobody's is every administrator's."""
    if page.reader is None or request.status not in OPEN:
        return False
    if request.responsible_id is not None:
        return request.responsible_id == page.reader.id
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now)
    return not ANSWERING.isdisjoint(are)


async def _cancelled(page: Page, request: Request, said: Said) -> Said:
    """Who ended it: the resident, or somebody above."""
    event = await events.last(page.tx, request.id, Act.CANCEL)
    by_id = event.by_id if event else None
    return said | {
        "who": page.text("cancelled-by-resident")
        if by_id in (None, request.resident_id)
        else await page.name_of(by_id)
    }


VALUES: dict[str, Values] = {
    "note-added": _added,
    "note-revised": _revised,
    "note-cancelled": _cancelled,
    "note-cancelled-above": _cancelled,
}
"""kind of notice → what it says besides its words; None if it need not be said any more."""
