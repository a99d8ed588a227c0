"""Names of places that look or sound much like what was written: 绵绣苑 for 锦绣苑, "lilac cuort".

Only names that share nearly all their signs with the text are compared with it, so that a city's names are
searched in a fraction of a millisecond.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.dispatch.sounds import FEWEST, Heard

SHORT, LONG = 5, 10
"""Up to so many signs one slip is forgiven, then two, beyond the second three."""
SOUNDS_ALIKE = 0.99
"""The likeness of what is written otherwise and said the same."""
BEGUN = 0.5
"""The likeness of a name of which something else than the rest follows: 阳光新城 502."""
MOST = 10
"""Names that begin as the text ends; nobody is shown as many."""
_LOST_BY_A_SLIP = 3  # pairs of letters at most; of other signs one


class Like(NamedTuple):
    """A name, and the stretch of the text that looks or sounds like it."""

    name: str
    start: int
    end: int
    likeness: float  # 1 is the same


@dataclass(frozen=True, slots=True)
class Misspelt:
    """Names by what they are made of."""

    made_of: Mapping[str, Sequence[str]]  # a sign, or a pair of letters → names with it
    least: Mapping[str, int]  # name → how much of that must be found
    heard: Heard
    ordered: Sequence[str]  # by their signs

    @classmethod
    def of(cls, names: Iterable[str]) -> "Misspelt":
        """The keys of names (see spelling.py), or these as said (alike.py). Of those with digits in them only
        the beginning is looked for."""
        every = list(names)
        made_of: dict[str, list[str]] = defaultdict(list)
        least = {}
        for name in every:
            parts = _parts(name)
            if len(name) < FEWEST or any(sign.isdecimal() for sign in name):
                continue
            lost = _LOST_BY_A_SLIP if any(len(part) > 1 for part in parts) else 1
            least[name] = max(1, len(parts) - lost * _slips(name))
            for part in parts:
                made_of[part].append(name)
        return cls(dict(made_of), least, Heard(least), sorted(every))

    def like(self, text: str, *, ends: bool = True) -> list[Like]:
        """The names that a stretch of this text may have been meant to be, the likest and longest first.
        `ends`: a name may be broken off at its end."""
        said = [
            Like(name, start, start + len(name), SOUNDS_ALIKE)
            for name, start in ([] if text.isascii() else self.heard.like(text))
        ]
        likes = [*said, *self._begun(text, SOUNDS_ALIKE if ends else BEGUN), *self._written_like(text)]
        return sorted(likes, key=lambda like: (-like.likeness, like.start - like.end, like.name))

    def _begun(self, text: str, likeness: float) -> Iterator[Like]:
        """The names of which the text ends with the beginning: 阳光新城 where there are 一期 and 二期."""
        for start in range(len(text) - FEWEST + 1):
            beginning = text[start:]
            first = bisect_left(self.ordered, beginning)
            some = [name for name in self.ordered[first : first + MOST] if name.startswith(beginning)]
            found = [Like(name, start, len(text), likeness) for name in some if name != beginning]
            if found and (start == 0 or len(beginning) > FEWEST):
                yield from found
                return

    def _written_like(self, text: str) -> Iterator[Like]:
        """Of so few signs as FEWEST one slip is half of a name, so that nothing else may stand beside it."""
        shared: Counter[str] = Counter()
        for part in _parts(text):
            shared.update(self.made_of.get(part, ()))
        short = FEWEST if len(text) > FEWEST else 0
        likely = [name for name, count in shared.items() if count >= self.least[name] and len(name) > short]
        return _likest(likely, text)


def _likest(names: Sequence[str], text: str) -> Iterator[Like]:
    """Those names that are like enough a stretch of the text, with the one that is most like each."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few texts need it, and all start the bot
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - as above

    for name in names:
        at = partial_ratio_alignment(name, text)
        start = at.dest_start if at else 0
        most = _slips(name)
        # It is there or one beside; a sign that is wrong at an end was taken for one that is missing.
        stretches = (
            (OSA.distance(name, text[first:last], score_cutoff=most), first - last, first, last)
            for first in range(max(0, start - 1), start + 2)
            for last in range(first + len(name) - most, min(len(text), first + len(name) + most) + 1)
        )
        slips, _, first, last = min(stretches, default=(most + 1, 0, 0, 0))
        if slips <= most:
            yield Like(name, first, last, 1 - slips / len(name))


def _slips(name: str) -> int:
    length = len(name.replace(" ", ""))
    return 1 if length <= SHORT else 2 if length <= LONG else 3


def _parts(text: str) -> set[str]:
    """Signs as they are; of words of letters the pairs."""
    parts = {sign for sign in text if not sign.isascii()}
    for word in text.split():
        parts |= {word[at : at + 2] for at in range(len(word) - 1) if word[at : at + 2].isascii()}
    return parts
