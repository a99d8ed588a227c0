"""The sample's places as people name them, and where they lie."""

import csv
import functools
import re
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "grids.csv"
WITH_POSTERS = ("building", "unit")

_CORNER = re.compile(r"(-?[0-9.]+) (-?[0-9.]+)")


class Door(NamedTuple):
    """A door with a poster: the code of its grid and its name."""

    code: str
    name: str


class Spot(NamedTuple):
    """Somewhere a location can be sent from."""

    name: str
    latitude: float
    longitude: float


@functools.cache
def place_names() -> dict[str, str]:
    """The name of each grid by its code."""
    return {row["code"]: row["name"] for row in _rows()}


@functools.cache
def doors() -> tuple[Door, ...]:
    """Every door with a poster; what is dedicated has one too."""
    return tuple(
        Door(row["code"], row["name"])
        for row in _rows()
        if row["level"] in WITH_POSTERS or row["dedicated"] == "yes"
    )


@functools.cache
def spots() -> tuple[Spot, ...]:
    """The middle of each grid that has a boundary and is no larger one's frame, and the border of two."""
    inner = [row for row in _rows() if row["boundary"] and row["level"] != "community"]
    found = [_middle(row) for row in inner]
    one, other = found[:2]
    border = Spot(
        f"{one.name} / {other.name}",
        (one.latitude + other.latitude) / 2,
        (one.longitude + other.longitude) / 2,
    )
    return (*found, border)


def spot_of(code: str) -> Spot | None:
    """Where the grid of this code lies, or the nearest around it that has a boundary."""
    rows = {row["code"]: row for row in _rows()}
    while code in rows and not rows[code]["boundary"]:
        code = rows[code]["parent"]
    return _middle(rows[code]) if code in rows else None


def _middle(row: dict[str, str]) -> Spot:
    """Of its corners; no boundary here is bent inwards."""
    corners = [(float(lon), float(lat)) for lon, lat in _CORNER.findall(row["boundary"])][1:]
    longitude, latitude = (sum(each) / len(corners) for each in zip(*corners, strict=True))
    return Spot(row["name"], round(latitude, 6), round(longitude, 6))


@functools.cache
def _rows() -> tuple[dict[str, str], ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
