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
        """The keys of names (see spelling.py). Those with numbers are not misspelt but wrong."""
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

    def like(self, text: str) -> list[Like]:
        """The names that a stretch of this text may have been meant to be, the likest and longest first."""
        said = [
            Like(name, start, start + len(name), SOUNDS_ALIKE)
            for name, start in ([] if text.isascii() else self.heard.like(text))
        ]
        likes = [*said, *self._begun(text), *self._written_like(text)]
        return sorted(likes, key=lambda like: (-like.likeness, like.start - like.end, like.name))

    def _begun(self, text: str) -> Iterator[Like]:
        """The names of which the text ends with the beginning: 阳光新城 where there are 一期 and 二期."""
        for start in range(len(text) - FEWEST + 1):
            beginning = text[start:]
            first = bisect_left(self.ordered, beginning)
            some = [name for name in self.ordered[first : first + MOST] if name.startswith(beginning)]
            found = [Like(name, start, len(text), SOUNDS_ALIKE) for name in some if name != beginning]
            if found and (start == 0 or len(beginning) > FEWEST):
                yield from found
                return

    def _written_like(self, text: str) -> Iterator[Like]:
        """Of so few signs as FEWEST one slip is half of a name, so that nothing else may stand beside it."""
        shared: Counter[str] = Counter()
        for part in _parts(text):
            shared.update(self.made_of.get(part, ()))
        found = (
            _likest(name, text)
            for name, count in shared.items()
            if count >= self.least[name] and not (len(name) == FEWEST < len(text))
        )
        return (like for like in found if like)


def _likest(name: str, text: str) -> Like | None:
    """The stretch of the text that is most like the name, if it is like enough."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - few texts need it, and all start the bot
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    at = fuzz.partial_ratio_alignment(name, text)
    start = at.dest_start if at else 0
    most = _slips(name)
    # It is there or one beside; a sign that is wrong at an end was taken for one that is missing.
    slips, _, first, last = min(
        (OSA.distance(name, text[first:last]), first - last, first, last)
        for first in range(max(0, start - 1), start + 2)
        for last in {min(len(text), first + len(name) + more) for more in range(-most, most + 1)}
    )
    return Like(name, first, last, 1 - slips / len(name)) if slips <= most else None


def _slips(name: str) -> int:
    length = len(name.replace(" ", ""))
    return 1 if length <= SHORT else 2 if length <= LONG else 3


def _parts(text: str) -> set[str]:
    """Signs as they are; of words of letters the pairs."""
    parts = {sign for sign in text if not sign.isascii()}
    for word in text.split():
        parts |= {word[at : at + 2] for at in range(len(word) - 1) if word[at : at + 2].isascii()}
    return parts
