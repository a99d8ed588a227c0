"""Statements with `:name` parameters as PostgreSQL takes them: with `$n`."""

import functools
import re

TOKEN = re.compile(
    r"""
      '(?:[^']|'')*'          # a string literal
    | "(?:[^"]|"")*"          # a quoted name
    | --[^\n]*                # a comment
    | ::                      # a cast
    | :(?P<name>[A-Za-z_]\w*)
    """,
    re.VERBOSE,
)


@functools.lru_cache(maxsize=2048)
def numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    """The statement with `$n` for each `:name`, and the names in the order of their numbers.

    A name that comes twice keeps its number, so PostgreSQL finds one type for both places.
    """
    numbers: dict[str, int] = {}

    def number(token: re.Match[str]) -> str:
        name = token["name"]
        return f"${numbers.setdefault(name, len(numbers) + 1)}" if name else token[0]

    return TOKEN.sub(number, sql), tuple(numbers)
