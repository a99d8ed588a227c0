"""A line on a terminal that says what is being done, and is gone when it is over."""

import sys

from bot.texts import plain_text


class Progress:
    """Call it with the key of the words, within `with`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def __call__(self, key: str) -> None:
        if self._shown:
            print(f"\r\033[K{plain_text(self._language, key)}", end="", file=sys.stderr, flush=True)
