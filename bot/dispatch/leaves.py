"""Leave: who answers while somebody is away, and what goes on to others at once."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from bot.dispatch import responsibility
from bot.dispatch.leave_days import back_at
from bot.dispatch.reaching import reached
from bot.dispatch.refusals import CannotStandIn, NoPost, TooLate
from bot.dispatch.routing import LINE
from bot.dispatch.rules import Rules
from storage import absences, answering, cards, grids, menus, outbox, people
from storage.database import Tx
from storage.records import Absence, Grid, Lane, Person, Role

AT_ONCE = 20
"""Leaves that end in one transaction."""


class StandIn(NamedTuple):
    """Somebody who could answer meanwhile, by the nearest of their posts. `grid` None: an administrator."""

    person: Person
    role: Role
    grid: Grid | None


async def stand_ins(tx: Tx, person: Person, now: datetime) -> list[StandIn]:
    """Who could answer for the person: their colleagues and those who lead, beside them on their grids, then
    above, the nearest first; then the staff there.

    Only whoever a message reaches and is not away as well.
    """
    found: dict[int, StandIn] = {}
    posts = await people.posts_of(tx, person.id, now)
    for post in posts:
        if post.grid_id:
            for one in await _around(tx, post.grid_id, post.role, now):
                found.setdefault(one.person.id, one)
    if any(post.role is Role.ADMIN for post in posts):
        for other in await people.administrators(tx, now):
            found.setdefault(other.id, StandIn(other, Role.ADMIN, None))
    away = await absences.of_people(tx, found, now)
    return [one for one in found.values() if one.person.id not in (person.id, *away) and reached(one.person)]


async def _around(tx: Tx, grid_id: int, role: Role, now: datetime) -> list[StandIn]:
    """Who leads a grid or has this role there, and then on those around it; last the staff, who would have it
    in the office's queue."""
    around = {grid.id: grid for grid in await grids.path(tx, grid_id)}
    order = LINE if role in LINE else (role, *LINE)
    posts = await answering.on_path(tx, grid_id, now)
    leading = [post for post in posts if post.role in order]
    near = [
        post
        for grid_id in around
        for post in sorted(leading, key=lambda post: order.index(post.role))
        if post.grid_id == grid_id
    ]
    staff = [post for post in posts if post.role is Role.STAFF]
    return [StandIn(post.person, post.role, around[post.grid_id]) for post in (*near, *staff)]


async def proposed(tx: Tx, person: Person, others: Sequence[StandIn]) -> StandIn | None:
    """Of the `stand_ins` whom to propose: as it was in the person's last leave, nobody too; else the nearest,
    to whom it would go anyway."""
    before = await absences.newest_of(tx, person.id)
    if before and before.delegate_id is None:
        return None
    as_before = (one for one in others if before and one.person.id == before.delegate_id)
    return next(as_before, next(iter(others), None))


async def who_answers(tx: Tx, absence: Absence, now: datetime) -> Person | None:
    """Who answers for somebody on this leave; None if it is the next in line: nobody was named, or whoever
    was cannot just now."""
    if absence.delegate_id is None:
        return None
    named = (await answering.delegates(tx, {absence.delegate_id}, now)).get(absence.delegate_id)
    return named.person if named and not named.away and reached(named.person) else None


async def check_stand_in(tx: Tx, person: Person, stand_in_id: int | None, now: datetime) -> None:
    """Raises NoPost for whoever answers for nothing, CannotStandIn if the other cannot answer for them."""
    if not await menus.answers(tx, person.id, now):
        raise NoPost
    if stand_in_id not in [None, *(one.person.id for one in await stand_ins(tx, person, now))]:
        raise CannotStandIn


async def begin(
    tx: Tx, person: Person, *, last: date, stand_in_id: int | None, rules: Rules, now: datetime
) -> bool:
    """The person is away from now on, through `last`: what waits for them goes on at once. A leave they are
    on gives way to it. Whether anything is other than before.

    Raises NoPost for whoever answers for nothing, CannotStandIn if the other cannot answer.
    """
    await check_stand_in(tx, person, stand_in_id, now)
    before = await absences.of_person(tx, person.id, now)
    until = back_at(last, rules.zone)
    if before and (before.delegate_id, before.until) == (stand_in_id, until):
        return False
    await absences.begin(tx, person_id=person.id, delegate_id=stand_in_id, since=now, until=until)
    if before and before.delegate_id != stand_in_id:
        await _tell(tx, before, over=True, rules=rules, now=now)
    absence = await absences.of_person(tx, person.id, now)
    if absence is None:
        raise TooLate  # midnight has come between the choice and now
    await _tell(tx, absence, over=False, rules=rules, now=now)
    await responsibility.reroute_all_of(tx, person, rules=rules, now=now, why="absent")
    await _show(tx, person.id, now)
    return True


async def come_back(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """The person is back before the end. What went on to others stays with them; what waits for the office
    is looked at anew. Raises TooLate if they were not away."""
    absence = await absences.of_person(tx, person.id, now)
    if absence is None:
        raise TooLate
    await absences.end(tx, person.id, now)
    await _tell(tx, absence, over=True, rules=rules, now=now)
    await responsibility.back(tx, person.id, rules=rules, now=now)
    await _show(tx, person.id, now)


async def any_over(tx: Tx, now: datetime) -> bool:
    """Whether somebody's last day away has passed since it was looked at."""
    return await absences.any_over(tx, now)


async def end_those_over(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Whose last day away has passed is back: their cards say so, and what waits for the office is looked at
    anew. A few at a time: after a week of holidays thousands come back at one midnight."""
    for person_id in await absences.end_those_over(tx, now, limit=AT_ONCE):
        await _show(tx, person_id, now)
        await responsibility.back(tx, person_id, rules=rules, now=now)


async def _show(tx: Tx, person_id: int, now: datetime) -> None:
    """Have what the person sees last of their leave and of their desk drawn again; for those for whom they
    stand in as well."""
    for_whom = [absence.person_id for absence in await absences.delegated_to(tx, person_id, now)]
    for who in (person_id, *for_whom):
        for kind in ("leave", "desk"):
            for card in await cards.newest(tx, person_id=who, kind=kind):
                await outbox.refresh_card(tx, card.id, now, Lane.WORK)


async def _tell(tx: Tx, absence: Absence, *, over: bool, rules: Rules, now: datetime) -> None:
    """A word to whoever stands in: that it begins, or is over early; in place of one that waits still."""
    if absence.delegate_id is None:
        return
    for word in await outbox.unsaid(tx, kind="stand-in", person_id=absence.delegate_id):
        if word.data["for"] == absence.person_id:
            await outbox.finish(tx, word, "dropped")
    await outbox.say(
        tx,
        kind="stand-in",
        person_id=absence.delegate_id,
        data={"for": absence.person_id, "over": over},
        now=now,
        not_before=rules.leaves_at(now, lane=Lane.WORK),
    )
