"""The buildings and units that the numbers of a text lead to, from the places that its names mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.dispatch.gridtree import Tree
from bot.dispatch.numbering import may_be_another, others, same, with_letter_apart
from bot.dispatch.spelling import Kind, Piece, is_bare, key

Span = tuple[int, int]
Reading = tuple[Sequence[int], list[Span]]
"""Sorted places, and where in the text their numbers stand."""


@dataclass(frozen=True, slots=True)
class Buildings:
    """All of them by their numbers. Where places are given to look within, None is everywhere."""

    tree: Tree
    names: Mapping[str, Sequence[int]]  # key → sorted places

    def by_number(self, hits: Sequence[int] | None, row: Sequence[Piece], read: str) -> Reading:
        """The places of these buildings and units within `hits`, as far as there are any."""
        row, spans = list(row), list[Span]()
        while row:
            size, fitting = self._longest(hits, row)
            if not size and (again := self._same(hits, row, read)):
                row = again
                continue
            if not size and hits is not None:
                size, fitting = self._own_units(hits, row[0], read)
            if not size:
                break
            hits = fitting
            spans += [(piece.start, piece.end) for piece in row[:size]]
            row = row[size:]
        return hits or (), spans

    def by_letter(
        self, hits: Sequence[int] | None, row: Sequence[Piece], read: str, home: int | None, *, told: bool
    ) -> list[Reading]:
        """What may be meant by a building that is not there within `hits`, or around `home` where these are
        not known, the likeliest first: none of it is sure. `told`: the text is said to be a place."""
        if not row or row[0].kind is not Kind.BUILDING:
            return []
        around = [self.tree.compounds[home]] if hits is None and home is not None else hits
        if self._longest(around, row[:1])[0]:
            return self._apart(around, row, read)
        there = hits is None and self._longest(hits, row[:1])[0] > 0
        again = self._same(around, row, read)
        if (again and not there) or not may_be_another(row, read, placed=told or hits is not None):
            return []
        found = [self.by_number(around, again, read)] if again else self._lettered(around, row, read)
        if not there:
            return found or (self._lettered(None, row, read) if hits is None else [])
        elsewhere = self.by_number(hits, row, read)
        plain = row[0].number.isdecimal()
        return found and ([*found, elsewhere] if plain or again else [elsewhere, *found])

    def _apart(self, hits: Sequence[int] | None, row: Sequence[Piece], read: str) -> list[Reading]:
        """Both A3 and 3 for A区3号楼, where both are there."""
        apart = with_letter_apart(row[0], read)
        if not apart or not self._longest(hits, [apart])[0]:
            return []
        return [self.by_number(hits, [each, *row[1:]], read) for each in (apart, row[0])]

    def _lettered(self, hits: Sequence[int] | None, row: Sequence[Piece], read: str) -> list[Reading]:
        """Those with other letters, the ones of which most of the row is there first."""
        some = [other for other in others(row[0], read) if self._longest(hits, [other])[0]]
        readings = [self.by_number(hits, [other, *row[1:]], read) for other in some]
        return sorted(readings, key=lambda reading: -len(reading[1]))

    def _same(self, hits: Sequence[int] | None, row: Sequence[Piece], read: str) -> list[Piece] | None:
        """The row as it can be read too, if that leads to a place."""
        again = same(row, read)
        return again if again and self._longest(hits, again)[0] else None

    def _own_units(self, hits: Sequence[int], first: Piece, read: str) -> tuple[int, Sequence[int]]:
        """The 2 of 2-502 as a unit, in a courtyard that has units without buildings."""
        if first.kind is not Kind.BUILDING or not is_bare(read, first):
            return 0, ()
        size, units = self._longest(hits, [first.numbering(Kind.UNIT)])
        own = [unit for unit in units if self.tree.parents[unit] in hits]
        return (size, own) if own else (0, ())

    def _longest(self, hits: Sequence[int] | None, row: Sequence[Piece]) -> tuple[int, Sequence[int]]:
        """How many pieces of the row's beginning have places within `hits`, and these."""
        for size in range(len(row), 0, -1):
            places = self.names.get(key(row[:size]), ())
            if hits is not None and places:
                places = [place for outer in hits for place in self.tree.within(outer, places)]
            if places:
                return size, places
        return 0, ()
