"""The keys (see spelling.py) by which each grid is found.

They leave out the names around: 锦绣苑3号楼2单元 is found as 锦绣苑, and within it as 3栋2单元, which is one
key for all the city. So a city of 60,000 grids has some thousands of keys.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from bot.dispatch.gridtree import NOWHERE, Tree
from bot.dispatch.spelling import BUILDING, STEMS, UNIT, Kind, key, spell, spell_labelled
from storage.records import Grid

ALL_NUMBERED = re.compile(f"(?:[a-z0-9{STEMS}]+(?:{BUILDING}|{UNIT}))+")
"""A key of buildings' and units' numbers alone."""

_SUFFIXES = {"street": "街道", "community": "社区", "compound": "小区"}  # said or left out
_KINDS = {"building": Kind.BUILDING, "unit": Kind.UNIT}
_BARE = re.compile(f"([a-z0-9{STEMS}]+);[楼门]?")
_DASHED = re.compile(f"([a-z{STEMS}]){BUILDING}([0-9]+){UNIT}")  # A-3, which may be unit 3 of A too
_ZONED = re.compile(f"([a-z{STEMS}]) ?区([0-9]+){BUILDING}")  # A区3号楼


def names_of(tree: Tree, ordered: Sequence[Grid]) -> dict[str, Sequence[int]]:
    """Each key with the sorted places of its grids. `ordered` are the grids in the tree's order."""
    names: dict[str, list[int]] = defaultdict(list)
    own: list[list[str]] = []
    for place, grid in enumerate(ordered):
        parent = tree.parents[place]
        around = [own[outer] for outer in tree.upward(parent)]
        keys = _own_keys(grid, "" if parent == NOWHERE else ordered[parent].name, around)
        own.append(keys)
        for name in {*keys, *_joined(around[0] if around else [], keys)}:
            names[name].append(place)
    return dict(names)


def _own_keys(grid: Grid, outer: str, around: list[list[str]]) -> list[str]:
    """The keys of a grid's names, the longest first. `outer` is its parent's name, `around` the keys of all
    around it, its parent's first."""
    kind, suffix = _KINDS.get(grid.level), _SUFFIXES.get(grid.level)
    keys: set[str] = set()
    for name in (grid.name, *grid.aliases):
        inner = _after(outer, name, kind) or _inner(key(spell(name)), around, kind)
        if kind and not ALL_NUMBERED.match(inner):
            lettered = _inner(key(spell_labelled(name)), around, kind)
            inner = lettered if ALL_NUMBERED.match(lettered) else inner
        keys.add(inner)
        if kind is Kind.BUILDING and (zoned := _ZONED.fullmatch(inner)):
            keys.add(f"{zoned[1]}{zoned[2]}{BUILDING}")
        if suffix and len(inner.removesuffix(suffix)) > 1:
            keys |= {inner.removesuffix(suffix), inner.removesuffix(suffix) + suffix}
    return sorted(keys - {""}, key=len, reverse=True)


def _after(outer: str, name: str, kind: Kind | None) -> str | None:
    """As `_inner` for a name that plainly begins with its parent's, which most do: four times as fast."""
    if not outer or not name.startswith(outer) or outer[-1].isascii() or outer[-1].isnumeric():
        return None
    return _number(key(spell(name[len(outer) :])), kind)


def _inner(name: str, around: list[list[str]], kind: Kind | None) -> str:
    """锦绣苑3号楼 within 锦绣苑 is 3栋, and so are a building's 3号 and 3; other names stay whole."""
    inner = name
    for keys in reversed(around):
        for outer in keys:
            if inner.startswith(outer):
                inner = inner[len(outer) :]
                break
    return _number(inner, kind) or name


def _number(name: str, kind: Kind | None) -> str | None:
    """The key as that of a building or unit; None if it does not begin with one's number."""
    if kind and (number := _BARE.fullmatch(name)):
        return number[1] + kind.value
    if kind is Kind.BUILDING and (dashed := _DASHED.fullmatch(name)):
        return f"{dashed[1]}{dashed[2]}{BUILDING}"
    return name if ALL_NUMBERED.match(name) else None


def _joined(outer: list[str], inner: list[str]) -> Iterable[str]:
    """3栋2单元, for a unit 2单元 of a building 3栋."""
    return (
        a + b for a, b in product(outer, inner) if ALL_NUMBERED.fullmatch(a) and ALL_NUMBERED.fullmatch(b)
    )
