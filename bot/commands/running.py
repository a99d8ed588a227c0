"""``redvest run``."""

import argparse
import asyncio
from importlib import import_module
from importlib.util import find_spec

from bot.cli import DONE, WRONG_USE, say
from bot.commands.sandbox import try_out
from bot.settings import Settings
from bot.texts import plain_text


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT."""
    if not settings.token and given.or_sandbox:
        return try_out(settings)
    if not settings.token:
        return say(
            plain_text(settings.language, "run-no-token"),
            plain_text(settings.language, "run-set-token"),
            plain_text(settings.language, "run-try-sandbox"),
            code=WRONG_USE,
        )
    from bot.app import run  # noqa: PLC0415 - not for who has no token

    loops = import_module("uvloop" if find_spec("uvloop") else "asyncio")
    with asyncio.Runner(loop_factory=loops.new_event_loop) as runner:
        runner.run(run(settings))
    return DONE
