"""The font, which has Chinese wherever this runs, and words made to fit. What the font has no letter for is
drawn as a crossed box."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "RedvestSans.ttf"
LEADING = 1.25
"""From line to line, in sizes of the letters."""

_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u2712\u2718-\u27bf\ufe0e\ufe0f]")
"""The font has none of these, and no name needs them; ★ and ✓ it has."""

Measure = Callable[[str], float]
"""How wide words are, in letters' sizes or in pixels."""


def tidy(words: str) -> str:
    """On one line, without what cannot be seen and, unless there is nothing else, without emoji."""
    seen = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return " ".join(_EMOJI.sub(" ", seen).split()) or seen


def cut(words: str, width: float, measure: Measure) -> str:
    """As much as fits; what is cut off is marked by "…"."""
    if measure(words) <= width:
        return words
    kept = bisect_right(range(len(words)), width, key=lambda many: measure(words[:many] + "…"))
    return words[: max(0, kept - 1)].rstrip() + "…"


def halved(words: str, width: float, measure: Measure) -> list[str]:
    """One line if it fits, else two about as long as each other, between words if there are several; none if
    these do not fit either."""
    if measure(words) <= width:
        return [words]
    at_words = [at for at, sign in enumerate(words) if sign == " "]
    breaks = sorted(at_words or range(1, len(words)), key=lambda at: abs(2 * at - len(words)))
    tried = ([words[:at], words[at:].lstrip()] for at in breaks)
    return next((lines for lines in tried if max(map(measure, lines)) <= width), [])


def wrapped(words: str, width: float, measure: Measure) -> list[str]:
    """Lines of whole words; a word that is wider than a line is broken."""
    lines: list[str] = []
    for piece in (part for word in words.split() for part in _broken(word, width, measure)):
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _broken(word: str, width: float, measure: Measure) -> Iterator[str]:
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and measure(word[start:end]) > width:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]


def fitted(
    words: str, width: float, height: float, measure: Measure, *, largest: int, whole: int, smallest: int
) -> tuple[int, list[str]]:
    """The largest size at which words fill no more than a box, and their lines; `measure` is for size 1.

    Down to the size `whole` no word is broken; what does not fit even at the smallest is cut.
    """
    widest_word = max(map(measure, words.split()), default=0)
    for size in range(largest, smallest - 1, -2):
        lines = wrapped(words, width / size, measure)
        unbroken = widest_word * size <= width
        if len(lines) * size * LEADING <= height and (unbroken or size < whole):
            return size, lines
    room = max(1, int(height / (smallest * LEADING)))
    lines = wrapped(words, width / smallest, measure)
    return smallest, [*lines[: room - 1], cut(" ".join(lines[room - 1 :]), width / smallest, measure)]
