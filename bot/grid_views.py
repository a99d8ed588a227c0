"""How a grid stands, gathered for its picture."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cards.page import INSIDE_BUILDING
from bot.dispatch.naming import inside
from bot.dispatch.routing import LINE
from bot.pictures.view import Child, GridView, State
from storage import grids, my_grid
from storage.database import Tx
from storage.my_grid import Holder
from storage.records import Grid


async def look(tx: Tx, grid_id: int, *, zone: ZoneInfo, now: datetime) -> GridView | None:
    """The grid with its children, or alone where it has none; None if there is no such grid any more."""
    grid = await grids.get(tx, grid_id)
    if grid is None:
        return None
    below = await grids.children(tx, grid_id)
    opened = await my_grid.open_requests(tx, grid_id)
    total = sum(opened.values())
    holders = [each for each in await my_grid.roster(tx, grid_id, now) if each.role in LINE]
    if not below:
        below, opened = [grid], {grid.id: total}
    around = grid if any(holder.grid_id == grid.id for holder in holders) else None
    children = tuple(_child(child, grid.name, opened.get(child.id, 0), holders, around) for child in below)
    return GridView(grid.name, now.astimezone(zone), grid.boundary, total, children)


def _child(grid: Grid, outer: str, opened: int, holders: Iterable[Holder], around: Grid | None) -> Child:
    """A part of the grid called `outer`; `around`: that grid, if it has somebody who answers."""
    leader, state = _who([holder for holder in holders if holder.grid_id == grid.id])
    if state is State.VACANT and around and grid.level in INSIDE_BUILDING:
        leader, state = around.name, State.COVERED
    return Child(inside(grid.name, outer), grid.boundary, grid.dedicated, opened, leader, state)


def _who(holders: Iterable[Holder]) -> tuple[str, State]:
    """The one to whom a request goes; or why it goes to none of them."""
    found = [_stands(holder) for holder in holders]
    there = next((each for each in found if not each[1].is_gap), None)
    order = list(State)
    return there or max(found, key=lambda each: order.index(each[1]), default=("", State.VACANT))


def _stands(holder: Holder) -> tuple[str, State]:
    if not holder.linked:
        return holder.name, State.UNLINKED
    if holder.away_until:
        return (holder.stand_in, State.COVERED) if holder.stand_in else (holder.name, State.AWAY)
    return holder.name, State.LINKED if holder.reachable else State.UNREACHABLE
