"""Who may look at which grid: those with a post there or around it; administrators at all."""

from datetime import datetime

from bot.dispatch import standing
from storage import grids, people
from storage.database import Tx
from storage.records import Grid, Role

MANAGING = frozenset({Role.LEADER, Role.DEPUTY, Role.SECRETARY, Role.STAFF})
"""They see to the people and the posters of their grid as well."""
SEEING = MANAGING | {Role.PROPERTY, Role.COMMITTEE}


async def own(tx: Tx, person_id: int, now: datetime) -> list[Grid]:
    """The grids of a person's posts, the roots too for an administrator: what they can look at, with all that
    is inside."""
    posts = await people.posts_of(tx, person_id, now)
    found: dict[int, Grid] = {}
    if any(post.role is Role.ADMIN for post in posts):
        found |= {root.id: root for root in await grids.children(tx, None)}
    for post in posts:
        if post.role in SEEING and post.grid_id is not None and post.grid_id not in found:
            grid = await grids.get(tx, post.grid_id)
            found |= {grid.id: grid} if grid else {}
    return list(found.values())


async def may_see(tx: Tx, person_id: int, grid_id: int, now: datetime) -> bool:
    """Whether the grid is one of those, or inside one."""
    return await standing.leads(tx, person_id, grid_id, now, roles=SEEING)


async def may_manage(tx: Tx, person_id: int, grid_id: int, now: datetime) -> bool:
    """Whether the person sees to all within the grid, its people too."""
    return await standing.leads(tx, person_id, grid_id, now, roles=MANAGING)


async def may_see_coverage(tx: Tx, person_id: int, grid_id: int, now: datetime) -> bool:
    """The same; grid 0: whether they see to everything, as administrators do."""
    if not grid_id:
        return await people.is_admin(tx, person_id, now)
    return await may_manage(tx, person_id, grid_id, now)
