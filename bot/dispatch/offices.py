"""The office: who sees to what nobody else answers for."""

from datetime import datetime

from storage import offices
from storage.database import Tx
from storage.records import Person, Request


async def office(tx: Tx, request: Request, now: datetime) -> list[Person]:
    """Administrators, and staff of the request's grid or one around it, whom a message reaches; never the
    resident."""
    people = await offices.of_grid(tx, request.grid_id, now)
    return [person for person in people if person.id != request.resident_id]
