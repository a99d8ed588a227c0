"""Which numbers of a text are those of buildings and units, and what else they may be meant for.

锦绣苑 3 names a building, 锦绣苑3个人 none; B502 is B's door, where there is a B and no B502; and who writes
3号楼 where there are only A3 and B3 means one of these.
"""

import re
import string
from collections.abc import Iterator, Sequence

from bot.dispatch.spelling import CHINESE, STEMS, Kind, Piece, close, is_bare, labelled

FILLING = re.compile(
    r"(?:[\s,，。:：我俺咱们家住在的就是这那本小区院里子]"
    r"|\b(?:at|in|the|my|our|home|is|i|we|live|it|near|of|address)\b)*"
)
"""Words that only lead up to an address."""
TAKEN = "\0"
"""Stands where a code was."""

_AFTER_CODE = re.compile(rf"{TAKEN}[\s-]*\Z")
_WORDS = re.compile(rf"\s?(?![{CHINESE}])[\u2e80-\ua4cf]")
_MEASURED = re.compile(rf"{_WORDS.pattern}|[a-z](?![a-z])")  # 3个, 3月, 5g: no number of a building
_NO_BUILDING = re.compile(r"\s?(?:层|车库|停车|纸|区|[出入]?口|站|路|线)|(?<![0-9]{3})[室房户]")  # B1层, A4纸
_ALONE = re.compile(r"\s*(?:[0-9,，。;；]|\Z)")
_DOOR = re.compile(rf"([a-z{STEMS}])[0-9]{{3,}}")
_LETTERED = re.compile(rf"([a-z{STEMS}]?)([0-9]+)[a-h]?")
_APART = re.compile(rf"(?<![a-z0-9])([a-z{STEMS}])[\s区座栋号._·()#-]{{0,3}}\Z")  # A区3号楼, A.3-1
_BEFORE, _AFTER = string.ascii_lowercase + STEMS, "abcdefgh"


def numbered(read: str, before: Piece | None, end: int) -> Iterator[Piece]:
    """The buildings and units between a name, or the beginning, and the next name or the end."""
    for piece in labelled(read, before.end if before else 0, end):
        before = _numbered(read, piece, before)
        if before:
            yield before


def same(row: Sequence[Piece], read: str) -> list[Piece] | None:
    """The same row of buildings and units in the other way it can be read: B502 is B with a door, A-3 is A3,
    B1单元 is unit 1 of B."""
    first, *more = row
    if _DOOR.fullmatch(first.number):
        return [_letter_of(first, first.kind), *more] if is_bare(read, first) else None
    if first.kind is Kind.UNIT and first.number[0] in _BEFORE and first.number[1:]:
        unit = first._replace(value=first.value[1:], start=first.start + 1)
        return [_letter_of(first, Kind.BUILDING), unit, *more]
    if more and first.number in _BEFORE and more[0].number.isdecimal() and close(read, first, more[0]):
        value = first.number + more[0].number + first.kind.value
        return [Piece(value, first.kind, first.start, more[0].end), *more[1:]]
    return None


def with_letter_apart(piece: Piece, read: str) -> Piece | None:
    """The building with the letter that stands before its number: A区3号楼 as A3."""
    match = _APART.search(read, max(0, piece.start - 5), piece.start)
    if match and piece.number.isdecimal():
        return piece._replace(value=match[1] + piece.value, start=match.start())
    return None


def others(piece: Piece, read: str) -> Iterator[Piece]:
    """What may be meant if there is no such building: B or 2 by B2, A2 or B2 by 2, the likeliest first."""
    match = _LETTERED.fullmatch(piece.number)
    if not match:
        return
    letter, number = match.groups()
    if number == piece.number:
        labels = [*(each + number for each in _BEFORE), *(number + each for each in _AFTER)]
    else:
        labels = [number]
    if apart := with_letter_apart(piece, read):
        yield apart
    if letter and is_bare(read, piece):
        yield _letter_of(piece, piece.kind)
    for label in labels:
        yield piece._replace(value=label + piece.kind.value)


def may_be_another(row: Sequence[Piece], read: str, *, placed: bool) -> bool:
    """Whether the row is so surely an address that `others` of it are looked for. `placed`: it stands after
    the name of a place, or was said to be one."""
    if not is_bare(read, row[0]):
        return True
    with_unit = row[0].number.isdecimal() and any(piece.kind is Kind.UNIT for piece in row[1:2])
    return (placed or with_unit) and not _WORDS.match(read, row[0].end)


def _letter_of(piece: Piece, kind: Kind) -> Piece:
    return Piece(piece.number[0] + kind.value, kind, piece.start, piece.start + 1)


def _numbered(read: str, piece: Piece, before: Piece | None) -> Piece | None:
    """The piece as a building or a unit, if it is one: a bare number is, right after a place and counting
    nothing: 锦绣苑 3, XY01-3; and one with a letter that begins an address: A3 502."""
    if piece.kind in (Kind.BUILDING, Kind.UNIT):
        return piece
    plain = piece.number.isdecimal()
    if piece.kind is not Kind.NUMBER or (_MEASURED if plain else _NO_BUILDING).match(read, piece.end):
        return None
    begins = not plain and FILLING.fullmatch(read, 0, piece.start) and _ALONE.match(read, piece.end)
    if begins or _AFTER_CODE.search(read, 0, piece.start):
        return piece.numbering(Kind.BUILDING)
    if before is None or before.kind is Kind.UNIT or not close(read, before, piece):
        return None
    return piece.numbering(Kind.UNIT if before.kind is Kind.BUILDING else Kind.BUILDING)
