"""Taps of those who answer that put a wrong place or kind right, and those of the office on its queue.

What they write instead: `correcting_words`.
"""

from bot.buttons import (
    CorrectKind,
    CorrectPlace,
    GiveTo,
    KindFor,
    KindIs,
    LookAround,
    LookInGrid,
    LookInKind,
    PlaceFor,
    PlaceIs,
    PressOnRequest,
)
from bot.dispatch import correcting, office_queue, outcomes
from bot.dispatch.correcting import REASONS, Target, What, Why
from bot.dispatch.refusals import Gone, TooLate
from bot.handlers import asking
from bot.scene import Answer, Tap
from bot.tap import on_tap
from storage import categories, grids
from storage.records import Act, PromptKind, Request

LAST_PAGE = 10_000
"""No list is so long."""


async def correct_place(tap: Tap, press: CorrectPlace) -> Answer:
    return await _begin(tap, press, What.PLACE)


async def correct_kind(tap: Tap, press: CorrectKind) -> Answer:
    return await _begin(tap, press, What.KIND)


async def look_around(tap: Tap, press: LookAround) -> Answer:
    return await _look(tap, press, What.PLACE)


async def look_in_grid(tap: Tap, press: LookInGrid) -> Answer:
    """Look inside a grid; one with nothing inside is the place."""
    request = await _may(tap, press)
    if press.page > LAST_PAGE:
        raise Gone
    if not press.grid_id or await grids.children(tap.tx, press.grid_id):
        view = {"page": "tree", "at": press.grid_id, "n": press.page}
        return await _open(tap, press, What.PLACE, view)
    if correcting.waits_for_place(request):
        return await _found_out(tap, press, press.grid_id)
    return await _chosen(tap, press, Target(What.PLACE, press.grid_id))


async def look_in_kind(tap: Tap, press: LookInKind) -> Answer:
    """Look inside a category, or at all of them."""
    if not press.category_id:
        return await _look(tap, press, What.KIND)
    await _may(tap, press)
    if await categories.in_use(tap.tx, press.category_id) is None:
        raise Gone
    return await _open(tap, press, What.KIND, {"page": "kind", "at": press.category_id})


async def place_is(tap: Tap, press: PlaceIs) -> Answer:
    return await _chosen(tap, press, Target(What.PLACE, press.grid_id))


async def kind_is(tap: Tap, press: KindIs) -> Answer:
    return await _chosen(tap, press, Target(What.KIND, press.category_id))


async def place_for(tap: Tap, press: PlaceFor) -> Answer:
    """It is there. The office needs no reason, as long as it is to find that out."""
    if REASONS.get(press.reason) is Why.OFFICE:
        if not correcting.waits_for_place(await _may(tap, press)):
            raise TooLate
        return await _found_out(tap, press, press.grid_id)
    return await _for(tap, press, Target(What.PLACE, press.grid_id), press.reason)


async def kind_for(tap: Tap, press: KindFor) -> Answer:
    return await _for(tap, press, Target(What.KIND, press.category_id), press.reason)


async def give_to(tap: Tap, press: GiveTo) -> Answer:
    """The first of the office to choose wins."""
    person = await office_queue.give_to(
        tap.tx, tap.person, press.request_id, press.person_id, rules=tap.rules, now=tap.now
    )
    return Answer("answer-given-to", {"name": person.name})


# What several of them do


async def _may(tap: Tap, press: PressOnRequest) -> Request:
    return await outcomes.may(tap.tx, tap.person, press.request_id, Act.CORRECT, tap.now)


async def _begin(tap: Tap, press: PressOnRequest, what: What) -> Answer:
    """Where its words speak for something else ask at once why it is changed to that; else to what."""
    request = await _may(tap, press)
    index = await tap.house.atlas.index(tap.tx)
    likely = await correcting.likely(tap.tx, request, what, index)
    if likely is None:
        return await _look(tap, press, what)
    return await _ask_why(tap, press, Target(what, likely), proposed=True)


async def _look(tap: Tap, press: PressOnRequest, what: What) -> Answer:
    """Ask what it is: first what the words about it may mean."""
    request = await _may(tap, press)
    kept = await correcting.words_kept(tap.tx, tap.person.id, request.id, what)
    index = await tap.house.atlas.index(tap.tx)
    words = kept or correcting.resident_words(request)
    found = (await correcting.meant(tap.tx, request, what, words, index)).choices
    return await _open(tap, press, what, {"page": what, "at": None, "found": list(found), "unseen": False})


async def _chosen(tap: Tap, press: PressOnRequest, to: Target) -> Answer:
    """It is known what it is; where the reason has been written before, all is said."""
    kept = await correcting.words_kept(tap.tx, tap.person.id, press.request_id, to.what)
    return await _correct(tap, press, to, kept) if kept else await _ask_why(tap, press, to)


async def _ask_why(tap: Tap, press: PressOnRequest, to: Target, *, proposed: bool = False) -> Answer:
    await correcting.may_correct(tap.tx, tap.person, press.request_id, to, tap.now)
    view = {"page": "reason", "what": to.what, "target": to.id, "proposed": proposed}
    return await _open(tap, press, to.what, view, {"proposed" if proposed else "target": to.id})


async def _open(
    tap: Tap,
    press: PressOnRequest,
    what: What,
    view: dict[str, object],
    data: dict[str, int] | None = None,
) -> Answer:
    """Open a page that asks. The answer may be a tap or a message; `data`: what is known of it."""
    kept = await correcting.words_kept(tap.tx, tap.person.id, press.request_id, what)
    card = await tap.card("request", request_id=press.request_id)
    said = {"what": what, "why": kept} | (data or {})
    await asking.wait_for(tap, PromptKind.CORRECT, press.request_id, data=said)
    await asking.close_pages(tap, press.request_id, but=card.id)
    await tap.turn_to(card, view)
    return Answer("answer-done")


async def _found_out(tap: Tap, press: PressOnRequest, grid_id: int) -> Answer:
    kept = await correcting.words_kept(tap.tx, tap.person.id, press.request_id, What.PLACE)
    return await _correct(tap, press, Target(What.PLACE, grid_id), kept or Why.OFFICE)


async def _for(tap: Tap, press: PressOnRequest, to: Target, number: int) -> Answer:
    if not number:  # an old button for a reason in words: these need no button any more
        return await _ask_why(tap, press, to)
    reason = REASONS.get(number)
    if reason is None:
        raise Gone
    return await _correct(tap, press, to, reason)


async def _correct(tap: Tap, press: PressOnRequest, to: Target, reason: str) -> Answer:
    await correcting.correct(tap.tx, tap.person, press.request_id, to, reason, rules=tap.rules, now=tap.now)
    await asking.settle(tap, PromptKind.CORRECT, press.request_id)
    await tap.turn_to(await tap.card("request", request_id=press.request_id), {"page": None})
    return Answer("answer-corrected")


taps = [
    on_tap(CorrectPlace, correct_place),
    on_tap(CorrectKind, correct_kind),
    on_tap(LookAround, look_around),
    on_tap(LookInGrid, look_in_grid),
    on_tap(LookInKind, look_in_kind),
    on_tap(PlaceIs, place_is),
    on_tap(KindIs, kind_is),
    on_tap(PlaceFor, place_for),
    on_tap(KindFor, kind_for),
    on_tap(GiveTo, give_to),
]
