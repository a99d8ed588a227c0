"""What a report is about, guessed from the resident's words by the keywords of the categories.

Words and keywords are written one way first: Chinese without blanks, other words small, in the singular and
with one blank on each side. Then every keyword is found as a piece of the text, Chinese ones anywhere and
others as whole words only.
"""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.categories import Keyworded

LONGEST_WORDS = 1000  # signs that are looked at
WORD_WEIGHT = 2  # of a word of a script with blanks, in Chinese signs

_CHINESE = r"\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"(?P<word>[^\W_{_CHINESE}]+)|(?P<chinese>[{_CHINESE}])|(?P<stop>[^\w\s'’_-]|\n)")
_PLURAL = re.compile(
    r"(?<=[a-z]{2})(?:(?P<y>ies)|(?:(?<=ch)|(?<=sh)|(?<=ss)|(?<=x))es|(?<=[a-z]{3})(?<![su])s)\Z"
)

# "不是下水道，是电梯" and "not the drain but the lift" are not about a drain; "是不是堵了" may be, and so may
# what is asked with 吗.
_DENIED = re.compile(
    r"(?<![是要还])不是(?![^.]*[吗嘛])[^.]*?(?=而是|就是|是|\.|\Z)"
    r"| (?:not|isn t) (?:about )?(?:the|a|an|my|our) \w+(?: (?!but|it|this)\w+)??(?= |\.|\Z)"
)
_STOP = "."


class Hit(NamedTuple):
    """A keyword in the text."""

    start: int
    end: int
    keyword: str
    entry: int


def guess(words: str, entries: Sequence[Keyworded]) -> int | None:
    """The id of the item that `words` are most likely about; None where nothing speaks for one, or as much
    for another.

    Only entries without others below are guessed. The keywords of the entry above never decide alone, but
    between items for which the same is said.
    """
    ranked = _ranked(words, entries)
    return None if not ranked or (len(ranked) > 1 and ranked[1][:2] == ranked[0][:2]) else ranked[0][2]


def guesses(words: str, entries: Sequence[Keyworded]) -> list[int]:
    """The ids of all items that `words` may be about, the likeliest first."""
    return [item for _, _, item in _ranked(words, entries)]


def _ranked(words: str, entries: Sequence[Keyworded]) -> list[tuple[int, int, int]]:
    """What speaks for each item, what for the entry above it, and its id, the likeliest first."""
    text = _DENIED.sub(_STOP, _plain(words[:LONGEST_WORDS]))
    above = {entry.id: entry.parent_id for entry in entries}
    parents = set(above.values())
    weights = _weights(_outermost(_hits(text, [entry for entry in entries if entry.id not in parents])))
    if not weights:
        return []
    backing = _weights(_hits(text, [entry for entry in entries if entry.id in parents]))
    ranked = [(weight, backing.get(above[item] or 0, 0), item) for item, weight in weights.items()]
    return sorted(ranked, reverse=True)


def _hits(text: str, entries: Iterable[Keyworded]) -> Iterator[Hit]:
    for entry in entries:
        for keyword in {_plain_keyword(keyword) for keyword in entry.keywords} - {""}:
            start = text.find(keyword)
            while start >= 0:
                yield Hit(start, start + len(keyword), keyword, entry.id)
                start = text.find(keyword, start + 1)


def _outermost(hits: Iterable[Hit]) -> list[Hit]:
    """Without the hits within longer ones: 路灯 does not speak for 灯, nor 消防通道堵塞 for 堵塞."""
    outer: list[Hit] = []
    reach = (0, 0)
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > reach[1] or (hit.start, hit.end) == reach:
            outer.append(hit)
            reach = hit.start, hit.end
    return outer


def _weights(hits: Iterable[Hit]) -> dict[int, int]:
    """For each entry the weight of its keywords in the text, each counted once."""
    keywords: dict[int, set[str]] = defaultdict(set)
    for hit in hits:
        keywords[hit.entry].add(hit.keyword)
    return {entry: sum(map(_weight, some)) for entry, some in keywords.items()}


def _weight(keyword: str) -> int:
    return sum(WORD_WEIGHT if part.isascii() else len(part) for part in keyword.split())


def _plain(words: str) -> str:
    """One way to write words: "The lifts, 电 梯!" is " the lift .电梯."."""
    text = unicodedata.normalize("NFKC", words).casefold()
    pieces = []
    for match in _PIECE.finditer(text):
        if match["word"]:
            pieces.append(f" {_singular(match['word'])} ")
        else:
            pieces.append(match["chinese"] or _STOP)
    return "".join(pieces).replace("  ", " ")


_plain_keyword = functools.lru_cache(5000)(_plain)


def _singular(word: str) -> str:
    return _PLURAL.sub(lambda match: "y" if match["y"] else "", word)
