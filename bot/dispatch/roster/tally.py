"""Counting what becomes of the rows of a file."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many rows of one file are what; `gone` names each that is no longer in it."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: tuple[tuple[str, ...], ...] = ()
