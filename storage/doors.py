"""The grids for whose doors there are posters."""

from storage.database import Tx
from storage.records import Grid
from storage.rows import as_record

WITHOUT_BOUNDARY = (
    "g.id, g.code, g.name, g.level, g.parent_id, g.dedicated, g.mode, g.aliases, NULL AS boundary"
)
"""Boundaries are most of what is kept of a city's grids, and nobody needs them here."""


async def within(tx: Tx, grid_id: int | None) -> list[Grid]:
    """The grid and all inside it, or all there are, in the order of their file; without their boundaries."""
    inside = "SELECT CAST(:id AS BIGINT)" if grid_id else "SELECT id FROM grids WHERE parent_id IS NULL"
    values = {"id": grid_id} if grid_id else {}
    rows = await tx.all(
        f"""WITH RECURSIVE inside(id) AS ({inside}
                UNION ALL SELECT g.id FROM inside i JOIN grids g ON g.parent_id = i.id)
            SELECT {WITHOUT_BOUNDARY} FROM inside i JOIN grids g ON g.id = i.id
            WHERE g.ended_at IS NULL ORDER BY g.position, g.id""",
        **values,
    )
    return [as_record(Grid, row) for row in rows]
