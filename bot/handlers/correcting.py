"""Taps of those who answer that put a wrong place or kind right, and those of the office on its queue."""

from bot.buttons import (
    CorrectKind,
    CorrectPlace,
    GiveTo,
    KindFor,
    KindIs,
    LookInGrid,
    LookInKind,
    PlaceFor,
    PlaceIs,
    PressOnRequest,
)
from bot.dispatch import correcting, office_queue, outcomes
from bot.dispatch.correcting import OWN_WORDS, REASONS, Target, What, Why
from bot.dispatch.guessing import guess
from bot.dispatch.refusals import Gone, TooLate
from bot.handlers.asking import ask_words
from bot.handlers.given import Given
from bot.scene import Answer, Scene, Tap
from bot.tap import on_tap
from storage import categories, grids
from storage.records import Act, Prompt, PromptKind, Request

LAST_PAGE = 10_000
"""No list is so long."""


async def correct_place(tap: Tap, press: CorrectPlace) -> Answer:
    """Show where it may be, what its words say first."""
    request = await _may(tap, press)
    index = await tap.house.atlas.index(tap.tx)
    words = f"{request.place_words} {request.words}".strip()
    found = index.find(words, near=request.grid_id).choices
    return await _turn_to(tap, press, {"page": "place", "found": list(found)})


async def look_in_grid(tap: Tap, press: LookInGrid) -> Answer:
    """Look inside a grid; one with nothing inside is the place."""
    request = await _may(tap, press)
    if press.page > LAST_PAGE:
        raise Gone
    if press.grid_id and not await grids.children(tap.tx, press.grid_id):
        if correcting.waits_for_place(request):
            return await _found_out(tap, press, press.grid_id)
        return await _ask_why(tap, press, Target(What.PLACE, press.grid_id))
    return await _turn_to(tap, press, {"page": "tree", "at": press.grid_id, "n": press.page})


async def place_is(tap: Tap, press: PlaceIs) -> Answer:
    return await _ask_why(tap, press, Target(What.PLACE, press.grid_id))


async def place_for(tap: Tap, press: PlaceFor) -> Answer:
    """It is there. The office needs no reason, as long as it is to find that out."""
    if REASONS.get(press.reason) is Why.OFFICE:
        if not correcting.waits_for_place(await _may(tap, press)):
            raise TooLate
        return await _found_out(tap, press, press.grid_id)
    return await _correct(tap, press, Target(What.PLACE, press.grid_id), press.reason)


async def correct_kind(tap: Tap, press: CorrectKind) -> Answer:
    """Show what it may be, what its words speak for first."""
    request = await _may(tap, press)
    item = guess(request.words, await categories.keywords(tap.tx)) if request.words else None
    likely = item if item != request.category_id else None
    return await _turn_to(tap, press, {"page": "kind", "at": None, "guess": likely})


async def look_in_kind(tap: Tap, press: LookInKind) -> Answer:
    await _may(tap, press)
    if await categories.in_use(tap.tx, press.category_id) is None:
        raise Gone
    return await _turn_to(tap, press, {"page": "kind", "at": press.category_id})


async def kind_is(tap: Tap, press: KindIs) -> Answer:
    return await _ask_why(tap, press, Target(What.KIND, press.category_id))


async def kind_for(tap: Tap, press: KindFor) -> Answer:
    return await _correct(tap, press, Target(What.KIND, press.category_id), press.reason)


async def give_to(tap: Tap, press: GiveTo) -> Answer:
    """The first of the office to choose wins."""
    person = await office_queue.give_to(
        tap.tx, tap.person, press.request_id, press.person_id, rules=tap.rules, now=tap.now
    )
    return Answer("answer-given-to", {"name": person.name})


# What several of them do


async def _may(tap: Tap, press: PressOnRequest) -> Request:
    return await outcomes.may(tap.tx, tap.person, press.request_id, Act.CORRECT, tap.now)


async def _turn_to(tap: Tap, press: PressOnRequest, view: dict[str, object]) -> Answer:
    await tap.turn_to(await tap.card("request", request_id=press.request_id), view)
    return Answer("answer-done")


async def _ask_why(tap: Tap, press: PressOnRequest, to: Target) -> Answer:
    await correcting.may_correct(tap.tx, tap.person, press.request_id, to, tap.now)
    return await _turn_to(tap, press, {"page": "reason", "what": to.what, "target": to.id})


async def _found_out(tap: Tap, press: PressOnRequest, grid_id: int) -> Answer:
    return await _now(tap, press, Target(What.PLACE, grid_id), Why.OFFICE)


async def _correct(tap: Tap, press: PressOnRequest, to: Target, number: int) -> Answer:
    """For one of the common reasons at once; for another when it has been written."""
    if number == OWN_WORDS:
        await correcting.may_correct(tap.tx, tap.person, press.request_id, to, tap.now)
        await _turn_to(tap, press, {"page": None})
        data = {"what": to.what, "target": to.id}
        return await ask_words(tap, PromptKind.CORRECT, press.request_id, data=data)
    reason = REASONS.get(number)
    if reason is None:
        raise Gone
    return await _now(tap, press, to, reason)


async def _now(tap: Tap, press: PressOnRequest, to: Target, reason: Why) -> Answer:
    await correcting.correct(tap.tx, tap.person, press.request_id, to, reason, rules=tap.rules, now=tap.now)
    await _turn_to(tap, press, {"page": None})
    return Answer("answer-corrected")


async def take_reason(scene: Scene, prompt: Prompt, given: Given) -> str:
    """The reason came in words."""
    to = Target(What(prompt.data["what"]), prompt.data["target"])
    await correcting.correct(
        scene.tx, scene.person, prompt.request_id, to, given.words, rules=scene.rules, now=scene.now
    )
    return "answer-corrected"


takes = {PromptKind.CORRECT: take_reason}
taps = [
    on_tap(CorrectPlace, correct_place),
    on_tap(CorrectKind, correct_kind),
    on_tap(LookInGrid, look_in_grid),
    on_tap(LookInKind, look_in_kind),
    on_tap(PlaceIs, place_is),
    on_tap(KindIs, kind_is),
    on_tap(PlaceFor, place_for),
    on_tap(KindFor, kind_for),
    on_tap(GiveTo, give_to),
]
