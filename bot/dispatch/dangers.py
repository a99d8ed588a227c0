"""Whether what a resident says is a fire, gas, an injury or a crime that is happening now.

Then the numbers to call come before all else. Once too often costs a tap; so what is unclear counts, but not
what only might happen (容易着火), was long ago, is denied, or merely has the word in it (消防通道, 发火).
"""

import functools
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from bot.dispatch import danger_denied, danger_words, traditional
from bot.dispatch.spelling import shadow

LONGEST_WORDS = 1000  # signs that are looked at
LOOKED_BACK = 40
"""Signs before a danger that may say that there is none."""


class Danger(StrEnum):
    """What is happening; the first of several is the one shown."""

    FIRE = "fire"
    GAS = "gas"
    INJURY = "injury"
    CRIME = "crime"


KINDS = {Danger.FIRE: "SAFE-FIRE", Danger.GAS: "SAFE-GAS"}
"""The item that such a report is about, where the list of categories has it."""

_SAID = {
    Danger.FIRE: danger_words.FIRE,
    Danger.GAS: danger_words.GAS,
    Danger.INJURY: danger_words.INJURY,
    Danger.CRIME: danger_words.CRIME,
}
_PLAIN = str.maketrans(traditional.TRADITIONAL + "’‘ʼ´`", traditional.SIMPLIFIED + "'" * 5)


def spoken_of(words: str) -> Danger | None:
    """The danger that these words tell of, in Chinese or English; None for most words."""
    text = shadow(words[:LONGEST_WORDS]).translate(_PLAIN)
    signs = frozenset(text)
    for danger, said in _SAID.items():
        if any(_happens(text, match) for match in _found(text, signs, said)):
            return danger
    return None


def of_kind(code: str, urgent: bool, names: Iterable[str]) -> Danger | None:
    """The danger of an item that somebody chose: of the built-in ones, or of one that is an emergency by its
    name. `urgent`: it is an emergency."""
    known = next((danger for danger, kind in KINDS.items() if kind == code), None)
    return known or (spoken_of("\n".join(names)) if urgent else None)


def _found(text: str, signs: frozenset[str], said: dict[str, str]) -> Iterator[re.Match[str]]:
    """What may tell of a danger, of the rows that have a sign in common with the text."""
    for needed, words in said.items():
        if not signs.isdisjoint(needed):
            yield from _pattern(words).finditer(text)


def _happens(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - LOOKED_BACK) : match.start()]
    happened = match[0].endswith("了") or text.startswith("了", match.end())
    feared = _pattern(danger_denied.FEARED).search(before) and not happened
    denied = _pattern(danger_denied.NOT_BEFORE).search(before)
    only_spoken_of = _pattern(danger_denied.NOT_BEHIND).match(text, match.end())
    return not (feared or denied or only_spoken_of)


@functools.cache
def _pattern(words: str) -> re.Pattern[str]:
    """Made when it is first asked for: all of them take a tenth of a second of the start."""
    return re.compile(words, re.VERBOSE)
