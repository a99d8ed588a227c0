"""What somebody means who puts a place or a kind right: 住户说是5号楼2单元, "not the drain but the lift".

Their words are read as a report's are. What is denied counts for nothing, nor does what it is already; only
what is said plainly, and of one place or kind alone, is clear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.dispatch.guessing import guess, guesses
from bot.dispatch.places import LONGEST_TEXT, MOST_CHOICES, Found, Index
from storage.categories import Keyworded

_DENIED = re.compile(
    r"(?:(?<![是要还])(?:不是|并非)在?|不在|没在)[^，,。.；;！!\n]+?(?=而是|就是|是|在|[，,。.；;！!\n]|\Z)"
    r"|\b(?:not|isn['’]t)\b[^,.;!\n]*?(?=\bbut\b|[,.;!\n]|\Z)",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"[?？吗]|是不是|可能|好像|也许|大概|或|还是|\b(?:maybe|perhaps|possibly|or)\b", re.IGNORECASE
)
_BREAKS = re.compile(
    r"[，,](?!\s*(?:unit|\w{1,3}单元))|[。.；;：:！!\n]|说|讲|是|在|到|成|\b(?:is|it's|at|to|in|but|says?|said)\b",
    re.IGNORECASE,
)
"""Between what is told and who tells it: in 王阿姨说是5号楼, 王阿姨 is not the name of another compound."""


def place(words: str, index: Index, *, near: int, placed: bool = True) -> Found:
    """The grids that the words say it is in, but for `near`, the one it is in now, unless it is not `placed`
    yet."""
    text = _DENIED.sub("，", words[:LONGEST_TEXT])
    whole = _named([text], index, near, placed=placed, forgiving=True)
    parts = whole if whole.sure else _named(_BREAKS.split(text), index, near, placed=placed)
    found = parts if parts.sure else whole
    return replace(found, sure=found.sure and not _DOUBTED.search(text))


def _named(parts: Sequence[str], index: Index, near: int, *, placed: bool, forgiving: bool = False) -> Found:
    """What the parts name together. What lies around the present place may as well tell where that is, so it
    is never clear."""
    read = [found for part in parts for found in _each(part, index, near, forgiving=forgiving)]
    named = dict.fromkeys(choice for found in read for choice in found.choices)
    tree = index.tree
    now = tree.places.get(near) if placed else None
    around = [] if now is None else [tree.ids[place] for place in tree.upward(now)]
    inner = [each for each in named if each not in around]
    outer = [each for each in named if each in around[1:]]
    sure = len(inner) == 1 and not outer and all(found.clear is not None for found in read)
    return Found((*inner, *outer)[:MOST_CHOICES], "", sure=sure)


def _each(text: str, index: Index, near: int, *, forgiving: bool) -> Iterator[Found]:
    """What a text names, one after the other; the first may be misspelt (see Index.find)."""
    found = index.find(text, near=near, forgiving=forgiving)
    while found.choices:
        yield found
        if not found.sure:
            return  # what is left of it is no place of its own
        text, before = found.rest, text
        found = index.find(text, near=near) if len(text) < len(before) else Found((), text)


def kind(words: str, now: int | None, entries: Sequence[Keyworded]) -> Found:
    """The item that the words speak for, or those that they may, but for the one it is now."""
    said = guess(words, entries)
    if said not in (None, now) and not _DOUBTED.search(words):
        return Found((said,), "")
    others = tuple(item for item in guesses(words, entries) if item != now)
    return Found(others[:MOST_CHOICES], "", sure=False)
