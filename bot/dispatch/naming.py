"""What a grid is called where the one around it is plain, and how much room that takes."""

import re
import unicodedata

_NUMBERED = re.compile(
    r"[\s·.,，、-]*(?P<inner>(?:第|#)?\s*[0-9a-z０-９一二三四五六七八九十百].*)", re.IGNORECASE | re.DOTALL
)
_LATIN = re.compile(r"[0-9a-z]", re.IGNORECASE)


def inside(name: str, around: str) -> str:
    """3号楼 for 锦绣苑3号楼 inside 锦绣苑: cut to the width of a key, all buildings would read the same. Any
    other name stays whole."""
    rest = name.removeprefix(around) if around else name
    found = _NUMBERED.fullmatch(rest) if rest != name else None
    if not found or (_LATIN.fullmatch(around[-1]) and _LATIN.fullmatch(rest[0])):
        return name
    return found["inner"]


def width(words: str) -> int:
    """In halves of a Chinese sign, as phones draw them."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
