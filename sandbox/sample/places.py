"""The sample's places as people name them."""

import csv
import functools
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "grids.csv"
WITH_POSTERS = ("building", "unit")


class Door(NamedTuple):
    """A door with a poster: the code of its grid and its name."""

    code: str
    name: str


@functools.cache
def place_names() -> dict[str, str]:
    """The name of each grid by its code."""
    return {row["code"]: row["name"] for row in _rows()}


@functools.cache
def doors() -> tuple[Door, ...]:
    """Every door with a poster."""
    return tuple(Door(row["code"], row["name"]) for row in _rows() if row["level"] in WITH_POSTERS)


def _rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
