"""Spreadsheet programs take a cell of a CSV file that begins with = + - @ for a formula and run it. Such a
cell is written with an apostrophe before it, which is taken off again when it is read."""

import re

RISKY = re.compile(r"'*[=+\-@＝＋－＠]")
PHONE = re.compile(r"\+[0-9]+")  # harmless, and other programs read it


def guarded(cell: str) -> str:
    """A cell as it is written to CSV."""
    return f"'{cell}" if RISKY.match(cell) and not PHONE.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """A cell of CSV as it was meant."""
    return cell[1:] if cell.startswith("'") and RISKY.match(cell) else cell
