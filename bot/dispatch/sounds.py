"""Names of places that sound like what was written: 紧修院 for 锦绣苑, as voice input hears it."""

import functools
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

FEWEST = 2  # signs of a name

_SAME = ((re.compile("^([zcs])h"), r"\1"), (re.compile("ng$"), "n"), (re.compile("^l"), "n"))
"""What many do not tell apart, in speaking or in hearing: zh and z, ang and an, l and n."""


class Heard:
    """Names by how they sound. That is worked out when a text first asks for it: few do, and all start the
    bot. It takes a fifth of a second for a city, then 15 MB."""

    def __init__(self, names: Iterable[str]) -> None:
        """The keys of names (see spelling.py)."""
        self._names = names

    @functools.cached_property
    def _by_beginning(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """How two signs sound → the names that begin so; only those all Chinese and without numbers."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name in self._names:
            if len(name) >= FEWEST and not any(sign.isascii() for sign in name):
                for beginning in product(sounds(name[0]), sounds(name[1])):
                    found[beginning].append(name)
        return dict(found)

    def like(self, text: str) -> Iterator[tuple[str, int]]:
        """(name, where it begins) for each that sounds like a stretch of the text as long as it. One of the
        fewest signs is like nothing but the whole text."""
        heard = [sounds(sign) for sign in text]
        for start, two in enumerate(pairwise(heard)):
            begin = (name for beginning in product(*two) for name in self._by_beginning.get(beginning, ()))
            for name in dict.fromkeys(begin):
                fits = len(name) <= len(text) - start and (len(name) > FEWEST or len(name) == len(text))
                if fits and not any(map(frozenset.isdisjoint, map(sounds, name), heard[start:])):
                    yield name, start


@functools.cache
def sounds(sign: str) -> frozenset[str]:
    """How a sign may be read, without tones and as those hear it who do not tell _SAME apart; one that is
    not Chinese stands for itself."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # its dictionary of words: 40 MB that no sign needs
    from pypinyin import Style, pinyin  # noqa: PLC0415 - as above

    (readings,) = pinyin(sign, style=Style.NORMAL, heteronym=True)
    return frozenset(map(_folded, readings))


def _folded(reading: str) -> str:
    for pattern, same in _SAME:
        reading = pattern.sub(same, reading)
    return reading
