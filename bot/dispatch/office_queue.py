"""The office's queue: what nobody answers for is given to somebody near with one tap."""

from datetime import datetime

from bot.dispatch import answering, ledger, lifecycle, outcomes
from bot.dispatch.refusals import CannotAnswer, TooLate
from bot.dispatch.rules import Rules
from storage import nearby
from storage.database import Tx
from storage.nearby import Nearby
from storage.records import Act, Person, Request, RequestStatus

LOOKED_AT = 60
"""How many posts around are looked at; the nearest few people of them are shown."""


async def nearest(tx: Tx, request: Request, now: datetime) -> list[Nearby]:
    """Who could be asked to answer for it. Never the resident, nor who declined it."""
    passed = {request.resident_id, *[told.person_id for told in await answering.turned_down(tx, request)]}
    around = await nearby.of_grid(tx, request.grid_id, now, limit=LOOKED_AT)
    return [one for one in around if one.person.id not in passed]


async def give_to(
    tx: Tx, person: Person, request_id: int, to_id: int, *, rules: Rules, now: datetime
) -> Person:
    """Make somebody the one responsible for what nobody answers for, and who that is.

    Raises as `outcomes.may`, TooLate if somebody answers already, CannotAnswer if they cannot.
    """
    request = await outcomes.may(tx, person, request_id, Act.ASSIGN, now)
    if request.status is not RequestStatus.SUBMITTED:
        raise TooLate
    to = next((one for one in await nearest(tx, request, now) if one.person.id == to_id), None)
    if to is None:
        raise CannotAnswer
    change = lifecycle.move(
        request,
        Act.ASSIGN,
        by_id=person.id,
        now=now,
        data={"why": "given", "to": to.person.id, "grid": to.grid, "role": to.role},
        responsible_id=to.person.id,
        responsible_grid_id=to.grid_id,
    )
    await ledger.record(tx, change, rules)
    return to.person
