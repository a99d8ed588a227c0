"""``python -m sandbox --port N --token T [--play module:function]``: the sandbox as a process of its own."""

import argparse
import asyncio
import importlib
import importlib.util
from collections.abc import Awaitable, Callable

from sandbox.server import serve
from sandbox.telegram import DEFAULT_TOKEN, Telegram

# There is no uvloop for Windows.
LOOPS = importlib.import_module("uvloop" if importlib.util.find_spec("uvloop") else "asyncio")

Scene = Callable[[Telegram], Awaitable[None]]


def scene(name: str) -> Scene:
    """The function named ``module:function``."""
    module, _, function = name.partition(":")
    found: Scene = getattr(importlib.import_module(module), function)
    return found


async def run(port: int, token: str, play: Scene | None) -> None:
    """Serve until the scene is over; for ever without one."""
    tg = Telegram(token=token)
    async with serve(tg, port=port) as server:
        print(server.url, flush=True)
        await (play(tg) if play else asyncio.Event().wait())


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A local Telegram Bot API server.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--play", type=scene, metavar="MODULE:FUNCTION", help="async function(telegram)")
    given = parser.parse_args()
    with asyncio.Runner(loop_factory=LOOPS.new_event_loop) as runner:
        runner.run(run(given.port, given.token, given.play))


if __name__ == "__main__":
    main()
