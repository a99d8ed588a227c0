"""Pages of the office's card on which a wrong place or kind is put right: what it is, then why."""

from collections.abc import Iterable

from bot.buttons import (
    Back,
    CorrectKind,
    CorrectPlace,
    KindFor,
    KindIs,
    LookInGrid,
    LookInKind,
    PlaceFor,
    PlaceIs,
    Press,
    pack,
)
from bot.cards.corrections import reason_words
from bot.cards.page import Page, lines, name_in, rows
from bot.cards.screen import Key, Screen
from bot.dispatch.correcting import FITTING, OWN_WORDS, REASONS, What, Why, waits_for_place
from storage import categories, grids
from storage.records import Category, Grid, Request

PAGE_SIZE = 10
MOST = 6
"""How many grids inside it, beside it, and beside the one around it are offered at once."""
Keys = tuple[tuple[Key, ...], ...]
NUMBERS = {why: number for number, why in REASONS.items()}


# The place


async def likely_places(page: Page, request: Request, text: str) -> Screen:
    """What its words may mean, then the grids inside, beside and around the one it is in now."""
    keys = await place_keys(page, request, page.view.get("found", []))
    return _screen(page, lines(text, page.text("correct-ask-place")), keys, Back(request.id))


async def place_keys(page: Page, request: Request, found: Iterable[int]) -> Keys:
    """One tap on a place, or Elsewhere, which opens the tree."""
    here = None if waits_for_place(request) else request.grid_id
    path = await grids.path(page.tx, request.grid_id)
    inside = await grids.children(page.tx, request.grid_id)
    beside = [
        grid for above in path[1:3] for grid in _but(here, await grids.children(page.tx, above.id))[:MOST]
    ]
    likely = [grid for grid in [await grids.in_use(page.tx, grid_id) for grid_id in found] if grid]
    near = {grid.id: grid for grid in [*inside[:MOST], *beside, *path[1:]]}
    above = [
        (Key(await page.place(grid.id), pack(place_press(request, grid.id))),) for grid in _but(here, likely)
    ]
    others = [grid for grid in _but(here, near.values()) if grid not in likely]
    picks = [Key(grid.name, pack(place_press(request, grid.id))) for grid in others]
    elsewhere = page.key("label-elsewhere", LookInGrid(request.id, 0, 0))
    return (*above, *rows(picks, 2), (elsewhere,))


def place_press(request: Request, grid_id: int) -> Press:
    """What a tap on a place means: the office, to which it is not known, need not say why."""
    if waits_for_place(request):
        return PlaceFor(request.id, grid_id, NUMBERS[Why.OFFICE])
    return PlaceIs(request.id, grid_id)


def _but(grid_id: int | None, listed: Iterable[Grid]) -> list[Grid]:
    return [grid for grid in listed if grid.id != grid_id]


async def tree(page: Page, request: Request, text: str) -> Screen:
    """The grids inside the open one, ten to a page; the top is where there is first something to choose."""
    at = await grids.in_use(page.tx, page.view.get("at") or 0)
    opened = at is not None
    listed = await grids.children(page.tx, at.id if at else None)
    while not opened and len(listed) == 1:
        at, listed = listed[0], await grids.children(page.tx, listed[0].id)
    number = int(page.view.get("n", 0))
    shown = listed[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    picks = [Key(grid.name, pack(LookInGrid(request.id, grid.id, 0))) for grid in shown]
    there = at.id if opened and at else 0
    turn = []
    if number:
        turn.append(page.key("label-previous-page", LookInGrid(request.id, there, number - 1)))
    if (number + 1) * PAGE_SIZE < len(listed):
        turn.append(page.key("label-next-page", LookInGrid(request.id, there, number + 1)))
    here = ((page.key("label-here", place_press(request, at.id), grid=at.name),),) if at else ()
    up = LookInGrid(request.id, at.parent_id or 0, 0) if opened and at else CorrectPlace(request.id)
    keys = (*rows(picks, 2), *([tuple(turn)] if turn else []), *here)
    return _screen(page, lines(text, page.text("correct-ask-place")), keys, up)


# The kind


async def kinds(page: Page, request: Request, text: str) -> Screen:
    """What its words speak for, then the categories; in an open category its items."""
    at = page.view.get("at")
    guessed = await categories.in_use(page.tx, page.view.get("guess") or 0) if at is None else None
    listed = await categories.children(page.tx, at)
    parents = [category for category in listed if await categories.children(page.tx, category.id)]
    keys = [
        _kind_key(
            page,
            category,
            LookInKind(request.id, category.id) if category in parents else KindIs(request.id, category.id),
        )
        for category in listed
        if category.id != request.category_id
    ]
    first = ((_kind_key(page, guessed, KindIs(request.id, guessed.id)),),) if guessed else ()
    back = Back(request.id) if at is None else CorrectKind(request.id)
    return _screen(page, lines(text, page.text("correct-ask-kind")), (*first, *rows(keys, 2)), back)


def _kind_key(page: Page, category: Category, press: Press) -> Key:
    return Key(f"{category.icon} {name_in(category.names, page.language)}".strip(), pack(press))


# The reason


async def reason(page: Page, request: Request, text: str) -> Screen:
    """Why, in a tap or in words; below, what it will be."""
    what, target = What(page.view["what"]), int(page.view["target"])
    press = PlaceFor if what is What.PLACE else KindFor
    new = await page.place(target) if what is What.PLACE else await page.kind(target)
    keys = tuple(
        (Key(reason_words(page, why), pack(press(request.id, target, NUMBERS[why]))),)
        for why in FITTING[what]
    )
    own = (page.key("label-other-reason", press(request.id, target, OWN_WORDS)),)
    back: Press = CorrectPlace(request.id) if what is What.PLACE else CorrectKind(request.id)
    asked = page.text("correct-ask-reason", what=what, now=new)
    return _screen(page, lines(text, asked), (*keys, own), back)


def _screen(page: Page, text: str, keys: Keys, back: Press) -> Screen:
    return Screen(text, (*keys, (page.key("label-back", back),)), lasting=True)
