"""The bot of a play as a process of its own: ``python -m sandbox.play.child``.

It is the ordinary bot under its ordinary settings, but for its clock, which the play moves. A line of JSON on
standard input is one request, a line on standard output its answer:

    {"now": SECONDS}         it is so late now; look at what has become due, send it, then answer {}
    {"moments": SECONDS}     when something is due after that moment, and the next deadline:
                             {"next": SECONDS|null, "deadline": {"at": SECONDS, "number": …}|null}

The first request must tell the time. The bot ends when standard input does.
"""

import asyncio
import importlib
import importlib.util
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.app import App
from bot.logs import set_up_logs
from bot.settings import environment, read_settings
from sandbox.clock import Clock
from storage import deadlines, outbox
from storage.database import Database
from storage.open import open_database

SENDING = 1.0
"""Seconds that what is due may take to be sent before the time moves on without it."""
LOOKING = 0.02


async def serve(app: App, clock: Clock, database: Database, requests: Callable[[], Any]) -> None:
    """Answer requests until there are no more."""
    while line := await asyncio.to_thread(requests):
        request = json.loads(line)
        if "now" in request:
            set_clock(clock, request["now"])
            await app.clock_moved()
            await _sent(database, clock)
            tell({})
        else:
            tell(await _moments(database, datetime.fromtimestamp(request["moments"], UTC)))


def set_clock(clock: Clock, seconds: float) -> None:
    """It is so late now; a clock that is ahead by what the line took to come stays where it is."""
    clock.advance(timedelta(seconds=max(seconds - clock.timestamp(), 0)))


async def _sent(database: Database, clock: Clock) -> None:
    """Wait until all that may leave now has left."""
    try:
        async with asyncio.timeout(SENDING):
            while await database.read(lambda tx: outbox.is_due(tx, clock.now())):  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(LOOKING)
    except TimeoutError:
        return


async def _moments(database: Database, after: datetime) -> dict[str, Any]:
    deadline = await database.read(lambda tx: deadlines.next_after(tx, after))
    leaving = await database.read(lambda tx: outbox.next_after(tx, after))
    moments = [moment.timestamp() for moment in (deadline and deadline[0], leaving) if moment]
    found = deadline and {"at": deadline[0].timestamp(), "number": deadline[1]}
    return {"next": min(moments, default=None), "deadline": found}


def tell(answer: dict[str, Any]) -> None:
    """Write an answer."""
    print(json.dumps(answer), flush=True)


async def run() -> None:
    """Start the bot at the time the first request tells, answer, and stop."""
    settings = read_settings(environment())
    set_up_logs(settings.log)
    first = json.loads(sys.stdin.readline())
    clock = Clock(datetime.fromtimestamp(first["now"], UTC), running=True)
    app = App(settings, now=clock.now)
    await app.start()
    database = await open_database(settings.database_url)
    try:
        tell({})
        await serve(app, clock, database, sys.stdin.readline)
    finally:
        await database.close()
        await app.stop()


def main() -> None:
    """Run until standard input ends."""
    loops = importlib.import_module("uvloop" if importlib.util.find_spec("uvloop") else "asyncio")
    with asyncio.Runner(loop_factory=loops.new_event_loop) as runner:
        runner.run(run())


if __name__ == "__main__":
    main()
