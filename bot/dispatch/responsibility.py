"""Giving a request to the one who answers for it, and giving it on when they no longer can."""

from datetime import datetime
from typing import Any

from bot.dispatch import answering, ledger, lifecycle, offices
from bot.dispatch.notices import Notice
from bot.dispatch.routing import Found
from bot.dispatch.rules import Rules
from storage import absences, desk, outbox, people, requests
from storage import offices as staff
from storage.database import Tx
from storage.records import Act, Lane, Person, Request, Urgency

MOST_CARDS = 5
"""Of what waits for the office, to somebody who comes to it; thousands may wait in a new city."""


async def route(tx: Tx, request: Request, rules: Rules, now: datetime, *, why: str) -> Request:
    """Assign the request to whoever answers for it, or put it into the office's queue.

    `why` is a word for the history: submitted, linked, back, post-ended, unreachable, absent, appeal,
    corrected.
    """
    decision = await answering.decide(tx, request, now)
    to, informed = decision.to, decision.informed
    change = lifecycle.move(
        request,
        Act.ASSIGN if to else Act.QUEUE,
        by_id=None,
        now=now,
        data={"why": why, **decision.reasons},
        responsible_id=to and to.person.id,
        responsible_grid_id=to and to.post.grid_id,
    )
    request = await ledger.record(tx, change, rules)
    if informed:
        await inform(tx, request, informed, rules=rules, now=now)
    return request


async def inform(tx: Tx, request: Request, leader: Found, *, rules: Rules, now: datetime) -> None:
    """Somebody else answers first: the leader may read the request from now on, and hears of it once."""
    new = await requests.supervise(
        tx, request_id=request.id, person_id=leader.person.id, grid_id=leader.post.grid_id, level=0, now=now
    )
    if new:
        await ledger.tell(tx, request, Notice("informed", leader.person.id), rules=rules, now=now)


async def take_over(tx: Tx, request: Request, *, by: Person, rules: Rules, now: datetime) -> Request:
    """Make somebody who acts on a request in another's place its one responsible: for the grid for which it
    was escalated to them, or of whose office they are or for whose staff they stand in."""
    grid_id, in_place = await _acts_for(tx, request, by, now)
    change = lifecycle.move(
        request,
        Act.ASSIGN,
        by_id=by.id,
        now=now,
        data={"why": "taken-over", "to": by.id, **in_place},
        responsible_id=by.id,
        responsible_grid_id=grid_id,
    )
    return await ledger.record(tx, change, rules)


async def _acts_for(tx: Tx, request: Request, by: Person, now: datetime) -> tuple[int | None, dict[str, Any]]:
    """The grid (None: as administrators do), and for whom of the office they stand in, as `in_place`."""
    if await requests.told_at_level(tx, request.id, by.id, now):
        return dict(await requests.supervisors(tx, request.id))[by.id], {}
    in_place = await offices.in_place(tx, [by], request.grid_id, now)
    if await people.is_admin(tx, by.id, now):
        return None, in_place
    return await staff.grid_of_staff(tx, by.id, request.grid_id, now), in_place


async def reroute_queue(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Posts or people have changed: look again at every request that waits for the office."""
    await _reroute(tx, await requests.queued(tx), rules=rules, now=now, why="linked")


async def _reroute(tx: Tx, waiting: list[Request], *, rules: Rules, now: datetime, why: str) -> None:
    for request in waiting:
        if (await answering.decide(tx, request, now)).to:
            await route(tx, request, rules=rules, now=now, why=why)


async def welcome(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """Somebody with a post came within reach: what waited for them finds them. Whoever is of the office is
    shown what is left in the queue."""
    if not await people.posts_of(tx, person.id, now):
        return
    waiting = await requests.queued_for(tx, person.id, now)
    await _reroute(tx, waiting, rules=rules, now=now, why="linked")
    await _show_queue(tx, person.id, again=True, rules=rules, now=now)


async def back(tx: Tx, person_id: int, *, rules: Rules, now: datetime) -> None:
    """Somebody is back from leave: what waits for the office and could be theirs is looked at anew. Whoever
    is of the office is shown what came into the queue meanwhile; the cards of whoever stood in are closed."""
    waiting = await requests.queued_for(tx, person_id, now)
    await _reroute(tx, waiting, rules=rules, now=now, why="back")
    await _show_queue(tx, person_id, again=False, rules=rules, now=now)


async def _show_queue(tx: Tx, person_id: int, *, again: bool, rules: Rules, now: datetime) -> None:
    """Bring somebody of the office what is left in the queue; unless `again` only that of which they have no
    card. The cards there are show whose it is now."""
    waiting: list[Request] = []
    for item in await desk.queue(tx, person_id, now):
        request = await requests.get(tx, item.id)
        if request is None:
            continue
        told = person_id in [one.id for one in await offices.office(tx, request, now)]
        if told and (again or not await desk.has_card(tx, person_id, request.id)):
            waiting.append(request)
        if not again:
            await outbox.refresh_cards(tx, request_id=request.id, now=now)
    await _bring(tx, person_id, waiting, rules=rules, now=now)


async def _bring(tx: Tx, person_id: int, waiting: list[Request], *, rules: Rules, now: datetime) -> None:
    """The cards of emergencies and of a few of the rest, the most pressing; the desk lists them all."""
    emergencies = [request for request in waiting if request.urgency is Urgency.EMERGENCY]
    rest = [request for request in waiting if request.urgency is not Urgency.EMERGENCY]
    for request in (*emergencies, *rest[:MOST_CARDS]):
        await ledger.tell(tx, request, Notice("queue", person_id), rules=rules, now=now)
    if len(rest) > MOST_CARDS:
        by_day = rules.leaves_at(now, lane=Lane.WORK)
        await outbox.say(tx, kind="desk", person_id=person_id, now=now, not_before=by_day)


async def orphans(tx: Tx, now: datetime, *, only: int | None = None) -> list[tuple[Request, str]]:
    """The requests whose one responsible cannot answer them, and why: post-ended or unreachable.

    `only`: look at this request alone.
    """
    ended = await requests.open_without_post(tx, now, only=only)
    unreached = [request for request in await requests.out_of_reach(tx, only=only) if request not in ended]
    return [
        *((request, "post-ended") for request in ended),
        *((request, "unreachable") for request in unreached),
    ]


async def why_not_there(tx: Tx, request: Request, now: datetime) -> str | None:
    """Why the one responsible cannot be asked again: post-ended, unreachable or absent; None if they can."""
    for _, why in await orphans(tx, now, only=request.id):
        return why
    away = request.responsible_id and await absences.of_person(tx, request.responsible_id, now)
    return "absent" if away else None


async def reroute_orphans(tx: Tx, *, rules: Rules, now: datetime) -> int:
    """Posts or accounts have been taken away: route their requests anew; how many there were."""
    found = await orphans(tx, now)
    for request, why in found:
        await route(tx, request, rules=rules, now=now, why=why)
    return len(found)


async def reroute_all_of(tx: Tx, person: Person, *, rules: Rules, now: datetime, why: str) -> None:
    """The person cannot answer (`why`: unreachable or absent): what they answer for goes on to the next at
    once, and what waits in the queue of their office is shown to whoever stands in for them."""
    for request in await requests.answered_by(tx, person.id):
        await route(tx, request, rules=rules, now=now, why=why)
    absence = await absences.of_person(tx, person.id, now)
    if absence and absence.delegate_id:
        await _show_queue(tx, absence.delegate_id, again=False, rules=rules, now=now)
