"""The keys by which a draft is told where: Home, one's location, what was found for the written words or the
location, the tree of grids, Not sure."""

from bot.buttons import OpenGrid, PickFound, PickGrid, PickHome, SendLocation, TurnPage, UnsureWhere, pack
from bot.cards.homes import has_home
from bot.cards.page import Page
from bot.cards.person import large_keys
from bot.cards.screen import Key, LargeKey, Screen
from bot.cards.tree import Keys, listed
from bot.texts import plain_text
from storage.records import Draft


async def place_keys(page: Page, draft: Draft) -> Keys:
    """Home first, if there is one; then what was found, else the grids inside the open one."""
    top: list[Key] = []
    if draft.at_grid_id is None:
        if await has_home(page):
            top.append(page.key("label-home", PickHome(draft.id)))
        if not draft.found:
            top.append(page.key("label-send-location", SendLocation(draft.id)))
    return (
        *((tuple(top),) if top else ()),
        *(await _found_keys(page, draft) if draft.found else await _tree_keys(page, draft)),
    )


async def location_key(page: Page) -> Screen:
    """Telegram's own key for it, above the ordinary ones."""
    share = LargeKey(plain_text(page.language, "label-send-location"), "location")
    return Screen(page.text("place-send-location"), menu=((share,), *await large_keys(page)))


async def _found_keys(page: Page, draft: Draft) -> Keys:
    picks = [(Key(await page.place(grid_id), pack(PickFound(draft.id, grid_id))),) for grid_id in draft.found]
    return (*picks, (page.key("label-none-of-these", OpenGrid(draft.id, 0)),))


async def _tree_keys(page: Page, draft: Draft) -> Keys:
    """The grids inside the open one; below them Here, Not sure and Back."""
    inside = await listed(
        page,
        draft.at_grid_id,
        draft.page,
        opens=lambda grid_id: OpenGrid(draft.id, grid_id),
        turns=lambda number: TurnPage(draft.id, number),
    )
    at = inside.at
    here = (page.key("label-here", PickGrid(draft.id, at.id), grid=at.name),) if at else ()
    back: tuple[Key, ...] = ()
    if at and draft.at_grid_id is not None:
        back = (page.key("label-back", OpenGrid(draft.id, at.parent_id or 0)),)
    last = (page.key("label-not-sure", UnsureWhere(draft.id)), *back)
    return tuple(row for row in (*inside.keys, here, last) if row)
