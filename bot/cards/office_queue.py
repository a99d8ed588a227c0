"""What the office can do with one tap about what lies in its queue."""

from bot.buttons import GiveTo, pack
from bot.cards.correcting import place_keys
from bot.cards.page import Page, role_in
from bot.cards.screen import Key
from bot.dispatch import correcting, office_queue
from storage import events
from storage.nearby import Nearby
from storage.records import Request, RequestStatus

MOST_NAMES = 6
"""How many who could be asked are shown."""
Keys = tuple[tuple[Key, ...], ...]


async def queue_line(page: Page, request: Request) -> str | None:
    """What a tap on the keys does."""
    if request.status is not RequestStatus.SUBMITTED:
        return None
    if correcting.waits_for_place(request):
        return page.text("queue-where")
    return page.text("queue-who") if await office_queue.nearest(page.tx, request, page.now) else None


async def queue_keys(page: Page, request: Request) -> Keys:
    """Where it may be, while that is not known; else who could be asked, the nearest first."""
    if request.status is not RequestStatus.SUBMITTED:
        return ()
    if correcting.waits_for_place(request):
        history = await events.of_request(page.tx, request.id)
        return await place_keys(page, request, correcting.found_for(history))
    near = await office_queue.nearest(page.tx, request, page.now)
    return tuple(
        (Key(_called(page, one), pack(GiveTo(request.id, one.person.id))),) for one in near[:MOST_NAMES]
    )


def _called(page: Page, one: Nearby) -> str:
    return f"{one.person.name} · {one.grid} {role_in(page.language, one.role, one.level)}"
