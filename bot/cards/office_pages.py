"""What opens on a card of those who answer: where to offer it, to whom to give it on, whether to end it."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from bot.buttons import Back, CancelForSure, OfferPlaces, OfferTo, ReassignTo, Reword, pack
from bot.cards import correcting
from bot.cards.groups import titles
from bot.cards.history import history
from bot.cards.page import Page, lines, role_in
from bot.cards.screen import Key, Screen
from bot.dispatch import group_words, outcomes, reassigning
from storage import grids
from storage.records import Act, Request

MOST_NAMES = 8
"""How many who could answer are shown."""


class Opened(NamedTuple):
    """A page: open as long as its act is allowed."""

    act: Act
    screen: Callable[[Page, Request, str], Awaitable[Screen]]


async def _offer(page: Page, request: Request, text: str) -> Screen:
    """How many people, then one tap on a group; below, what the group will read."""
    places = int(page.view.get("places", 1))
    bound = await outcomes.places_to_offer(page.tx, request)
    if not bound:
        path = await grids.path(page.tx, request.grid_id)
        return _screen(page, request, lines(text, "", page.text("offer-nowhere", code=path[0].code)))
    counts = tuple(
        Key(f"✓ {count}" if count == places else str(count), pack(OfferPlaces(request.id, count)))
        for count in outcomes.PLACES
    )
    to = [
        (Key(title, pack(OfferTo(request.id, group.id, places))),)
        for group, title in zip(bound, titles(bound), strict=True)
    ]
    words = await group_words.present(page.tx, request)
    read = page.text("offer-words", words=words) if words else page.text("offer-no-words")
    said = lines(text, read, page.text("offer-title"))
    return _screen(page, request, said, counts, *to, (page.key("label-reword", Reword(request.id)),))


async def _reassign(page: Page, request: Request, text: str) -> Screen:
    """Who else could answer, the nearest first."""
    others = await reassigning.candidates(page.tx, request, page.now)
    to = [
        (Key(_called(page, one), pack(ReassignTo(request.id, one.person.id))),) for one in others[:MOST_NAMES]
    ]
    said = page.text("reassign-title" if others else "reassign-nobody")
    return _screen(page, request, lines(text, said), *to)


def _called(page: Page, one: reassigning.Candidate) -> str:
    return f"{one.person.name} · {one.grid.name} {role_in(page.language, one.role, one.grid.level)}"


async def _cancel(page: Page, request: Request, text: str) -> Screen:
    """Whether that is meant."""
    sure = (page.key("label-cancel-for-sure", CancelForSure(request.id)),)
    return _screen(page, request, lines(text, page.text("office-cancel-ask")), sure)


def _screen(page: Page, request: Request, text: str, *keys: tuple[Key, ...]) -> Screen:
    return Screen(text, (*keys, (page.key("label-back", Back(request.id)),)), lasting=True)


async def _history(page: Page, request: Request, text: str) -> Screen:  # noqa: ARG001 - one shape for all
    return await history(page, request)


PAGES = {
    "history": Opened(Act.SAY, _history),
    "offer": Opened(Act.OFFER, _offer),
    "reassign": Opened(Act.ASSIGN, _reassign),
    "cancel": Opened(Act.CANCEL, _cancel),
    "place": Opened(Act.CORRECT, correcting.likely_places),
    "tree": Opened(Act.CORRECT, correcting.tree),
    "kind": Opened(Act.CORRECT, correcting.kinds),
    "reason": Opened(Act.CORRECT, correcting.reason),
}
"""What a card's view calls the page → the page."""
