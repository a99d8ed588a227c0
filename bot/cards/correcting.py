"""Pages of the office's card on which a wrong place or kind is put right: what it is, and why.

Each is answered by a tap or in words.
"""

from collections.abc import Iterable

from bot.buttons import (
    Back,
    KindFor,
    KindIs,
    LookAround,
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
from bot.dispatch.correcting import FITTING, REASONS, What, Why, waits_for_place, words_kept
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
    return _screen(page, lines(text, await _question(page, request, What.PLACE)), keys, Back(request.id))


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
    up = LookInGrid(request.id, at.parent_id or 0, 0) if opened and at else LookAround(request.id)
    keys = (*rows(picks, 2), *([tuple(turn)] if turn else []), *here)
    return _screen(page, lines(text, await _question(page, request, What.PLACE)), keys, up)


# The kind


async def kinds(page: Page, request: Request, text: str) -> Screen:
    """What the words about it speak for, then the categories; in an open category its items."""
    at = page.view.get("at")
    found = [await categories.in_use(page.tx, each) for each in page.view.get("found", [])]
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
    first = [(_kind_key(page, each, KindIs(request.id, each.id)),) for each in found if each and at is None]
    back = Back(request.id) if at is None else LookInKind(request.id, 0)
    asked = await _question(page, request, What.KIND)
    return _screen(page, lines(text, asked), (*first, *rows(keys, 2)), back)


def _kind_key(page: Page, category: Category, press: Press) -> Key:
    return Key(f"{category.icon} {name_in(category.names, page.language)}".strip(), pack(press))


# The reason


async def reason(page: Page, request: Request, text: str) -> Screen:
    """Why it is changed to this; where it was only proposed, it may be something else."""
    what, target = What(page.view["what"]), int(page.view["target"])
    proposed = page.view.get("proposed")
    press = PlaceFor if what is What.PLACE else KindFor
    new = await page.place(target) if what is What.PLACE else await page.kind(target)
    keys = tuple(
        (Key(reason_words(page, why), pack(press(request.id, target, NUMBERS[why]))),)
        for why in FITTING[what]
    )
    others: Press = LookAround(request.id) if what is What.PLACE else LookInKind(request.id, 0)
    other = page.key("label-other-place" if what is What.PLACE else "label-other-kind", others)
    asked = page.text("correct-ask-proposed" if proposed else "correct-ask-reason", what=what, now=new)
    if proposed:
        return _screen(page, lines(text, asked), (*keys, (other,)), Back(request.id))
    return _screen(page, lines(text, asked), keys, others)


async def _question(page: Page, request: Request, what: What) -> str:
    """What it is, and why; once words have come that are the reason, only what it is."""
    kept = await words_kept(page.tx, page.reader.id, request.id, what) if page.reader else ""
    unseen = page.text("correct-unseen") if page.view.get("unseen") else None
    if not kept:
        unknown = request.unplaced and what is What.PLACE
        return lines(unseen, page.text("correct-ask", what="nowhere" if unknown else what))
    numbers = page.rules.policy.emergency
    danger = page.text(
        "correct-danger", fire=numbers.fire, ambulance=numbers.ambulance, police=numbers.police
    )
    asked = page.text("correct-which", what=what, words=kept)
    return lines(danger if page.view.get("danger") else None, unseen, asked)


def _screen(page: Page, text: str, keys: Keys, back: Press) -> Screen:
    return Screen(text, (*keys, (page.key("label-back", back),)), lasting=True)
