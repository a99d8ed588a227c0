"""The event loop the benches run on: uvloop where there is one."""

import asyncio
from collections.abc import Coroutine
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

LOOPS: Any = import_module("uvloop" if find_spec("uvloop") else "asyncio")  # no uvloop for Windows

T = TypeVar("T")


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run it to its end."""
    with asyncio.Runner(loop_factory=LOOPS.new_event_loop) as runner:
        return runner.run(main)
