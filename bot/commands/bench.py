"""``redvest bench``."""

from importlib.util import find_spec

from bot.cli import FAILED, say
from bot.texts import plain_text


def main(argv: list[str], language: str) -> int:
    """Hand over to the benches, which bring their own command line."""
    if find_spec("bench") is None or find_spec("bench.cli") is None:
        return say(plain_text(language, "bench-absent"), code=FAILED)
    from bench.cli import main as measure  # noqa: PLC0415

    return measure(argv)
