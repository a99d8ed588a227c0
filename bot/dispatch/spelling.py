"""How places are spelled: 3号楼, 三栋, ３＃ and "building 3" are one piece, "3栋"; 二单元 is "2单元".

A spelling is a row of pieces; joined, they are a key. Each piece shows where it ends: a number by "栋",
"单元" or ";", a word by a space; any other sign is a piece by itself. So no key reads in two ways, and a key
begins with another exactly when its pieces do.

A letter that is glued to a number, or stands before it alone, may end a name (阳光A) or be part of the number
of a building (A3, A-502). So names are looked for with the letter apart, and what is no name is read again by
`labelled`.
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

    @property
    def number(self) -> str:
        """Without what shows its end: 3, a3, a."""
        return self.value.removesuffix(self.kind.value)

    def numbering(self, kind: Kind) -> "Piece":
        """This number as that of a building or unit."""
        return self._replace(value=self.number + kind.value, kind=kind)


CHINESE = "〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾廿卅"
_DIGITS = {
    sign: at for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for at, sign in enumerate(row)
}
_TENS = {"十": 10, "拾": 10, "百": 100}
_SHORT = {"廿": "二十", "卅": "三十"}
_SIGN = r"\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"  # of scripts without spaces between words
_FRAME = "\ufe0f\u20e3"  # around the digits of 3️⃣
_ARABIC = rf"[0-9][0-9{_FRAME}]*"
_NUMBER = rf"(?:{_ARABIC}|[{CHINESE}]+)"
_LABEL = rf"(?:{_NUMBER}|(?<![a-z])[a-z](?:{_ARABIC})?)"  # 3, 三, A, A3
_NOT_STAIRS = r"(?!\s*[道梯])"  # 3号楼道 is the stairs of 3号
_CALLED = r"(?![a-z])[\s.,:#]*(?:(?:no|number)(?![a-z])[\s.:#]*)?"

STEMS = "甲乙丙丁"
_HYPHEN = r"\s*[-‐-―−~/]\s*"
_LETTER = rf"(?:(?<![a-z0-9])[a-z](?![a-z])|[{STEMS}])"
_AFTER = rf"{_ARABIC}[a-h](?![a-z0-9])"  # 7A
_WITH_LETTER = rf"(?:{_AFTER}|{_LETTER}{_ARABIC}(?![a-z0-9]))"
_ANY_LABEL = rf"(?:{_AFTER}|{_NUMBER}|{_LETTER}(?:(?:{_HYPHEN}|\s*){_NUMBER})?)"  # also 7A, 甲3, A三, A-3
_LONELY = rf"""{_LETTER}(?:
    {_HYPHEN}{_ARABIC}(?=(?:{_HYPHEN}{_NUMBER}){{2}})  # A-3-2-502
    |(?={_HYPHEN}[0-9]|\s+[0-9]|\s*(?:[,，。;；]|\Z)))"""  # A-502, A 502, A


def _pattern(label: str, bare: str, more: str = "") -> re.Pattern[str]:
    """Of a piece: `label` is a building's number before 号楼 and the like, `bare` a number that nothing is
    said of; `more` are further ways to name a building."""
    return re.compile(
        rf"""(?:第\s*)?(?P<building>{label})\s*
           (?:号\s*楼{_NOT_STAIRS}|楼(?=\s*{_NUMBER}\s*号?\s*单元)|号(?=\s*楼)|\#(?:\s*楼{_NOT_STAIRS})?|号?[栋幢座](?:楼{_NOT_STAIRS})?)
       {more}
       |(?:building|bldg|block|tower){_CALLED}(?P<called>{_LABEL})(?![a-z0-9])
       |(?P<nth>[0-9]+)(?:st|nd|rd|th)\s+(?:building|block)\b
       |(?:第\s*)?(?P<unit>{_LABEL})\s*(?:号?\s*单元|门洞|门(?=[\s-]*(?:[0-9]|\Z)))
       |(?:unit|entrance){_CALLED}(?P<entered>{_LABEL})(?![a-z0-9])
       |(?P<number>{bare})(?:\s*号)?
       |(?P<word>[^\W\d_{_SIGN}]+)
       |(?P<sign>\w)""",
        re.VERBOSE,
    )


_PIECE = _pattern(_LABEL, _NUMBER)
_LABELLED = _pattern(
    _ANY_LABEL,
    rf"{_WITH_LETTER}|{_NUMBER}|{_LONELY}",
    rf"|(?P<lettered>{_WITH_LETTER}|{_LETTER}(?=\s*楼))\s*(?:楼(?!\s*[道梯上下])|号(?!\s*[院线]))",
)
_KINDS = {
    "building": Kind.BUILDING,
    "lettered": Kind.BUILDING,
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
_BARE = re.compile(rf"{_AFTER}|{_NUMBER}(?:\s*号)?|{_LETTER}(?:(?:{_HYPHEN})?{_ARABIC})?")
_DASH = re.compile(_HYPHEN)
_WRITTEN = re.compile(rf"([a-z{STEMS}]?)[^0-9a-z{CHINESE}]*({_NUMBER})?([a-h]?)")
_UNFRAMED = dict.fromkeys(map(ord, _FRAME))
_CLOSE = re.compile(r"[\s,，、\-‐-―−~/]*")


def shadow(text: str) -> str:
    """The text for reading, each sign in its place: full-width, circled and traditional ones plain, letters
    small."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def pieces(read: str) -> list[Piece]:
    """The pieces of a shadow. Numbers joined by dashes are building and unit, 3-2-502, or unit after a
    building, 3号楼2-502; what follows them stays a number."""
    return _dashed(read, [_piece(match) for match in _PIECE.finditer(read)])


def labelled(read: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of a stretch in which there is no name: as `pieces`, with letters as parts of numbers,
    A3-1-502, 甲3号楼, A-502, 7A."""
    found = _LABELLED.finditer(read, start, len(read) if end is None else end)
    return _dashed(read, [_piece(match) for match in found])


@functools.lru_cache(5000)  # half of a city's names and aliases are 1号楼, 2单元 and the like
def spell(name: str) -> tuple[Piece, ...]:
    """The pieces of a name."""
    return tuple(pieces(shadow(name)))


@functools.lru_cache(5000)
def spell_labelled(name: str) -> tuple[Piece, ...]:
    """The pieces of a building's or unit's name, its letter in its number."""
    return tuple(labelled(shadow(name)))


def key(row: Sequence[Piece]) -> str:
    """What the pieces are found by."""
    return "".join(piece.value for piece in row)


def close(read: str, before: Piece, after: Piece) -> bool:
    """Nothing but blanks, commas and dashes stands between the two."""
    return _CLOSE.fullmatch(read, before.end, after.start) is not None


def is_bare(read: str, piece: Piece) -> bool:
    """Nothing says what the number is of: the 3 of 3-2-502, not 3号楼."""
    return _BARE.fullmatch(read, piece.start, piece.end) is not None


def joined(read: str, before: Piece, after: Piece) -> bool:
    """Nothing but a dash stands between the two."""
    return _DASH.fullmatch(read, before.end, after.start) is not None


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
        dashed = before is not None and joined(read, before, piece)
        if piece.kind is not Kind.NUMBER:
            done.append(piece)
        elif before and before.kind is Kind.BUILDING and (dashed or _opens(read, row, place)):
            done.append(piece.numbering(Kind.UNIT))
        elif not (dashed or (before and before.kind is Kind.UNIT)) and _opens(read, row, place):
            done.append(piece.numbering(Kind.BUILDING))
        else:
            done.append(piece)
    return done


def _opens(read: str, row: list[Piece], place: int) -> bool:
    """A dash and another number follow, or with a letter a unit: A-3单元, but 1-3单元 are three units."""
    piece, *following = row[place : place + 2]
    if not following or not joined(read, piece, following[0]):
        return False
    kind = following[0].kind
    return kind is Kind.NUMBER or (kind is Kind.UNIT and not piece.number.isdecimal())


def _label(written: str) -> str:
    """三 → 3, 十二 → 12, 一〇二 → 102, 03 → 3; a letter stays: a-三 → a3."""
    match = _WRITTEN.fullmatch(written)
    if not match:
        return written
    before, number, after = match.groups("")
    if number and number[0] in CHINESE:
        number = str(_count(number))
    elif number:
        number = number.translate(_UNFRAMED).lstrip("0") or "0"
    return before + number + after


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
