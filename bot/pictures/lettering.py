"""The font, which has Chinese wherever this runs, and words made to fit. What the font has no letter for is
drawn as a crossed box."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "RedvestSans.ttf"
LEADING = 1.25
"""From line to line, in sizes of the letters."""

Measure = Callable[[str], float]
"""How wide words are, in letters' sizes or in pixels."""


def tidy(words: str) -> str:
    """On one line, and nothing that cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def cut(words: str, width: float, measure: Measure) -> str:
    """As much as fits; what is cut off is marked by "…"."""
    if measure(words) <= width:
        return words
    kept = bisect_right(range(len(words)), width, key=lambda many: measure(words[:many] + "…"))
    return words[: max(0, kept - 1)].rstrip() + "…"


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
