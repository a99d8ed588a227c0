"""Where the sample's grids lie: blocks between streets, a little askew, around one spot. Surveyed nowhere.

Boundaries are WKT, longitude first, as in the import files.
"""

import math
from random import Random

MIDDLE = (101.77, 36.62)  # longitude, latitude
COLUMNS, ROWS = 7, 5
BLOCK, STREET = (100, 80), 10
"""Metres: a block from west to east and from south to north, and the width of the streets between."""
ASKEW = 4
"""Metres by which a corner may be off."""
EDGE = 15
"""Metres from the outer blocks to the community's boundary."""
METRES = 111_320  # of a degree of latitude

Block = tuple[float, float, float, float]
"""West, south, east and north in metres from the middle."""
Blocks = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last, (column, row) counted from the north-west."""

SCHOOL: Blocks = ((5, 1), (6, 1))
MARKET: Blocks = ((0, 3), (1, 3))
PARK: Blocks = ((3, 2), (4, 2))
"""Two blocks each. The park belongs to the community alone."""


def compounds(how_many: int, random: Random) -> list[str]:
    """The boundaries of as many compounds, one block each."""
    taken = {*SCHOOL, *MARKET, *PARK}
    free = [(column, row) for row in range(ROWS) for column in range(COLUMNS)]
    return [_boundary(_block(at, at), random) for at in free if at not in taken][:how_many]


def double(blocks: Blocks, random: Random) -> str:
    """The boundary of what takes up two blocks and the street between."""
    return _boundary(_block(*blocks), random)


def around(random: Random) -> str:
    """The boundary of all of it."""
    west, south, east, north = _block((0, 0), (COLUMNS - 1, ROWS - 1))
    return _boundary((west - EDGE, south - EDGE, east + EDGE, north + EDGE), random)


def _block(first: tuple[int, int], last: tuple[int, int]) -> Block:
    """From the north-western block to the south-eastern one."""
    wide, high = (size + STREET for size in BLOCK)
    return (
        (first[0] - COLUMNS / 2) * wide + STREET / 2,
        (ROWS / 2 - last[1] - 1) * high + STREET / 2,
        (last[0] + 1 - COLUMNS / 2) * wide - STREET / 2,
        (ROWS / 2 - first[1]) * high - STREET / 2,
    )


def _boundary(block: Block, random: Random) -> str:
    west, south, east, north = block
    corners = [
        _degrees(x + random.uniform(-ASKEW, ASKEW), y + random.uniform(-ASKEW, ASKEW))
        for x, y in ((west, south), (east, south), (east, north), (west, north))
    ]
    return f"POLYGON (({', '.join([*corners, corners[0]])}))"


def _degrees(x: float, y: float) -> str:
    narrowed = math.cos(math.radians(MIDDLE[1]))
    return f"{MIDDLE[0] + x / (METRES * narrowed):.6f} {MIDDLE[1] + y / METRES:.6f}"
