"""The tree of grids laid out in one order, each before those within it.

All within a grid are one stretch of places, so of a sorted list of places, those within a grid are found by
two binary searches, however large the city. Arrays, not objects: a city has 60,000 grids and the bot keeps
them.
"""

from __future__ import annotations  # Python 3.11 has no array[int] at run time

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storage.records import Grid

NOWHERE = -1
_IN_A_COMPOUND = ("building", "unit")


@dataclass(frozen=True, slots=True)
class Tree:
    """Each array has a value per place, from 0."""

    ids: array[int]
    parents: array[int]  # the place around it, or NOWHERE
    ends: array[int]  # one past the last place within it
    compounds: array[int]  # the compound around it, or what comes nearest to one
    places: dict[int, int]  # grid id → place

    @classmethod
    def of(cls, grids: Iterable[Grid]) -> tuple[Tree, list[Grid]]:
        """The tree, and the grids in its order. A grid whose parent is not among them is a root."""
        ordered = list(_ordered(list(grids)))
        places = {grid.id: place for place, grid in enumerate(ordered)}
        parents = array("l", (places.get(_parent(grid), NOWHERE) for grid in ordered))
        ends = array("l", range(1, len(ordered) + 1))
        for place in reversed(range(len(ordered))):
            if parents[place] != NOWHERE:
                ends[parents[place]] = max(ends[parents[place]], ends[place])
        ids = array("q", (grid.id for grid in ordered))
        return cls(ids, parents, ends, _compounds(ordered, parents), places), ordered

    def upward(self, place: int) -> Iterator[int]:
        """The place and those around it, the root last."""
        while place != NOWHERE:
            yield place
            place = self.parents[place]

    def within(self, place: int, of: Sequence[int]) -> Sequence[int]:
        """Those of the sorted places that are this one or lie in it."""
        return of[bisect_left(of, place) : bisect_left(of, self.ends[place])]

    def deepest(self, of: Sequence[int]) -> Sequence[int]:
        """The sorted places without those that have another of them within."""
        return [
            place
            for place, after in zip(of, [*of[1:], len(self.ids)], strict=True)
            if after >= self.ends[place]
        ]

    def nested(self, some: Sequence[int], others: Sequence[int]) -> list[int]:
        """Of both, sorted, those that lie in one of the other or are it."""
        inner = {place for outer in some for place in self.within(outer, others)}
        known = set(others)
        inner.update(place for place in some if any(outer in known for outer in self.upward(place)))
        return sorted(inner)

    def nearest(self, of: Sequence[int], to: int, most: int) -> list[int]:
        """Up to `most` of the sorted places, those that share more of the way up with `to` first."""
        found: dict[int, None] = {}
        for outer in self.upward(to):
            for place in self.within(outer, of):
                if len(found) == most:
                    return list(found)
                found[place] = None
        return list(dict.fromkeys([*found, *of[:most]]))[:most]


def _parent(grid: Grid) -> int:
    return NOWHERE if grid.parent_id is None else grid.parent_id


def _ordered(grids: list[Grid]) -> Iterator[Grid]:
    """Each grid before those within it, sisters as they were given."""
    known = {grid.id for grid in grids}
    children: dict[int, list[Grid]] = defaultdict(list)
    for grid in reversed(grids):
        children[_parent(grid) if grid.parent_id in known else NOWHERE].append(grid)
    waiting = children[NOWHERE]
    while waiting:
        grid = waiting.pop()
        yield grid
        waiting += children.get(grid.id, ())


def _compounds(ordered: list[Grid], parents: array[int]) -> array[int]:
    """The compound around each; where there is none, the nearest grid that is no building and no unit."""
    compounds = array("l")
    for place, grid in enumerate(ordered):
        around = NOWHERE if parents[place] == NOWHERE else compounds[parents[place]]
        inherits = grid.level in _IN_A_COMPOUND or (around != NOWHERE and ordered[around].level == "compound")
        itself = around == NOWHERE or grid.level == "compound" or not inherits
        compounds.append(place if itself else around)
    return compounds
