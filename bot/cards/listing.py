"""Lists that are turned page by page on one card."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TypeVar

from bot.buttons import Press, TurnList
from bot.cards.page import Page
from bot.cards.screen import Key

T = TypeVar("T")
PAGE_SIZE = 8


class Which(IntEnum):
    """The lists there are; their numbers stand on buttons and never change."""

    MINE = 0
    DESK = 1
    TASKS = 2


def part(items: Sequence[T], at: int, size: int = PAGE_SIZE) -> tuple[int, Sequence[T]]:
    """The page counted from 0, or the last there is, and what stands on it."""
    last = max(0, (len(items) - 1) // size)
    at = min(max(at, 0), last)
    return at, items[at * size : (at + 1) * size]


def turning(page: Page, which: Which, at: int, how_many: int, size: int = PAGE_SIZE) -> tuple[Key, ...]:
    """The keys to the pages before and after, where there are such."""
    return turning_to(page, lambda to: TurnList(which, to), at, how_many, size)


def turning_to(
    page: Page, press: Callable[[int], Press], at: int, how_many: int, size: int = PAGE_SIZE
) -> tuple[Key, ...]:
    """The same, with buttons of one's own."""
    keys = []
    if at > 0:
        keys.append(page.key("label-previous-page", press(at - 1)))
    if (at + 1) * size < how_many:
        keys.append(page.key("label-next-page", press(at + 1)))
    return tuple(keys)
