"""Which place somebody has called home, with its door: shown to them alone."""

from bot.buttons import HomeIs, LookForHome
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
    """What is set, with Change and Forget it; or the grids to choose from, where `view["at"]` says which."""
    if "at" in page.view:
        return await _choosing(page, page.view["at"], page.view.get("number", 0))
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
    return Screen(page.text("home-ask"), (*inside.keys, *below), lasting=True)
