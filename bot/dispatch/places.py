"""Finding the grid that a typed place means: 锦绣苑3号楼2单元502, "building 3 unit 2", a code, an alias.

A text is read from left to right for the longest names (gridnames.py), and between them for the numbers of
buildings and units (numbering.py); then the names settle where, and the numbers lead down from there
(buildings.py). Where no name is found, those that look like it (alike.py) may be offered, and where there is
no such building, those with another letter in their number; neither is ever taken.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.dispatch.alike import Alike
from bot.dispatch.buildings import Buildings, Reading, Span
from bot.dispatch.gridnames import ALL_NUMBERED, names_of
from bot.dispatch.gridtree import Tree
from bot.dispatch.numbering import FILLING, TAKEN, numbered, with_letter_apart
from bot.dispatch.sitenames import names_a_site
from bot.dispatch.spelling import Kind, Piece, key, pieces, shadow
from storage.records import Grid

LONGEST_TEXT = 200  # signs that are looked at; what follows is kept
MOST_CHOICES = 5
MOST_NUMBERED = 6  # buildings and units in one text

_ONLY_ALONE = re.compile(r"[0-9]+;|.|\w\w? ")  # too short to be looked for in a text
_CODE = re.compile(r"(?<![a-z0-9_-])[a-z0-9_-]{2,32}(?![a-z0-9_])")
_EDGES = " \t\r\n,，.。、;；:：-‐–—－~～/／#＃的()（）"


@dataclass(frozen=True, slots=True)
class Found:
    """What a text or a location names."""

    choices: tuple[int, ...]
    """Ids of grids, the likeliest first: none, or at most MOST_CHOICES."""
    rest: str
    """What of the text was not the place, such as the door."""
    sure: bool = True
    """Whether a single one may be taken without asking; of none, whether no place was named."""
    rests: Mapping[int, str] = field(default_factory=dict)
    """The rest where it is another for one of the choices."""

    @property
    def clear(self) -> int | None:
        """The one that is meant beyond doubt."""
        return self.choices[0] if self.sure and len(self.choices) == 1 else None

    def rest_for(self, grid_id: int) -> str:
        """What of the text is left when this one is the place."""
        return self.rests.get(grid_id, self.rest)


class Mention(NamedTuple):
    """A name or code in a text, and the places of all the grids that are called so."""

    places: Sequence[int]
    start: int
    end: int


class Parts(NamedTuple):
    """What of a text may be a place."""

    named: list[Mention]
    numbered: list[Piece]  # buildings before units


@dataclass(frozen=True, slots=True)
class Index:
    """All grids by their names, for as long as no grid changes."""

    tree: Tree
    names: Mapping[str, Sequence[int]]  # key → sorted places
    lengths: Mapping[str, Sequence[int]]  # first sign of a key → lengths of such keys, longest first
    codes: Mapping[str, int]  # small letters → place
    buildings: Buildings
    alike: Alike

    @classmethod
    def of(cls, grids: Iterable[Grid]) -> "Index":
        """The index of a whole tree; under two seconds for a city of 60,000 grids."""
        tree, ordered = Tree.of(grids)
        names = names_of(tree, ordered)
        codes = {grid.code.lower(): place for place, grid in enumerate(ordered)}
        return cls(tree, names, _lengths(names), codes, Buildings(tree, names), Alike.of(names))

    def find(self, text: str, *, near: int | None = None, forgiving: bool = False) -> Found:
        """The grids that `text` names. `near`, a grid's id (a home, a poster), decides between like names.

        `forgiving`: the text is said to be a place; where it has no name that is known, those that look like
        it are given, and none of them is sure. Buildings of a name that is not known are only looked for in
        the compound of `near`.
        """
        read = shadow(text[:LONGEST_TEXT])
        home = None if near is None else self.tree.places.get(near)
        parts = self._parts(read)
        if forgiving and not parts.named and (found := self._misspelt(text, read, parts, home)):
            return found
        hits, spans, others = self._by_name(parts.named)
        row = parts.numbered
        unknown = _names_another(parts, read, is_place=forgiving)
        likely = [] if unknown else self.buildings.by_letter(hits, row, read, home, told=forgiving)
        if likely:
            return self._offered(text, [(places, spans + more) for places, more in likely], home)
        hits, more = self.buildings.by_number(hits, row, read)
        if unknown:
            hits = () if home is None else self.tree.within(self.tree.compounds[home], hits)
        if not hits:
            return Found((), text, sure=not unknown)
        spans = sorted([*spans, *more])
        choices = self._ranked(hits, home)
        if len(choices) == 1 and not parts.named:
            others = self._doubts(choices[0], home, read[: spans[0][0]])
        offered = list(dict.fromkeys([*choices, *others]))[:MOST_CHOICES]
        loose = {self.tree.ids[place]: text for place in offered if place not in choices}
        return Found(tuple(self.tree.ids[place] for place in offered), _rest(text, spans), rests=loose)

    def _misspelt(self, text: str, read: str, parts: Parts, home: int | None) -> Found | None:
        """The grids whose names look like what stands between the numbers, and what the numbers add to it."""
        likely: list[Reading] = []
        for like in self.alike.like(pieces(read)):
            hits, row, span = self.names[like.name], parts.numbered, (like.start, like.end)
            lettered = self.buildings.by_letter(hits, row, read, home, told=True)
            readings = lettered or [self.buildings.by_number(hits, row, read)]
            likely += [(self._ranked(places, home), [span, *more]) for places, more in readings]
            if sum(len(places) for places, _ in likely) >= MOST_CHOICES:
                break
        return self._offered(text, likely, home) if likely else None

    def _offered(self, text: str, likely: list[Reading], home: int | None) -> Found:
        """To choose from, the likeliest first, each with what it leaves of the text."""
        rests: dict[int, str] = {}
        for places, spans in likely:
            for place in self._ranked(places, home):
                rests.setdefault(self.tree.ids[place], _rest(text, sorted(spans)))
        choices = tuple(rests)[:MOST_CHOICES]
        return Found(choices, rests[choices[0]], sure=False, rests=rests)

    def _parts(self, read: str) -> Parts:
        parts = Parts([], [])
        read = self._take_codes(read, parts.named)
        row = pieces(read)
        joined, at, place = key(row), 0, 0
        before: Piece | None = None  # the end of the name just before
        while place < len(row):
            if not (name := self._name_at(joined, at)):
                at, place = at + len(row[place].value), place + 1
                continue
            first, size = row[place].start, 0
            while size < len(name):
                size += len(row[place].value)
                place += 1
            parts.numbered.extend(numbered(read, before, first))
            before = row[place - 1]._replace(kind=Kind.SIGN)
            parts.named.append(Mention(self.names[name], first, before.end))
            at += len(name)
        parts.numbered.extend(numbered(read, before, len(read)))
        parts.numbered.sort(key=lambda piece: piece.kind is Kind.UNIT)
        return Parts(parts.named, parts.numbered[:MOST_NUMBERED])

    def _take_codes(self, read: str, named: list[Mention]) -> str:
        """The text without the codes in it. One without a letter is a code only when it stands alone."""
        alone = read.strip()
        if alone in self.codes:
            named.append(Mention([self.codes[alone]], 0, len(read)))
            return ""
        for match in _CODE.finditer(read):
            code = match[0]
            while code and code not in self.codes:
                code = code.rpartition("-")[0]  # XY01-3-502 is a door of XY01-3
            if len(code) > 1 and code.islower():
                start, end = match.start(), match.start() + len(code)
                named.append(Mention([self.codes[code]], start, end))
                read = read[:start] + TAKEN * len(code) + read[end:]
        return read

    def _name_at(self, joined: str, at: int) -> str | None:
        """The longest name that begins there; one of numbers alone is left to `_by_number`."""
        if at == 0 and joined in self.names and not ALL_NUMBERED.fullmatch(joined):
            return joined
        for length in self.lengths.get(joined[at], ()):
            if (name := joined[at : at + length]) in self.names and _stands_out(name):
                return name
        return None

    def _by_name(self, named: list[Mention]) -> tuple[Sequence[int] | None, list[Span], list[int]]:
        """The places that fit most of the names, where these stand, and the places of the other names."""
        if not named:
            return None, [], []
        rarest, *more = sorted(named, key=lambda mention: len(mention.places))
        hits, spans, others = rarest.places, [(rarest.start, rarest.end)], list[int]()
        for places, start, end in more:
            if fitting := self.tree.nested(hits, places):
                hits = fitting
                spans.append((start, end))
            else:
                others += places[:MOST_CHOICES]
        return self.tree.deepest(hits), spans, others

    def _ranked(self, hits: Sequence[int], home: int | None) -> list[int]:
        """Those to choose from; the only one in home's compound is clear."""
        if home is None:
            return list(hits[:MOST_CHOICES])
        inside = self.tree.within(self.tree.compounds[home], hits)
        return list(inside) if len(inside) == 1 else self.tree.nearest(hits, home, MOST_CHOICES)

    def _doubts(self, hit: int, home: int | None, before: str) -> list[int]:
        """The compound around, as another choice, where 3号楼 may be one that we do not know: after words
        that may be another compound's name, or when home's compound has no such building."""
        around = self.tree.compounds[hit if home is None else home]
        inside = bool(self.tree.within(around, [hit]))
        return [] if around == hit or (inside and FILLING.fullmatch(before)) else [around]


