"""Stretches of a text that look or sound like names, those with a numeral in them too: 四季华城 for 四季花城.

A key has digits for numerals. Here they are signs again, 百 of 百花苑, so that one of them may be wrong or
sound like another just as any sign may; but two different numbers are two different places.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from bot.dispatch.misspelt import SHORT, Like, Misspelt
from bot.dispatch.sounds import FEWEST
from bot.dispatch.spelling import Kind, Piece, key

ANOTHER_NUMBER = 0.5
"""So much less likely is a name with another number."""
_NAMED = (Kind.SIGN, Kind.WORD)
_NUMBER = re.compile("([0-9]+);")
_GENERIC = re.compile("(?:社区|小区|街道)$")
_WITH_TENS = re.compile("1[0-9]|[2-9]0")
_DIGITS = "零一二三四五六七八九"
_FIGURES = frozenset(f"{_DIGITS}十百")
_AS_SIGNS = str.maketrans("0123456789", _DIGITS)


@dataclass(frozen=True, slots=True)
class Alike:
    """Names with a numeral, and all others."""

    plain: Misspelt
    numbered: Misspelt  # as they are said
    keys: Mapping[str, str]  # of those, as said → key

    @classmethod
    def of(cls, names: Iterable[str]) -> "Alike":
        """The keys of names (see spelling.py)."""
        every = list(names)
        keys = {said: name for name in every if _is_a_name(name) and (said := _said(name))}
        return cls(Misspelt.of(every), Misspelt.of(keys), keys)

    def like(self, row: Sequence[Piece]) -> list[Like]:
        """The keys of names that a stretch of the text with these pieces may have been meant to be, the
        likest and longest first."""
        found = [like for run in _runs(row, (*_NAMED, Kind.NUMBER)) for like in self._in_run(run)]
        return sorted(found, key=lambda like: (-like.likeness, like.start - like.end))

    def _in_run(self, run: list[Piece]) -> Iterator[Like]:
        parts = list(_runs(run, _NAMED))
        for part in parts:
            likes: Iterable[Like] = self.plain.like(key(part), ends=part[-1] is run[-1])
            yield from _placed(likes, part, [piece.value for piece in part])
        if parts and self.keys:
            written = [_said(piece.value) or piece.value for piece in run]
            likes = _agreeing(self.numbered.like("".join(written)), written)
            for like in _placed(likes, run, written):
                yield like._replace(name=self.keys[like.name])


def _runs(row: Sequence[Piece], kinds: Container[Kind]) -> Iterator[list[Piece]]:
    """The pieces of these kinds that stand together."""
    return (list(run) for fits, run in groupby(row, lambda piece: piece.kind in kinds) if fits)


def _placed(likes: Iterable[Like], row: list[Piece], written: list[str]) -> Iterator[Like]:
    """With the places in the text instead of those in what the pieces are written as, joined."""
    ends = list(accumulate(map(len, written)))
    for like in likes:
        first, last = bisect_right(ends, like.start), bisect_left(ends, like.end)
        yield like._replace(start=row[first].start, end=row[min(last, len(row) - 1)].end)


def _agreeing(likes: Iterable[Like], written: list[str]) -> Iterator[Like]:
    """Those with the number that is written, and long ones with another, as less likely. The 三 of 十三 is
    no number."""
    text, ends = "".join(written), {0, *accumulate(map(len, written))}
    for like in likes:
        torn = any(text[at - 1 : at] in _FIGURES and at not in ends for at in (like.start, like.end))
        if not torn and _agree(like.name, text[like.start : like.end]):
            yield like
        elif not torn and len(like.name) > SHORT:
            yield like._replace(likeness=like.likeness - ANOTHER_NUMBER)


def _agree(name: str, written: str) -> bool:
    """No figure stands where the name has another. One that is missing was taken for another sign."""
    figures = [sign for sign in written if sign in _FIGURES]
    if not figures or figures == [sign for sign in name if sign in _FIGURES]:
        return True
    both = zip(name, written, strict=False)
    differ = any(one != other and {one, other} <= _FIGURES for one, other in both)
    return len(name) == len(written) and not differ


def _said(name: str) -> str | None:
    """The key with its numbers as signs; None if it has none, or those of buildings."""
    said, count = _NUMBER.subn(lambda number: _figures(number[1]), name)
    return said if count and not any(sign.isdecimal() for sign in said) else None


def _figures(number: str) -> str:
    """百, 十二, 三十, but 27 is the 二七 of 二七新村."""
    if number == "100":
        return "百"
    if _WITH_TENS.fullmatch(number):
        number = f"{number[0].replace('1', '')}十{number[1].replace('0', '')}"
    return number.translate(_AS_SIGNS)


def _is_a_name(name: str) -> bool:
    """More than a number: 12号院 and 八一社区 are not misspelt but wrong."""
    return len(_NUMBER.sub("", _GENERIC.sub("", name))) >= FEWEST
