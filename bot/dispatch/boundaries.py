"""Boundaries of grids as they are written in files: one polygon, or several parts, as WKT or GeoJSON.

Longitude first, then latitude, in degrees as GPS has them (WGS 84), as Telegram's locations are.
"""

from __future__ import annotations  # the types of shapely, which is loaded only where there are boundaries

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

EAST, NORTH = 180, 90  # degrees
MOST_POINTS = 10_000
LONGEST_TEXT = 1_000_000  # so many points take no more

_WKT = re.compile(r"\s*(?P<kind>[A-Za-z]+)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)", re.IGNORECASE)
_KINDS = ("POLYGON", "MULTIPOLYGON")
_OTHER_KINDS = re.compile(
    "(?:MULTI)?(?:POINT|LINESTRING|CURVE|SURFACE)|LINEARRING|GEOMETRYCOLLECTION|.*POLYGON"
)
_NO_NUMBER = re.compile(r"\b(?:nan|inf)|e\+?[0-9]{3}", re.IGNORECASE)
_AT = re.compile(r"(?P<why>[^\[]+)(?:\[(?P<lon>\S+) (?P<lat>\S+)\])?")
_WHY = {
    "Self-intersection": "boundary-crosses-itself",
    "Ring Self-intersection": "boundary-touches-itself",
    "Nested shells": "boundary-nested",
    "Hole lies outside shell": "boundary-hole",
    "Holes are nested": "boundary-hole",
    "Interior is disconnected": "boundary-hole",
    "Too few points in geometry component": "boundary-few-points",
}
"""What GEOS finds wrong with a polygon → our words for it, which say where."""


class BoundaryError(Exception):
    """What was written is no boundary; `key` and `values` are the words that say why, in plain text."""

    def __init__(self, key: str, **values: str) -> None:
        self.key, self.values = key, values
        super().__init__(key)


def parse(text: str) -> Polygon | MultiPolygon:
    """The boundary that is written as WKT or GeoJSON: a geometry, a Feature, a FeatureCollection of one.

    Raises BoundaryError.
    """
    if len(text) > LONGEST_TEXT:
        _too_many_points()
    shape: Polygon | MultiPolygon = _of_geojson(text) if text.lstrip().startswith("{") else _of_wkt(text)
    if shape.is_empty:
        raise BoundaryError("boundary-empty")
    _check_range(shape)
    _check_form(shape)
    return shape


def _of_wkt(text: str) -> Any:
    from shapely import from_wkt  # noqa: PLC0415 - takes a fifth of a second, and few need it

    found = _WKT.match(text)
    kind = found["kind"].upper() if found else ""
    if kind not in _KINDS:
        # Not shown to the parser: it follows collections within collections until its stack is full.
        raise BoundaryError("boundary-not-polygon" if _OTHER_KINDS.fullmatch(kind) else "boundary-unreadable")
    if _NO_NUMBER.search(text):
        raise BoundaryError("boundary-unreadable")
    return _read(from_wkt, text)


def _of_geojson(text: str) -> Any:
    from shapely import from_geojson  # noqa: PLC0415 - as above

    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BoundaryError("boundary-unreadable") from None
    if found.get("type") == "FeatureCollection":
        features = found.get("features")
        if not isinstance(features, list) or len(features) != 1 or not isinstance(features[0], dict):
            raise BoundaryError("boundary-one-feature")
        found = features[0]
    if found.get("type") == "Feature":
        found = found.get("geometry") or {"type": "none"}
    if not isinstance(found, dict) or not isinstance(found.get("type"), str):
        raise BoundaryError("boundary-unreadable")
    if found["type"].upper() not in _KINDS:
        raise BoundaryError("boundary-not-polygon")
    return _read(from_geojson, json.dumps({key: found.get(key) for key in ("type", "coordinates")}))


def _read(reader: Any, text: str) -> Any:
    from shapely.errors import ShapelyError  # noqa: PLC0415 - as above

    try:
        return reader(text)
    except ShapelyError as error:
        closed = "closed linestring" not in str(error)
        raise BoundaryError("boundary-unreadable" if closed else "boundary-not-closed") from None


def _check_range(shape: Any) -> None:
    """Degrees of longitude and latitude, and no more of them than anybody draws."""
    from shapely import get_num_coordinates  # noqa: PLC0415 - as above

    if int(get_num_coordinates(shape)) > MOST_POINTS:
        _too_many_points()
    west, south, east, north = shape.bounds
    if not (_degrees(west, east, EAST) and _degrees(south, north, NORTH)):
        swapped = _degrees(west, east, NORTH) and _degrees(south, north, EAST)
        raise BoundaryError("boundary-swapped" if swapped else "boundary-outside")


def _degrees(least: float, most: float, furthest: int) -> bool:
    return -furthest <= least <= most <= furthest


def _check_form(shape: Any) -> None:
    """That inside and outside can be told apart everywhere."""
    from shapely import is_valid_reason  # noqa: PLC0415 - as above

    if shape.is_valid:
        return
    found = _AT.match(str(is_valid_reason(shape)))
    why, lon, lat = found.groups("") if found else ("", "", "")
    raise BoundaryError(_WHY.get(why, "boundary-invalid"), at=f"{lon} {lat}".strip())


def _too_many_points() -> NoReturn:
    raise BoundaryError("boundary-too-many-points", limit=f"{MOST_POINTS:,}")


def _no_number(_: str) -> NoReturn:
    raise ValueError
