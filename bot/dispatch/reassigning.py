"""Giving a request on to somebody else who can answer for it, with a reason."""

from datetime import datetime
from typing import NamedTuple

from bot.dispatch import answering, ledger, lifecycle, outcomes, routing
from bot.dispatch.refusals import CannotAnswer, NothingSaid, TooLate
from bot.dispatch.rules import Rules
from storage import answering as holders
from storage import grids
from storage.database import Tx
from storage.records import Act, Grid, Person, Request, Role


class Candidate(NamedTuple):
    """Somebody who could answer, by the nearest of their posts, or of whoever they stand in for."""

    person: Person
    role: Role
    grid: Grid
    instead_of: int | None = None

    @property
    def in_place(self) -> dict[str, object]:
        """In whose place they would answer, for the history."""
        return {} if self.instead_of is None else {"role": self.role, "for": self.instead_of}


async def candidates(tx: Tx, request: Request, now: datetime) -> list[Candidate]:
    """Who else could answer for the request: whoever holds a post there, is reached and not away, the nearest
    first; in the place of who is away whoever stands in.

    Never the resident, the one responsible now, or who declined it.
    """
    declined_by = [told.person_id for told in await answering.turned_down(tx, request)]
    passed = {request.resident_id, request.responsible_id, *declined_by}
    around = {grid.id: grid for grid in await grids.path(tx, request.grid_id)}
    posts = await holders.on_path(tx, request.grid_id, now)
    found: dict[int, Candidate] = {}
    for grid in around.values():
        here = [post for post in posts if post.grid_id == grid.id]
        for post in sorted(here, key=lambda post: routing.ASKED.index(post.role)):
            for _, person in routing.there([post], passed):
                away = post.person.id if person.id != post.person.id else None
                found.setdefault(person.id, Candidate(person, post.role, grid, away))
    return list(found.values())


async def may_reassign_to(
    tx: Tx, person: Person, request_id: int, to_id: int, now: datetime
) -> tuple[Request, Candidate]:
    """The request and to whom it may go on. Raises as `outcomes.may`, TooLate if it is there already,
    CannotAnswer if they cannot take it now."""
    request = await outcomes.may(tx, person, request_id, Act.ASSIGN, now)
    if request.responsible_id == to_id:
        raise TooLate
    to = next((one for one in await candidates(tx, request, now) if one.person.id == to_id), None)
    if to is None:
        raise CannotAnswer
    return request, to


async def reassign(
    tx: Tx, person: Person, request_id: int, to_id: int, reason: str, *, rules: Rules, now: datetime
) -> Request:
    """Make somebody else the one responsible; they see the reason, and have the whole time to answer."""
    request, to = await may_reassign_to(tx, person, request_id, to_id, now)
    if not reason.strip():
        raise NothingSaid
    change = lifecycle.move(
        request,
        Act.ASSIGN,
        by_id=person.id,
        now=now,
        data={"why": "reassigned", "reason": reason, "to": to.person.id, "grid": to.grid.name, **to.in_place},
        responsible_id=to.person.id,
        responsible_grid_id=to.grid.id,
    )
    return await ledger.record(tx, change, rules)
