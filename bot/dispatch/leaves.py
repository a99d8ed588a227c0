"""Leave: until when somebody is away, who answers meanwhile, and what goes on to others at once."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from bot.dispatch import responsibility
from bot.dispatch.refusals import CannotStandIn, Gone, NoPost, TooLate
from bot.dispatch.routing import LINE
from bot.dispatch.rules import Rules
from storage import absences, answering, cards, grids, menus, outbox, people
from storage.database import Tx
from storage.records import Absence, Grid, Lane, Person, Role

LONGEST = timedelta(days=31)
"""From the first day away to the last one that is offered."""


class Span(NamedTuple):
    """One of the lengths to choose from, by its word, and the last day away."""

    word: str
    last: date


def spans(today: date) -> tuple[Span, ...]:
    """What there is to choose from; today counts."""
    return (
        Span("today", today),
        Span("tomorrow", today + timedelta(days=1)),
        Span("three-days", today + timedelta(days=2)),
        Span("week", today + timedelta(days=6)),
        Span("two-weeks", today + timedelta(days=13)),
        Span("month", _month_from(today)),
    )


def _month_from(today: date) -> date:
    """The day before the same day of the next month; the last of a month that has no such day."""
    first_of_next = today.replace(day=1) + timedelta(days=monthrange(today.year, today.month)[1])
    days_in_next = monthrange(first_of_next.year, first_of_next.month)[1]
    return first_of_next + timedelta(days=min(today.day - 1, days_in_next) - 1)


def back_at(last: date, zone: tzinfo) -> datetime:
    """When somebody is back whose last day away is `last`: at the beginning of the day after, in UTC. Where
    clocks skip midnight on that day, it begins when they do."""
    return datetime.combine(last + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)


def last_day(until: datetime, zone: tzinfo) -> date:
    """The last day away of a leave that ends at `until`."""
    return until.astimezone(zone).date() - timedelta(days=1)


def day_of(number: int, today: date) -> date | None:
    """The last day that a button stands for; None once it is past. Raises Gone for one never offered."""
    if number > (today + LONGEST).toordinal():
        raise Gone
    return date.fromordinal(number) if number >= today.toordinal() else None


class StandIn(NamedTuple):
    """Somebody who could answer meanwhile, by the nearest of their posts. `grid` None: an administrator."""

    person: Person
    role: Role
    grid: Grid | None


async def stand_ins(tx: Tx, person: Person, now: datetime) -> list[StandIn]:
    """Who could answer for the person: their colleagues and those who lead, beside them on their grids, then
    above, the nearest first.

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
    return [
        one
        for one in found.values()
        if one.person.id not in (person.id, *away)
        and one.person.reachable
        and one.person.telegram_id is not None
    ]


async def _around(tx: Tx, grid_id: int, role: Role, now: datetime) -> list[StandIn]:
    """Who leads a grid or has this role there, and then on those around it."""
    around = {grid.id: grid for grid in await grids.path(tx, grid_id)}
    order = LINE if role in LINE else (role, *LINE)
    posts = [post for post in await answering.on_path(tx, grid_id, now) if post.role in order]
    return [
        StandIn(post.person, post.role, around[grid_id])
        for grid_id in around
        for post in sorted(posts, key=lambda post: order.index(post.role))
        if post.grid_id == grid_id
    ]


async def begin(
    tx: Tx, person: Person, *, last: date, stand_in_id: int | None, rules: Rules, now: datetime
) -> Absence:
    """The person is away from now on, through `last`: what waits for them goes on at once. A leave they are
    on gives way to it.

    Raises NoPost for whoever answers for nothing, CannotStandIn if the other cannot answer.
    """
    if not await menus.answers(tx, person.id, now):
        raise NoPost
    if stand_in_id not in [None, *(one.person.id for one in await stand_ins(tx, person, now))]:
        raise CannotStandIn
    before = await absences.of_person(tx, person.id, now)
    until = back_at(last, rules.zone)
    await absences.begin(tx, person_id=person.id, delegate_id=stand_in_id, since=now, until=until)
    if before and before.delegate_id != stand_in_id:
        await _tell(tx, before, over=True, rules=rules, now=now)
    absence = await absences.of_person(tx, person.id, now)
    if absence is None:
        raise TooLate  # midnight has come between the choice and now
    await _tell(tx, absence, over=False, rules=rules, now=now)
    await responsibility.reroute_all_of(tx, person, rules=rules, now=now, why="absent")
    return absence


async def come_back(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """The person is back before the end. What went on to others stays with them; what waits for the office
    is looked at anew. Raises TooLate if they were not away."""
    absence = await absences.of_person(tx, person.id, now)
    if absence is None:
        raise TooLate
    await absences.end(tx, person.id, now)
    await _tell(tx, absence, over=True, rules=rules, now=now)
    await responsibility.reroute_queue(tx, rules=rules, now=now, why="back")


async def any_over(tx: Tx, now: datetime) -> bool:
    """Whether somebody's last day away has passed since it was looked at."""
    return await absences.any_over(tx, now)


async def end_those_over(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Whose last day away has passed is back: their cards say so, and what waits for the office is looked at
    anew."""
    for person_id in await absences.end_those_over(tx, now):
        for kind in ("leave", "desk"):
            for card in await cards.newest(tx, person_id=person_id, kind=kind):
                await outbox.refresh_card(tx, card.id, now, Lane.WORK)
    await responsibility.reroute_queue(tx, rules=rules, now=now, why="back")


async def _tell(tx: Tx, absence: Absence, *, over: bool, rules: Rules, now: datetime) -> None:
    """A word to whoever stands in: that it begins, or is over early."""
    if absence.delegate_id is None:
        return
    await outbox.say(
        tx,
        kind="stand-in",
        person_id=absence.delegate_id,
        data={"for": absence.person_id, "over": over},
        now=now,
        not_before=rules.leaves_at(now, lane=Lane.WORK),
    )
