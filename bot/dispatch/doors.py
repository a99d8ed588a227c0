"""Where a poster belongs."""

from collections.abc import Collection, Iterator, Sequence

from bot.dispatch.gridtree import Tree
from storage.records import Grid

DOORS = frozenset({"building", "unit"})
"""Levels of grids that have a door."""
NAMES = {"unit": 3}
"""A unit is called by its compound, building and own name; everything else by two names."""


def doors(
    grids: Sequence[Grid], around: Sequence[Grid], levels: Collection[str] = ()
) -> Iterator[list[Grid]]:
    """For each poster the grid it is for, and those around it that are said with it, deepest first.

    `around` are the grids above, for their names. There is a poster for each building and unit, and for the
    deepest grid wherever it is in neither: a school, or a courtyard that has no buildings of its own. With
    `levels` just for the grids of these levels.
    """
    tree, ordered = Tree.of([*around, *grids])
    wanted = {grid.id for grid in grids}
    for place, grid in enumerate(ordered):
        path = [ordered[outer] for outer in tree.upward(place)]
        deepest = tree.ends[place] == place + 1 and DOORS.isdisjoint(above.level for above in path)
        fits = grid.level in levels if levels else deepest or grid.level in DOORS
        if fits and grid.id in wanted:
            yield path[: NAMES.get(grid.level, 2)]
