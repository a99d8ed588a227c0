"""The tree of grids."""

from storage.database import Tx
from storage.records import Grid
from storage.rows import as_record, maybe

ANCESTORS = """WITH RECURSIVE up(id, depth) AS (
    SELECT CAST(:id AS BIGINT), 0
    UNION ALL
    SELECT g.parent_id, up.depth + 1 FROM up JOIN grids g ON g.id = up.id
    WHERE g.parent_id IS NOT NULL AND up.depth < 64)"""


async def get(tx: Tx, grid_id: int) -> Grid | None:
    row = await tx.one("SELECT * FROM grids WHERE id = :id", id=grid_id)
    return maybe(Grid, row)


async def in_use(tx: Tx, grid_id: int) -> Grid | None:
    """The grid, if it has not been taken out of the tree."""
    row = await tx.one("SELECT * FROM grids WHERE id = :id AND ended_at IS NULL", id=grid_id)
    return maybe(Grid, row)


async def by_code(tx: Tx, code: str) -> Grid | None:
    """The grid with this code, whatever the case of its letters; of several the one of just this case."""
    row = await tx.one(
        """SELECT * FROM grids WHERE lower(code) = lower(:code) AND ended_at IS NULL
           ORDER BY CASE WHEN code = :code THEN 0 ELSE 1 END, id""",
        code=code,
    )
    return maybe(Grid, row)


async def children(tx: Tx, grid_id: int | None) -> list[Grid]:
    """The grids directly below, in the order of their file; of None, the roots."""
    where = "parent_id IS NULL" if grid_id is None else "parent_id = :id"
    values = {} if grid_id is None else {"id": grid_id}
    rows = await tx.all(
        f"SELECT * FROM grids WHERE {where} AND ended_at IS NULL ORDER BY position, id",
        **values,
    )
    return [as_record(Grid, row) for row in rows]


async def everywhere(tx: Tx) -> list[Grid]:
    """All grids, in the order of their file."""
    rows = await tx.all("SELECT * FROM grids WHERE ended_at IS NULL ORDER BY position, id")
    return [as_record(Grid, row) for row in rows]


async def path(tx: Tx, grid_id: int) -> list[Grid]:
    """The grid and those around it, itself first, the root last."""
    rows = await tx.all(
        ANCESTORS + " SELECT g.* FROM up JOIN grids g ON g.id = up.id ORDER BY up.depth",
        id=grid_id,
    )
    return [as_record(Grid, row) for row in rows]