def door_of(rest: str) -> str:
    """The rest of an address without the words that only led up to it: 502 of "我家住 502"."""
    leading = FILLING.match(shadow(rest))
    return rest[leading.end() :] if leading else rest


def _names_another(parts: Parts, read: str, *, is_place: bool) -> bool:
    """Whether the building is said to be of a site that is not known."""
    if parts.named or not parts.numbered:
        return False
    first = min(parts.numbered, key=lambda piece: piece.start)
    start = (with_letter_apart(first, read) or first).start
    return names_a_site(read, start, is_place=is_place)


def _lengths(names: Iterable[str]) -> dict[str, list[int]]:
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        if _stands_out(name):
            lengths[name[0]].add(len(name))
    return {first: sorted(some, reverse=True) for first, some in lengths.items()}


def _stands_out(name: str) -> bool:
    """It can be told in the midst of a text: neither numbers alone nor too short."""
    return not (ALL_NUMBERED.fullmatch(name) or _ONLY_ALONE.fullmatch(name))


def _rest(text: str, spans: list[Span]) -> str:
    """The text outside the spans, without what joined it to them."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    between = (
        text[end:start].strip(_EDGES) for end, start in zip([0, *ends], [*starts, len(text)], strict=True)
    )
    return " ".join(piece for piece in between if piece)
