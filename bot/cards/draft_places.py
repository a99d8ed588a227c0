"""The keys by which a draft is told where: Home, one's location, what was found for the written words or the
location, the tree of grids, Not sure."""

from bot.buttons import OpenGrid, PickFound, PickGrid, PickHome, SendLocation, TurnPage, UnsureWhere, pack
from bot.cards.page import Page, rows
from bot.cards.person import large_keys
from bot.cards.screen import Key, LargeKey, Screen
from bot.texts import plain_text
from storage import grids
from storage.records import Draft, Grid

PAGE_SIZE = 10
Keys = tuple[tuple[Key, ...], ...]


async def place_keys(page: Page, draft: Draft) -> Keys:
    """Home first, if there is one; then what was found, else the grids inside the open one."""
    top: list[Key] = []
    if draft.at_grid_id is None:
        if page.reader is not None and page.reader.home_grid_id is not None:
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
    """Two to a row. The top is where there is first something to choose."""
    at = None if draft.at_grid_id is None else await grids.get(page.tx, draft.at_grid_id)
    listed = await grids.children(page.tx, at.id if at else None)
    while draft.at_grid_id is None and len(listed) == 1:
        at, listed = listed[0], await grids.children(page.tx, listed[0].id)
    first = draft.page * PAGE_SIZE
    picks = [Key(grid.name, pack(OpenGrid(draft.id, grid.id))) for grid in listed[first : first + PAGE_SIZE]]
    turn = []
    if draft.page:
        turn.append(page.key("label-previous-page", TurnPage(draft.id, draft.page - 1)))
    if first + PAGE_SIZE < len(listed):
        turn.append(page.key("label-next-page", TurnPage(draft.id, draft.page + 1)))
    return tuple(row for row in (*rows(picks, 2), tuple(turn), *_here_keys(page, draft, at)) if row)


def _here_keys(page: Page, draft: Draft, at: Grid | None) -> Keys:
    here = (page.key("label-here", PickGrid(draft.id, at.id), grid=at.name),) if at else ()
    back: tuple[Key, ...] = ()
    if at and draft.at_grid_id is not None:
        back = (page.key("label-back", OpenGrid(draft.id, at.parent_id or 0)),)
    return (here, (page.key("label-not-sure", UnsureWhere(draft.id)), *back))
