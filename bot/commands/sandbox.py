"""``redvest sandbox``, and ``redvest run --or-sandbox`` where there is no token.

The one place where the bot asks for the sandbox, which alone of the two knows the other.
"""

import argparse
from pathlib import Path

from bot.settings import Settings


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Play until interrupted."""
    from sandbox.play.main import Wishes, play  # noqa: PLC0415 - not for who runs the bot

    state = Path(given.state) if given.state else None
    return play(Wishes(given.port, not given.no_browser, given.story, state), settings)


def try_out(settings: Settings) -> int:
    """Play as nothing more was said."""
    from sandbox.play.main import Wishes, play  # noqa: PLC0415 - not for who runs the bot

    return play(Wishes(), settings)
