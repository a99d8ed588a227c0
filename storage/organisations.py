"""Organisations: firms, offices, property companies, committees, departments, teams."""

from collections.abc import Collection

from storage.database import Tx
from storage.records import Organisation
from storage.rows import as_record


async def everywhere(tx: Tx) -> list[Organisation]:
    """All of them, in the order of their file."""
    rows = await tx.all("SELECT * FROM organisations WHERE ended_at IS NULL ORDER BY position, id")
    return [as_record(Organisation, row) for row in rows]


async def of_grids(tx: Tx, grid_ids: Collection[int]) -> list[Organisation]:
    """Those that serve one of these grids, or everywhere."""
    found = []
    for grid_id in grid_ids:
        found += await tx.all(
            "SELECT * FROM organisations WHERE grid_id = :id AND ended_at IS NULL ORDER BY position, id",
            id=grid_id,
        )
    found += await tx.all(
        "SELECT * FROM organisations WHERE grid_id IS NULL AND ended_at IS NULL ORDER BY position, id"
    )
    return [as_record(Organisation, row) for row in found]
