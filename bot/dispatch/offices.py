"""The office: who sees to what nobody else answers for."""

from collections.abc import Collection, Iterable
from datetime import datetime

from storage import offices
from storage.database import Tx
from storage.offices import Member
from storage.records import Person, Request


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
