"""``python -m bench.served sandbox|bare messages|taps UPDATES``: a Telegram as a process of its own.

It prints its address, waits for a bot, has it answer a tenth of the updates to warm it up, and prints a line;
then all of them, and prints what that took, as JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from bench import loops
from bench.bare import Bare
from bench.failure import Failure
from bench.talk import Talk

WARMING = 10  # one update of so many goes before, unmeasured


class Half(Protocol):
    """The server half of a Telegram that can give a bot something to do."""

    def served(self) -> AbstractAsyncContextManager[str]: ...
    async def met(self) -> None: ...
    async def feed(self, count: int) -> None: ...
    def check(self) -> None: ...


async def run(half: Half, count: int) -> None:
    """Serve one bot."""
    async with half.served() as url:
        say({"url": url})
        await half.met()
        await half.feed(max(1, count // WARMING))
        say({"warm": True})
        began, worked = time.perf_counter(), time.process_time()
        await half.feed(count)
        took = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - worked}
        half.check()
        say(took)


def say(what: dict[str, Any]) -> None:
    """A line for whoever has started us."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    make: dict[str, Callable[[str], Half]] = {"sandbox": Talk, "bare": Bare}
    try:
        loops.run(run(make[sys.argv[1]](sys.argv[2]), int(sys.argv[3])))
    except (Failure, TimeoutError) as failure:
        say({"failure": str(failure) or "the bot did not answer in time"})
