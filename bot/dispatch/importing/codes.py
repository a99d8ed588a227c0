"""Codes within one file: each may stand there once."""

from collections.abc import Sequence
from typing import Protocol

from bot.dispatch.importing.headers import Header


class Coded(Protocol):
    """A row that has a code; "" when the code itself is wrong."""

    @property
    def line(self) -> int: ...
    @property
    def code(self) -> str: ...


def repeated_codes(header: Header, rows: Sequence[Coded]) -> dict[str, int]:
    """Each code's first line; a fault is noted for each further one."""
    lines: dict[str, int] = {}
    for row in rows:
        if row.code and lines.setdefault(row.code, row.line) != row.line:
            header.fault(row.line, "code", row.code, "import-code-twice", line=str(lines[row.code]))
    return lines
