"""Figures as a table that can be pasted into docs/bench.md."""

from collections.abc import Sequence
from statistics import median


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, its columns of equal width."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(f"| {' | '.join(map(str.ljust, line, widths))} |" for line in lines)


def middle(values: Sequence[float], form: str = ".2f") -> str:
    """The median of the rounds."""
    return format(median(values), form)


def spread(values: Sequence[float], form: str = ".2f") -> str:
    """The lowest and the highest of the rounds."""
    return f"{min(values):{form}}–{max(values):{form}}"


def against(limit: str, *, reached: bool) -> str:
    """A target and whether it is reached."""
    return f"{limit}: {'reached' if reached else 'missed'}"
