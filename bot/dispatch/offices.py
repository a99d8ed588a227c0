"""The office: who sees to what nobody else answers for."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from storage import absences, grids, offices, people
from storage.database import Tx
from storage.offices import Member
from storage.records import Person, Request, Role


async def office(tx: Tx, request: Request, now: datetime) -> list[Person]:
    """Administrators, and staff of the request's grid or one around it, whom a message reaches, as `there`;
    never the resident."""
    return there(await offices.of_grid(tx, request.grid_id, now), {request.resident_id})


async def administrators(tx: Tx, now: datetime, but: Collection[int]) -> list[Person]:
    """Administrators whom a message reaches, as `there`; nobody in `but`."""
    return there(await offices.administrators(tx, now), but)


def there(members: Iterable[Member], but: Collection[int]) -> list[Person]:
    """Whoever is not on leave, or stands in for one who is. If all are away they hear of it nevertheless:
    somebody has to."""
    asked = [member for member in members if member.person.id not in but]
    return [member.person for member in asked if not member.away] or [member.person for member in asked]


async def in_place(tx: Tx, told: Iterable[Person], grid_id: int | None, now: datetime) -> dict[str, Any]:
    """For the history: who of these stands in (`instead`) for whom of the office around a grid, or of the
    administrators (None), who are on leave (`for`). Nothing where nobody does."""
    around = set() if grid_id is None else {grid.id for grid in await grids.path(tx, grid_id)}
    instead = {person.id: away for person in told if (away := await _stands_in_for(tx, person, around, now))}
    if not instead:
        return {}
    away = [one for each in instead.values() for one in each]
    return {"instead": list(instead), "for": list(dict.fromkeys(away))}


async def _stands_in_for(tx: Tx, person: Person, around: Collection[int], now: datetime) -> list[int]:
    if await _is_of(tx, person.id, around, now):
        return []
    leaves = await absences.delegated_to(tx, person.id, now)
    return [leave.person_id for leave in leaves if await _is_of(tx, leave.person_id, around, now)]


async def _is_of(tx: Tx, person_id: int, around: Collection[int], now: datetime) -> bool:
    """Whether the person is an administrator, or staff of one of these grids."""
    return any(
        post.role is Role.ADMIN or (post.role is Role.STAFF and post.grid_id in around)
        for post in await people.posts_of(tx, person_id, now)
    )
