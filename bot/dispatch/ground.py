"""Which grid a location lies in: the deepest whose boundary holds it."""

from __future__ import annotations  # the types of numpy and shapely, which are loaded only for boundaries

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.dispatch.boundaries import BoundaryError, parse
from bot.dispatch.gridtree import NOWHERE, Tree
from bot.dispatch.places import MOST_CHOICES, Found
from storage.records import Grid

if TYPE_CHECKING:
    from shapely import STRtree

NEAR_BORDER = 25
"""Metres: so far off is a phone's location now and then. What begins within them may be meant as well."""
NOT_FAR = 200
"""Metres: outside of all, so far around is looked for what may be meant."""
METRES = 111_320  # of a degree of latitude, and of one of longitude at the equator
_NARROWEST = 0.01  # towards the poles degrees of longitude shrink to nothing


class Area(NamedTuple):
    """A grid with a boundary."""

    place: int  # in the tree
    depth: int  # how many grids are around it
    size: float  # in square degrees, for telling the smaller of two in one spot
    dedicated: bool


class Ground:
    """The boundaries of a city, for as long as no grid changes."""

    def __init__(self, tree: Tree, areas: Sequence[Area], shapes: Any, index: STRtree) -> None:
        self._tree, self._areas, self._shapes, self._index = tree, areas, shapes, index
        self._bounded = frozenset(area.place for area in areas)

    @classmethod
    def of(cls, tree: Tree, grids: Iterable[Grid]) -> Ground | None:
        """The ground of those grids that have a boundary; None if there is none, and nothing is loaded."""
        bounded = [(grid, shape) for grid in grids if grid.boundary and (shape := _shape(grid.boundary))]
        if not bounded:
            return None
        import numpy as np  # noqa: PLC0415 - few communities have boundaries, and all start the bot
        import shapely  # noqa: PLC0415 - as above

        shapes = np.array([shape for _, shape in bounded])
        shapely.prepare(shapes)
        areas = [_area(tree, grid, shape.area) for grid, shape in bounded]
        return cls(tree, areas, shapes, shapely.STRtree(shapes))

    def around(self, grid_id: int) -> int | None:
        """The deepest grid with a boundary that this one is or lies in."""
        tree = self._tree
        upward = tree.upward(tree.places.get(grid_id, NOWHERE))
        return next((tree.ids[up] for up in upward if up in self._bounded), None)

    def find(self, longitude: float, latitude: float) -> Found:
        """The grids in which the location may be meant to lie, the likeliest first.

        Sure is only one that holds it, while no other begins within NEAR_BORDER. Outside of all, the nearest
        are given, as far as NOT_FAR.
        """
        here = (longitude, latitude)
        holding, beside = self._around(here, NEAR_BORDER)
        if not holding and not beside:
            beside = self._around(here, NOT_FAR)[1]
        row = [*self._best(holding), *(self._others(holding, beside) if beside else ())][:MOST_CHOICES]
        return Found(tuple(self._tree.ids[area.place] for area in row), "", sure=bool(holding))

    def astray(self, sent: Iterable[tuple[float, float, int]]) -> tuple[int, int]:
        """Of such (longitude, latitude, grid where it was after all) whose grid lies within a boundary: how
        many are nowhere near it, and how many there are."""
        known = [
            (self._tree.places[around], self.find(east, north).choices)
            for east, north, grid_id in sent
            if (around := self.around(grid_id)) is not None
        ]
        return sum(not self._in_any(around, choices) for around, choices in known), len(known)

    def _in_any(self, around: int, grid_ids: Iterable[int]) -> bool:
        """Whether one of the grids is that place or lies within it."""
        tree = self._tree
        return any(around in tree.upward(tree.places[each]) for each in grid_ids)

    def _others(self, holding: list[Area], beside: list[Area]) -> list[Area]:
        """The deepest of those beside, but for what is around the spot anyway."""
        around = {outer for area in holding for outer in self._tree.upward(area.place)}
        others = [area for area in beside if area.place not in around]
        outer = {up for area in others for up in list(self._tree.upward(area.place))[1:]}
        return [area for area in others if area.place not in outer]

    def _around(self, here: tuple[float, float], metres: float) -> tuple[list[Area], list[Area]]:
        """The areas that hold the spot, and others within so many metres, the nearest first."""
        import shapely  # noqa: PLC0415 - loaded already, by `of`

        across, up = _degrees(here[1], metres)
        lon, lat = here
        row = self._index.query(shapely.box(lon - across, lat - up, lon + across, lat + up))
        held = shapely.intersects_xy(self._shapes[row], lon, lat)
        holding = [self._areas[number] for number in row[held]]
        rest = row[~held]
        if not len(rest):
            return holding, []
        scale = [metres / across, metres / up]
        local = shapely.transform(self._shapes[rest], lambda points: (points - here) * scale)
        far = shapely.distance(local, shapely.Point(0, 0))
        nearest = sorted((away, number) for away, number in zip(far, rest, strict=True) if away <= metres)
        return holding, [self._areas[number] for _, number in nearest]

    def _best(self, holding: list[Area]) -> list[Area]:
        """The deepest, the smaller first. A dedicated grid, such as a school, comes before those that are
        larger: it was put into them."""
        own = [area.size for area in holding if area.dedicated]
        if own:
            holding = [area for area in holding if area.size <= min(own)]
        depth = max((area.depth for area in holding), default=0)
        return sorted((area for area in holding if area.depth == depth), key=lambda area: area.size)


def _shape(boundary: str) -> Any:
    """The polygon; None for one that was kept before they were looked at as closely as now."""
    try:
        return parse(boundary)
    except BoundaryError:
        return None


def _area(tree: Tree, grid: Grid, size: float) -> Area:
    place = tree.places[grid.id]
    return Area(place, sum(1 for _ in tree.upward(place)) - 1, size, grid.dedicated)


def _degrees(latitude: float, metres: float) -> tuple[float, float]:
    """How many degrees of longitude, and of latitude, so many metres are there."""
    narrowed = max(math.cos(math.radians(latitude)), _NARROWEST)
    return metres / (METRES * narrowed), metres / METRES
