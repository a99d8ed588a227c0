"""Which place somebody has called home, with its door: shown to them alone."""

from collections.abc import Sequence

from bot.buttons import HomeIs, LookForHome, pack
from bot.cards.page import Page, lines
from bot.cards.screen import Key, Screen
from bot.cards.tree import listed
from storage import grids
from storage.records import Person


async def has_home(page: Page) -> bool:
    """Whether the reader has said which place is home, and it is still there."""
    home = page.reader.home_grid_id if page.reader else None
    return home is not None and await grids.in_use(page.tx, home) is not None


async def home(page: Page) -> Screen:
    """What is set, with Change and Forget it; or the grids to choose from, or those found for what was
    written."""
    match page.view.get("show"):
        case "below":
            return Screen(page.text("draft-below"), lasting=True)
        case "choose":
            return await _choosing(page, page.view["at"], page.view["number"])
        case "found":
            return await _asking_which(page, page.view["found"])
        case _:
            return await _set(page)


async def _set(page: Page) -> Screen:
    reader = page.reader
    if reader is None or reader.home_grid_id is None or not await has_home(page):
        return Screen(
            page.text("home-none"), ((page.key("label-choose-home", LookForHome(0, 0)),),), lasting=True
        )
    return Screen(
        await _said(page, reader, reader.home_grid_id),
        ((page.key("label-change-home", LookForHome(0, 0)), page.key("label-forget-home", HomeIs(0))),),
        lasting=True,
    )


async def _said(page: Page, reader: Person, grid_id: int) -> str:
    door = page.text("home-door", door=reader.home_door) if reader.home_door else page.text("home-no-door")
    return lines(page.text("home-set", place=await page.place(grid_id)), door)


async def _choosing(page: Page, grid_id: int | None, number: int) -> Screen:
    inside = await listed(
        page,
        grid_id,
        number,
        opens=lambda inner: LookForHome(inner, 0),
        turns=lambda other: LookForHome(grid_id or 0, other),
    )
    below: list[tuple[Key, ...]] = []
    if inside.at:
        below.append((page.key("label-here", HomeIs(inside.at.id), grid=inside.at.name),))
        if grid_id is not None:
            below.append((page.key("label-back", LookForHome(inside.at.parent_id or 0, 0)),))
    missed = page.text("home-unknown") if page.view.get("missed") else None
    return Screen(lines(missed, page.text("home-ask")), (*inside.keys, *below), lasting=True)


async def _asking_which(page: Page, found: Sequence[int]) -> Screen:
    """Each a row of its own: their names are long."""
    picks = [(Key(await page.place(grid_id), pack(HomeIs(grid_id))),) for grid_id in found]
    none = (page.key("label-none-of-these", LookForHome(0, 0)),)
    asked = page.text("draft-ask-found" if len(found) > 1 else "place-ask-one")
    return Screen(asked, (*picks, none), lasting=True)
