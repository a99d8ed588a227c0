"""The grids inside one, as keys to choose from."""

from collections.abc import Callable
from typing import NamedTuple

from bot.buttons import Press, pack
from bot.cards.page import Page, rows
from bot.cards.screen import Key
from storage import grids
from storage.records import Grid

PAGE_SIZE = 10
Keys = tuple[tuple[Key, ...], ...]


class Listed(NamedTuple):
    """One page of the grids inside `at`; None: of the roots."""

    at: Grid | None
    keys: Keys


async def listed(
    page: Page,
    grid_id: int | None,
    number: int,
    *,
    opens: Callable[[int], Press],
    turns: Callable[[int], Press],
) -> Listed:
    """The grids inside one, two to a row, and the keys to other pages of them, counted from 0. None: the top,
    which is where there is first something to choose."""
    at = None if grid_id is None else await grids.get(page.tx, grid_id)
    inside = await grids.children(page.tx, at.id if at else None)
    while grid_id is None and len(inside) == 1:
        at, inside = inside[0], await grids.children(page.tx, inside[0].id)
    first = number * PAGE_SIZE
    picks = [Key(grid.name, pack(opens(grid.id))) for grid in inside[first : first + PAGE_SIZE]]
    turn = []
    if number:
        turn.append(page.key("label-previous-page", turns(number - 1)))
    if first + PAGE_SIZE < len(inside):
        turn.append(page.key("label-next-page", turns(number + 1)))
    return Listed(at, (*rows(picks, 2), *((tuple(turn),) if turn else ())))
