"""What happens when a clock rings: a reminder, the next level up, or the end of waiting."""

from dataclasses import replace
from datetime import datetime

from bot.dispatch import ledger, lifecycle, outcomes, routing
from bot.dispatch.notices import Notice
from bot.dispatch.rules import Rules
from storage import deadlines, grids, people, requests
from storage.database import Tx
from storage.records import Act, Clock, Deadline, Lane, Request


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
    """One level up hears of it, each level once; above the last there are the administrators."""
    supervisors = await requests.supervisors(tx, request.id)
    told = frozenset({person_id for person_id, _ in supervisors} | {request.responsible_id or 0})
    heard = {grid_id for _, grid_id in supervisors}
    if request.responsible_id is not None:
        heard.add(request.responsible_grid_id)
    path = routing.above(await grids.path(tx, request.grid_id), heard)
    found = routing.choose(path, await grids.holders(tx, [grid.id for grid in path], now), but=told)
    to: list[tuple[int, int | None]]
    if found.person and found.grid:
        to = [(found.person.id, found.grid.id)]
    else:
        to = [(admin.id, None) for admin in await people.administrators(tx, now) if admin.id not in told]
    level = request.level + 1
    for person_id, grid_id in to:
        await requests.supervise(
            tx, request_id=request.id, person_id=person_id, grid_id=grid_id, level=level, now=now
        )
    change = lifecycle.move(
        request,
        Act.ESCALATE,
        by_id=None,
        now=now,
        data={
            "clock": deadline.clock,
            "to": [person_id for person_id, _ in to],
            "skipped": [list(skip) for skip in found.skipped],
        },
        level=level,
    )
    if found.person is None:
        change = replace(change, starts=None)  # nobody is left above
    request = await ledger.record(tx, change, rules)
    for person_id, _ in to:
        await ledger.tell(tx, request, Notice("escalated", person_id, Lane.REMINDER), rules=rules, now=now)
    if request.responsible_id:
        await ledger.tell(
            tx, request, Notice("note-escalated", request.responsible_id, Lane.REMINDER), rules=rules, now=now
        )
