"""The command line of the benches."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Coroutine
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench import loops
from bench.failure import Failure

Bench = Callable[[Path, Callable[[str], None]], Coroutine[Any, Any, str]]

ROUNDS, PEOPLE, TAPS, UPDATES, REQUESTS = 5, 500, 3000, 6000, 1_000_000


def main(argv: list[str]) -> int:
    """Measure, and print a table; 0, or 1 if it could not be measured or what was measured is wrong."""
    given = _parser().parse_args(argv)
    if find_spec("psutil") is None:
        say("psutil is not installed, which the benches need: pip install psutil")
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="redvest-bench-") as folder:
            found = loops.run(_bench(given)(Path(folder), say))
    except Failure as failure:
        say(f"not measured: {failure}")
        return 1
    print(f"{_where(given.rounds)}\n\n{found}")
    return 0


def say(words: str) -> None:
    """How far it is, for whoever waits."""
    print(words, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="redvest bench", description="What the bot can do, measured here.")
    kinds = parser.add_subparsers(dest="kind", required=True)
    start = kinds.add_parser("start", help="time to the first poll, and memory, over the sample community")
    claim = kinds.add_parser("claim", help="many people tap Claim on one card within a second")
    inbound = kinds.add_parser(
        "inbound", help="claims taken in a second, beside bare bots of other libraries"
    )
    sandbox = kinds.add_parser(
        "sandbox", help="updates the local Telegram gives out and has answered, on a core"
    )
    routing = kinds.add_parser(
        "routing", help="an import, and the way from an address or a location to the one who answers"
    )
    for kind in (start, claim, inbound, sandbox, routing):
        kind.add_argument("--rounds", type=_count, default=ROUNDS, help="the median is given (%(default)s)")
    for kind, name, count, what in (
        (claim, "--taps", PEOPLE, "people, each taps once"),
        (inbound, "--taps", TAPS, "about so many"),
        (sandbox, "--updates", UPDATES, "in each pass"),
        (routing, "--requests", REQUESTS, "in the database, beside as good as none"),
    ):
        kind.add_argument(name, dest="count", type=_count, default=count, help=f"{what} (%(default)s)")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _bench(given: argparse.Namespace) -> Bench:
    measure = import_module(f"bench.{given.kind}").measure
    counts = [given.rounds] if given.kind == "start" else [given.rounds, given.count]
    bound: Bench = partial(measure, *counts)
    return bound


def _where(rounds: int) -> str:
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return f"Median of {rounds}; {machine}, Python {platform.python_version()}."
