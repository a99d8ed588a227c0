"""The map of a grid: its children by their boundaries, north up, the redder the more is open."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw
from shapely import MultiPolygon, Polygon, union_all

from bot.dispatch.boundaries import BoundaryError, parse
from bot.pictures.lettering import cut, halved, tidy
from bot.pictures.sheet import INK, INSIDE, MARGIN, WHITE, Sheet, colour_of, measure
from bot.pictures.view import Child, GridView

LOWEST, HIGHEST = 100, 820
"""Even what is very long and narrow has room for a name."""
FINE = 2
"""Drawn so much larger, then made smaller, so that slanting lines are smooth."""
HATCH = 18
NAME, COUNT = 30, 34
LINE, OVER = 34, 0.2
"""From line to line, and by how many lines a label may be higher than the area."""
SHORTEST = 2
"""Signs of a name that are still worth writing."""

Shape = Polygon | MultiPolygon
Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A child with its boundary in pixels of the map."""

    child: Child
    shape: Shape

    @property
    def order(self) -> float:
        """Small ones are drawn over those that they lie in."""
        return -float(self.shape.area)


def shapes_of(view: GridView) -> list[tuple[Child, Shape]]:
    """The children whose boundaries can be drawn."""
    found = ((child, _parsed(child.boundary)) for child in view.children)
    return [(child, shape) for child, shape in found if shape is not None]


def _parsed(boundary: str | None) -> Shape | None:
    try:
        return parse(boundary) if boundary else None
    except BoundaryError:
        return None  # written by a version that knew less; it stands in the table all the same


def draw_map(sheet: Sheet, view: GridView, shapes: Sequence[tuple[Child, Shape]]) -> None:
    """Draw it below what there is."""
    outer = _parsed(view.boundary)
    project, height = _projection([shape for _, shape in shapes] + ([outer] if outer else []))
    areas = sorted((Area(child, _moved(shape, project)) for child, shape in shapes), key=lambda a: a.order)
    size = (INSIDE * FINE, height * FINE)
    fine = Image.new("RGB", size, WHITE)
    for area in areas:
        _paint(fine, area)
    if outer:
        _outline(ImageDraw.Draw(fine), _moved(outer, project), 5 * FINE)
    sheet.image.paste(fine.resize((INSIDE, height), Image.Resampling.LANCZOS), (MARGIN, sheet.foot))
    _label(sheet, areas, (MARGIN, sheet.foot))
    sheet.foot += height


def _projection(shapes: Sequence[Shape]) -> tuple[Callable[[float, float], Point], int]:
    """Degrees to pixels, true in its proportions in the middle of the map; and how high the map is."""
    west, south, east, north = union_all(list(shapes)).bounds
    across = math.cos(math.radians((south + north) / 2))
    edge = 6  # for the lines around
    scale = min((INSIDE - 2 * edge) / ((east - west) * across), (HIGHEST - 2 * edge) / (north - south))
    left = (INSIDE - (east - west) * across * scale) / 2
    height = max(LOWEST, math.ceil((north - south) * scale) + 2 * edge)
    top = (height - (north - south) * scale) / 2

    def project(longitude: float, latitude: float) -> Point:
        return left + (longitude - west) * across * scale, top + (north - latitude) * scale

    return project, height


def _moved(shape: Shape, project: Callable[[float, float], Point]) -> Shape:
    parts = [
        Polygon(
            [project(*point[:2]) for point in part.exterior.coords],
            [[project(*point[:2]) for point in hole.coords] for hole in part.interiors],
        )
        for part in _parts(shape)
    ]
    return MultiPolygon(parts)


def _parts(shape: Shape) -> Iterator[Polygon]:
    yield from shape.geoms if isinstance(shape, MultiPolygon) else [shape]


def _paint(fine: Image.Image, area: Area) -> None:
    """Fill it, holes left out; a dedicated grid is hatched, which is also seen in black and white."""
    left, top, right, bottom = (round(edge * FINE) for edge in area.shape.bounds)
    box = (left, top, right + 1, bottom + 1)
    size = (box[2] - left, box[3] - top)
    mask = Image.new("1", size)
    drawn = ImageDraw.Draw(mask)
    for part in _parts(area.shape):
        drawn.polygon([(x * FINE - left, y * FINE - top) for x, y in part.exterior.coords], fill=1)
        for hole in part.interiors:
            drawn.polygon([(x * FINE - left, y * FINE - top) for x, y in hole.coords], fill=0)
    fine.paste(colour_of(area.child.open), box, mask)
    if area.child.dedicated:
        fine.paste("#555555", box, ImageChops.logical_and(mask, _hatch(size)))
    _outline(ImageDraw.Draw(fine), area.shape, 2 * FINE)


def _hatch(size: tuple[int, int]) -> Image.Image:
    hatch = Image.new("1", size)
    drawn = ImageDraw.Draw(hatch)
    for start in range(-size[1], size[0], HATCH * FINE):
        drawn.line([(start, size[1]), (start + size[1], 0)], fill=1, width=FINE)
    return hatch


def _outline(drawn: ImageDraw.ImageDraw, shape: Shape, width: int) -> None:
    for part in _parts(shape):
        for ring in (part.exterior, *part.interiors):
            drawn.line([(x * FINE, y * FINE) for x, y in ring.coords], INK, width, joint="curve")


def _label(sheet: Sheet, areas: Sequence[Area], corner: tuple[int, int]) -> None:
    """Names and counts, the fullest first, where there is room and nothing is written yet."""
    taken: list[Box] = []
    for area in sorted(areas, key=lambda area: (-area.child.open, area.order)):
        point = area.shape.representative_point()
        count = [str(area.child.open)] if area.child.open else []
        for name in _names(area):
            shown = [*name, *count]
            box = _box(corner[0] + point.x, corner[1] + point.y, shown)
            if shown and not any(_meet(box, other) for other in taken):
                taken.append(box)
                _write(sheet, box, name, count)
                break


def _names(area: Area) -> Iterator[list[str]]:
    """The name on one line or two, cut on one, or left out."""
    left, top, right, bottom = area.shape.bounds
    name, width = tidy(area.child.name), right - left - 12
    lines = halved(name, width, measure(NAME))
    if len(lines) + bool(area.child.open) <= (bottom - top) / LINE + OVER:
        yield lines
    shown = cut(name, width, measure(NAME))
    if len(shown) > SHORTEST or shown == name:
        yield [shown]
    yield []


def _box(x: float, y: float, lines: Sequence[str]) -> Box:
    width = max((measure(NAME)(line) for line in lines), default=0) + 12
    height = LINE * len(lines)
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _write(sheet: Sheet, box: Box, name: Sequence[str], count: Sequence[str]) -> None:
    for at, line in enumerate((*name, *count)):
        middle = ((box[0] + box[2]) / 2, box[1] + LINE * (at + 0.5))
        is_count = at == len(name)
        size = COUNT if is_count else NAME
        sheet.words(middle, line, size, bold=is_count, anchor="mm", halo=3)
