"""Checking grids.csv: each row, then the tree that they make with what is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.dispatch.importing.cells import Cells
from bot.dispatch.importing.codes import repeated_codes
from bot.dispatch.importing.headers import Header
from bot.dispatch.importing.rows import GridRow
from bot.dispatch.importing.words import HOUSEHOLD, LEVELS, MODES, code_of, may_have_mode

NAMED_OF_CYCLE = 8
MOST_LEVELS = 64
"""So far up and down is looked wherever the tree is walked; no community comes near it."""


def grid_row(cells: Cells) -> GridRow:
    """One row of grids.csv."""
    level = _level(cells)
    mode = cells.word("mode", MODES, "import-mode")
    if mode and not may_have_mode(level):
        cells.fault("mode", "import-mode-level")
    return GridRow(
        line=cells.row,
        code=cells.needed_code("code"),
        name=cells.needed("name"),
        level=level,
        parent=cells.code("parent"),
        dedicated=cells.yes("dedicated") or False,
        mode=mode,
        aliases=cells.texts("aliases"),
        boundary=cells.boundary("boundary"),
    )


def kept_parents(
    header: Header, rows: Sequence[GridRow], known: Mapping[str, str | None]
) -> Sequence[GridRow]:
    """The rows, each below what it is below already where the file does not say."""
    if "parent" in header.places:
        return rows
    return [replace(row, parent=known.get(row.code)) for row in rows]


def check_tree(header: Header, rows: Sequence[GridRow], known: Mapping[str, str | None]) -> None:
    """Note codes given twice, parents that do not exist, grids that lie within themselves, and those that lie
    too deep."""
    lines = repeated_codes(header, rows)
    for row in rows:
        if row.parent and row.parent not in lines and row.parent not in known and header.sound:
            key = header.unknown("parent", "import-parent-unknown")
            header.fault(row.line, "parent", row.parent, key)
    told: set[frozenset[str]] = set()
    # Of a code that is there twice either row may be the one to stay.
    for order in (rows, rows[::-1]) if len(lines) < len(rows) else (rows,):
        for row, cycle in _cycles(order, known):
            if frozenset(cycle) not in told:
                header.fault(row.line, "parent", row.parent or "", "import-cycle", path=_round(cycle))
            told.add(frozenset(cycle))
    parents = {**known, **{row.code: row.parent for row in reversed(rows)}}
    for code in () if told else _too_deep(parents, lines):
        line, parent = lines[code], parents[code] or ""
        header.fault(line, "parent", parent, "import-too-deep", limit=str(MOST_LEVELS))


def _level(cells: Cells) -> str:
    word = cells.needed("level")
    if code_of(word, HOUSEHOLD):
        cells.fault("level", "import-household")
    return code_of(word, LEVELS) or word


def _round(cycle: list[str]) -> str:
    """The way round in words; of a long one its ends."""
    named = cycle if len(cycle) <= NAMED_OF_CYCLE else [*cycle[: NAMED_OF_CYCLE - 2], "…", cycle[-1]]
    return " → ".join(named)


def _cycles(rows: Sequence[GridRow], known: Mapping[str, str | None]) -> Iterator[tuple[GridRow, list[str]]]:
    """Rows that lie within themselves or lead there, each with the way round. Of rows with one code the last
    counts."""
    counted = {row.code: row for row in rows}
    parents = {**known, **{code: row.parent for code, row in counted.items()}}
    settled: set[str] = set()
    for code, row in counted.items():
        if cycle := _cycle(code, parents, settled):
            yield row, cycle


def _cycle(start: str, parents: Mapping[str, str | None], settled: set[str]) -> list[str]:
    """The way from a grid back to itself or to one passed before; [] when it ends at a root."""
    way: dict[str, None] = {}
    code: str | None = start
    while code and code not in settled and code not in way:
        way[code] = None
        code = parents.get(code)
    settled.update(way)
    if not code or code not in way:
        return []
    passed = list(way)
    return [*passed[passed.index(code) :], code]


def _too_deep(parents: Mapping[str, str | None], lines: Mapping[str, int]) -> dict[str, None]:
    """The grids of the file by which something comes to lie too deep, in a tree without a cycle."""
    levels: dict[str, int] = {}
    found: dict[str, None] = {}
    for start in parents:
        way: dict[str, None] = {}
        code: str | None = start
        while code and code not in levels and code not in way:
            way[code] = None
            code = parents.get(code)
        level = levels.get(code or "", 0)
        for passed in reversed(way):
            level += 1
            levels[passed] = level
            if level == MOST_LEVELS + 1 and (cause := _named_in_file(passed, parents, lines)):
                found[cause] = None
    return found


def _named_in_file(start: str, parents: Mapping[str, str | None], lines: Mapping[str, int]) -> str | None:
    """The grid itself or the nearest around it of which the file has a row."""
    code: str | None = start
    while code and code not in lines:
        code = parents.get(code)
    return code
