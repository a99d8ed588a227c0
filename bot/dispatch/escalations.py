"""What happens when a clock rings: a reminder, the next level up, or the end of waiting."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.dispatch import answering, ledger, lifecycle, notices, outcomes
from bot.dispatch.answering import Told
from bot.dispatch.notices import Notice
from bot.dispatch.policy import Deadlines
from bot.dispatch.rules import Rules
from bot.dispatch.worktime import Duration
from storage import deadlines, requests
from storage.database import Tx
from storage.records import Act, Clock, Deadline, Lane, Request, Urgency

CHASE = Duration(1, "d")


async def ring(tx: Tx, deadline_id: int, *, rules: Rules, now: datetime) -> None:
    """Act on one moment of a running clock; one that no longer stands is nothing."""
    deadline = await deadlines.take(tx, deadline_id)
    if deadline is None:
        return
    request = await requests.get(tx, deadline.request_id)
    if request is None:
        return
    if deadline.part < 1:
        await _remind(tx, request, deadline, rules=rules, now=now)
    elif deadline.clock is Clock.CLAIM:
        await ledger.tell(
            tx,
            request,
            Notice("note-unclaimed", request.responsible_id),
            rules=rules,
            now=now,
            task_id=deadline.task_id,
        )
    elif deadline.clock is Clock.CONFIRM:
        await outcomes.expire(tx, request, rules=rules, now=now)
    else:
        await _escalate(tx, request, deadline, rules=rules, now=now)


async def _remind(tx: Tx, request: Request, deadline: Deadline, *, rules: Rules, now: datetime) -> None:
    """Remind, unless something later on the same clock is due as well: then that speaks alone."""
    later = await deadlines.later_parts(tx, request_id=request.id, clock=deadline.clock, part=deadline.part)
    if later and later[0] <= now:
        return
    change = lifecycle.move(
        request, Act.REMIND, by_id=None, now=now, data={"clock": deadline.clock, "part": deadline.part}
    )
    await ledger.record(tx, change, rules)


async def _escalate(tx: Tx, request: Request, deadline: Deadline, *, rules: Rules, now: datetime) -> None:
    """One level up hears of it, each level once; above the last there are the administrators.

    The next climb keeps the terms of the clock that rang.
    """
    terms = Deadlines.from_dict(deadline.policy)
    to, why = await _next_above(tx, request, now)
    supervisors = await requests.supervisors(tx, request.id)
    came_from = supervisors[-1][1] if supervisors else request.responsible_grid_id
    if not to:
        await _chase(tx, request, deadline, terms, rules=rules, now=now)
        return
    data = {**why, "clock": deadline.clock, "to": [person_id for person_id, _ in to]}
    level = request.level + 1
    change = lifecycle.move(request, Act.ESCALATE, by_id=None, now=now, data=data, level=level)
    request = await ledger.record(tx, change, rules, terms=terms)
    for person_id, grid_id in to:
        await requests.supervise(
            tx, request_id=request.id, person_id=person_id, grid_id=grid_id, level=level, now=now
        )
        up = Notice("escalated", person_id, Lane.REMINDER, {"from": came_from, "level": level})
        await ledger.tell(tx, request, up, rules=rules, now=now)
    if request.responsible_id:
        late = Notice("note-escalated", request.responsible_id, Lane.REMINDER)
        await ledger.tell(tx, request, late, rules=rules, now=now)


async def _next_above(tx: Tx, request: Request, now: datetime) -> tuple[list[Told], dict[str, Any]]:
    """Who is to hear next, and why; nobody when all have heard. Of what nobody answers for the administrators
    have heard from the first."""
    heard = [Told(*told) for told in await requests.supervisors(tx, request.id)]
    if request.responsible_id is not None:
        heard.append(Told(request.responsible_id, request.responsible_grid_id))
    to, why = await answering.above(tx, request, heard, now=now)
    if request.responsible_id is None:
        to = [told for told in to if told.grid_id is not None]
    return to, why


async def _chase(
    tx: Tx, request: Request, deadline: Deadline, terms: Deadlines, *, rules: Rules, now: datetime
) -> None:
    """Everybody above has heard: they are reminded once a day, in an emergency each climb, until one acts."""
    if request.urgency is not Urgency.EMERGENCY:
        terms = replace(terms, climb=CHASE)
    data = {"clock": deadline.clock, "part": deadline.part}
    change = lifecycle.move(request, Act.REMIND, by_id=None, now=now, data=data)
    change = replace(change, starts=Clock.CLIMB, stops=frozenset({Clock.CLIMB}))
    await ledger.record(tx, change, rules, terms=terms)
    if request.responsible_id is None:
        return  # the administrators are those who answer, and have been reminded as such
    for person_id, _ in await requests.supervisors(tx, request.id):
        reminder = Notice("reminder", person_id, Lane.REMINDER, {"clock": notices.late_clock(request)})
        await ledger.tell(tx, request, reminder, rules=rules, now=now)
