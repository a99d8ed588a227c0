"""A transaction that lost against another one is run again, a bounded number of times."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.database import Conflict

T = TypeVar("T")

TRIES = 20
FIRST_PAUSE = 0.002  # seconds; doubled each time
LONGEST_PAUSE = 0.25


async def until_settled(attempt: Callable[[], Awaitable[T]]) -> T:
    """Await `attempt` again while it raises Conflict; the last Conflict is the caller's.

    The pauses grow and are random, so that those who met do not meet again.
    """
    for tried in range(TRIES - 1):
        try:
            return await attempt()
        except Conflict:
            longest = min(FIRST_PAUSE * 2**tried, LONGEST_PAUSE)
            await asyncio.sleep(random.uniform(0, longest))  # noqa: S311 - no secret
    return await attempt()
