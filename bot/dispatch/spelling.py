"""How places are spelled: 3号楼, 三栋, ３＃ and "building 3" are one piece, "3栋"; 二单元 is "2单元".

A spelling is a row of pieces; joined, they are a key. Each piece shows where it ends: a number by "栋",
"单元" or ";", a word by a space; any other sign is a piece by itself. So no key reads in two ways, and a key
begins with another exactly when its pieces do.
"""

import functools
import re
import unicodedata
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

BUILDING, UNIT, NUMBER, WORD = "栋", "单元", ";", " "


class Kind(Enum):
    """What a piece is."""

    SIGN = ""
    WORD = WORD
    NUMBER = NUMBER
    BUILDING = BUILDING
    UNIT = UNIT


class Piece(NamedTuple):
    """Part of a spelling, and where it stands in the text."""

    value: str
    kind: Kind
    start: int
    end: int

    def numbering(self, kind: Kind) -> "Piece":
        """This number as that of a building or unit."""
        return self._replace(value=self.value.removesuffix(self.kind.value) + kind.value, kind=kind)


CHINESE = "〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾廿卅"
_DIGITS = {
    sign: at for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for at, sign in enumerate(row)
}
_TENS = {"十": 10, "拾": 10, "百": 100}
_SHORT = {"廿": "二十", "卅": "三十"}
_SIGN = r"\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"  # of scripts without spaces between words
_NUMBER = rf"(?:[0-9]+|[{CHINESE}]+)"
_LABEL = rf"(?:{_NUMBER}|(?<![a-z])[a-z][0-9]*)"  # 3, 三, A, A3
_NOT_STAIRS = r"(?!\s*[道梯])"  # 3号楼道 is the stairs of 3号
_CALLED = r"(?![a-z])[\s.,:#]*(?:(?:no|number)(?![a-z])[\s.:#]*)?"

_PIECE = re.compile(
    rf"""(?:第\s*)?(?P<building>{_LABEL})\s*
           (?:号\s*楼{_NOT_STAIRS}|楼(?=\s*{_NUMBER}\s*号?\s*单元)|号(?=\s*楼)|\#(?:\s*楼{_NOT_STAIRS})?|号?[栋幢座](?:楼{_NOT_STAIRS})?)
       |(?:building|bldg|block|tower){_CALLED}(?P<called>{_LABEL})(?![a-z0-9])
       |(?P<nth>[0-9]+)(?:st|nd|rd|th)\s+(?:building|block)\b
       |(?:第\s*)?(?P<unit>{_LABEL})\s*(?:号?\s*单元|门洞|门(?=[\s-]*(?:[0-9]|\Z)))
       |(?:unit|entrance){_CALLED}(?P<entered>{_LABEL})(?![a-z0-9])
       |(?P<number>{_NUMBER})(?:\s*号)?
       |(?P<word>[^\W\d_{_SIGN}]+)
       |(?P<sign>\w)""",
    re.VERBOSE,
)
_KINDS = {
    "building": Kind.BUILDING,
    "called": Kind.BUILDING,
    "nth": Kind.BUILDING,
    "unit": Kind.UNIT,
    "entered": Kind.UNIT,
    "number": Kind.NUMBER,
    "word": Kind.WORD,
    "sign": Kind.SIGN,
}
_SIMPLE = dict(zip("號樓棟單門區園", "号楼栋单门区园", strict=True))
"""What stands in the names of places at every turn; others in traditional signs are known by their sound."""
_BARE = re.compile(rf"{_NUMBER}(?:\s*号)?")
_DASH = re.compile(r"\s*[-‐-―−~/]\s*")
_CLOSE = re.compile(r"[\s,，、\-‐-―−~/]*")


def shadow(text: str) -> str:
    """The text for reading, each sign in its place: full-width, circled and traditional ones plain, letters
    small."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def pieces(read: str) -> list[Piece]:
    """The pieces of a shadow. Numbers joined by dashes are building and unit, 3-2-502, or unit after a
    building, 3号楼2-502; what follows them stays a number."""
    return _dashed(read, [_piece(match) for match in _PIECE.finditer(read)])


@functools.lru_cache(5000)  # half of a city's names and aliases are 1号楼, 2单元 and the like
def spell(name: str) -> tuple[Piece, ...]:
    """The pieces of a name."""
    return tuple(pieces(shadow(name)))


def key(row: Sequence[Piece]) -> str:
    """What the pieces are found by."""
    return "".join(piece.value for piece in row)


def close(read: str, before: Piece, after: Piece) -> bool:
    """Nothing but blanks, commas and dashes stands between the two."""
    return _CLOSE.fullmatch(read, before.end, after.start) is not None


def is_bare(read: str, piece: Piece) -> bool:
    """Nothing says what the number is of: the 3 of 3-2-502, not 3号楼."""
    return _BARE.fullmatch(read, piece.start, piece.end) is not None


def _piece(match: re.Match[str]) -> Piece:
    kind = _KINDS[str(match.lastgroup)]
    value = match[str(match.lastgroup)]
    if kind not in (Kind.WORD, Kind.SIGN):
        value = _label(value)
    return Piece(value + kind.value, kind, *match.span())


def _dashed(read: str, row: list[Piece]) -> list[Piece]:
    """The row with the numbers of 3-2-502 told apart."""
    done: list[Piece] = []
    for place, piece in enumerate(row):
        before = done[-1] if done else None
        joined = before is not None and _joined(read, before, piece)
        if piece.kind is not Kind.NUMBER:
            done.append(piece)
        elif before and before.kind is Kind.BUILDING and (joined or _opens(read, row, place)):
            done.append(piece.numbering(Kind.UNIT))
        elif not (joined or (before and before.kind is Kind.UNIT)) and _opens(read, row, place):
            done.append(piece.numbering(Kind.BUILDING))
        else:
            done.append(piece)
    return done


def _opens(read: str, row: list[Piece], place: int) -> bool:
    """A dash and another number follow."""
    following = row[place + 1 : place + 2]
    return bool(following) and following[0].kind is Kind.NUMBER and _joined(read, row[place], following[0])


def _joined(read: str, before: Piece, after: Piece) -> bool:
    return _DASH.fullmatch(read, before.end, after.start) is not None


def _label(written: str) -> str:
    """三 → 3, 十二 → 12, 一〇二 → 102, 03 → 3; a letter stays."""
    if written[0] in CHINESE:
        return str(_count(written))
    return written.lstrip("0") or "0" if written.isdecimal() else written


def _count(written: str) -> int:
    written = "".join(_SHORT.get(sign, sign) for sign in written)
    if not any(sign in _TENS for sign in written):
        return int("".join(str(_DIGITS[sign]) for sign in written))
    total = digit = 0
    for sign in written:
        if sign in _TENS:
            total, digit = total + (digit or 1) * _TENS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


@functools.cache
def _plain(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign).casefold()
    return _SIMPLE.get(plain, plain) if len(plain) == 1 else sign
