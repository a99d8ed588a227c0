"""The grids inside one, as keys to choose from."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.buttons import Press, pack
from bot.cards.listing import part, turning_to
from bot.cards.page import Page, rows
from bot.cards.screen import Key
from bot.dispatch.naming import inside, width
from storage import grids
from storage.records import Grid

ROWS = 8
COLUMNS = ((10, 3), (18, 2))
"""So wide the names may be (see naming.width) for so many to stand in a row of a small phone uncut."""
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
    """The grids inside one, as many to a row as are not cut, and the keys to other pages of them, counted
    from 0. None: the top, which is where there is first something to choose."""
    at = None if grid_id is None else await grids.get(page.tx, grid_id)
    found = await grids.children(page.tx, at.id if at else None)
    while grid_id is None and len(found) == 1:
        at, found = found[0], await grids.children(page.tx, found[0].id)
    picks = [Key(inside(grid.name, at.name if at else ""), pack(opens(grid.id))) for grid in found]
    columns = columns_of(picks)
    number, shown = part(picks, number, columns * ROWS)
    turn = turning_to(page, turns, number, len(picks), columns * ROWS)
    return Listed(at, (*rows(list(shown), columns), *((turn,) if turn else ())))


def columns_of(keys: Sequence[Key]) -> int:
    """How many of them may stand side by side."""
    widest = max((width(key.label) for key in keys), default=0)
    return next((columns for most, columns in COLUMNS if widest <= most), 1)
