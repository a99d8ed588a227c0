"""What the one responsible and the resident say of a request, up to its end."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.dispatch import answering, clocks, group_words, ledger, lifecycle, permissions, responsibility
from bot.dispatch.answering import Told
from bot.dispatch.notices import Notice
from bot.dispatch.permissions import Relation
from bot.dispatch.refusals import Confidential, Gone, NothingSaid, NotYours, TooLate
from bot.dispatch.rules import Rules
from storage import grids, groups, offices, outbox, people, requests, tasks
from storage.database import Tx
from storage.records import (
    Act,
    Claim,
    ClaimStatus,
    Group,
    Person,
    Request,
    RequestStatus,
    Task,
    TaskStatus,
)

PLACES = (1, 2, 3, 5, 10, 20)


async def relations_of(tx: Tx, person: Person, request: Request, now: datetime) -> frozenset[Relation]:
    """Everything the person is to the request now.

    Whoever declined it against the resident's appeal supervises it no more: it does not come back to them.
    """
    level = await requests.told_at_level(tx, request.id, person.id, now)
    supervises = bool(level)
    if supervises:
        supervises = person.id not in [one.person_id for one in await answering.turned_down(tx, request)]
    return permissions.relations(
        person.id,
        request,
        supervisor=supervises,
        admin=await people.is_admin(tx, person.id, now),
        office=await offices.sits_in(tx, person.id, request.grid_id, now),
        informed=level == 0,
        claimant=await tasks.holds_place_on_request(tx, request.id, person.id),
    )


async def may(tx: Tx, person: Person, request_id: int, act: Act, now: datetime) -> Request:
    """The request, if the person may do `act` to it now.

    Raises Gone, NotYours, Confidential or TooLate, the first that applies.
    """
    request = await requests.get(tx, request_id)
    if request is None:
        raise Gone
    are = await relations_of(tx, person, request, now)
    if not permissions.has_right(act, are):
        raise NotYours
    if act in permissions.GROUP_ACTS and request.confidential:
        raise Confidential
    if act not in permissions.allowed(are, request):
        raise TooLate
    return request


async def accept(tx: Tx, person: Person, request_id: int, *, rules: Rules, now: datetime) -> Request:
    """Take the request on. A supervisor or administrator who does so becomes the one responsible."""
    request = await may(tx, person, request_id, Act.ACCEPT, now)
    return await _accepted_by(tx, request, person, rules=rules, now=now)


async def _accepted_by(tx: Tx, request: Request, person: Person, *, rules: Rules, now: datetime) -> Request:
    if request.responsible_id != person.id:
        request = await responsibility.take_over(tx, request, by=person, rules=rules, now=now)
    if request.status is not RequestStatus.ACCEPTED:
        change = lifecycle.move(request, Act.ACCEPT, by_id=person.id, now=now)
        request = await ledger.record(tx, change, rules)
    return request


async def places_to_offer(tx: Tx, request: Request) -> list[Group]:
    """The groups a task of the request can go to, the nearest first."""
    return await groups.of_grids(tx, [grid.id for grid in await grids.path(tx, request.grid_id)])


async def offer(
    tx: Tx, person: Person, request_id: int, *, group_id: int, places: int, rules: Rules, now: datetime
) -> int:
    """Put a task with `places` places before a group; its id. Whoever offers has accepted first."""
    request = await may(tx, person, request_id, Act.OFFER, now)
    if places not in PLACES or group_id not in [group.id for group in await places_to_offer(tx, request)]:
        raise Gone
    request = await _accepted_by(tx, request, person, rules=rules, now=now)
    task_id = await tasks.add(
        tx,
        request_id=request.id,
        group_id=group_id,
        places=places,
        words=await group_words.present(tx, request),
        by_id=person.id,
        now=now,
    )
    await outbox.say(
        tx,
        kind="task",
        group_id=group_id,
        request_id=request.id,
        task_id=task_id,
        now=now,
        not_before=rules.leaves_at(now, lane=Notice("task", None).lane, urgency=request.urgency),
    )
    await ledger.start_claim_clock(tx, request, task_id, rules=rules, now=now)
    change = lifecycle.move(
        request, Act.OFFER, by_id=person.id, now=now, data={"group": group_id, "places": places}
    )
    await ledger.record(tx, change, rules)
    return task_id


async def resolve(
    tx: Tx,
    person: Person,
    request_id: int,
    words: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """The one responsible's Done, in words or with `media` (ids of pieces): the result goes to the resident,
    open tasks end."""
    request = await may(tx, person, request_id, Act.RESOLVE, now)
    if not words.strip() and not media:
        raise NothingSaid
    request = await _accepted_by(tx, request, person, rules=rules, now=now)
    return await resolved(tx, request, by_id=person.id, words=words, media=media, rules=rules, now=now)


async def resolved(
    tx: Tx,
    request: Request,
    *,
    by_id: int,
    words: str,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """Record a result, whoever it comes from, and end the tasks that are still open."""
    data = {"result": words, "pieces": list(media)}
    change = lifecycle.move(request, Act.RESOLVE, by_id=by_id, now=now, data=data, result=words)
    await end_tasks(tx, request, rules=rules, now=now)
    return await ledger.record(tx, change, rules)


async def end_tasks(
    tx: Tx,
    request: Request,
    *,
    rules: Rules,
    now: datetime,
    but_in: Collection[int] = (),
    notice: str = "note-released",
) -> None:
    """The request is over, however it ended: so are its open tasks, and whoever holds a place is free, which
    `notice` tells them. What was offered to the groups of `but_in` goes on."""
    for task in await tasks.of_request(tx, request.id):
        if task.status in (TaskStatus.OPEN, TaskStatus.FULL) and task.group_id not in but_in:
            await _end_task(tx, request, task, notice, rules=rules, now=now)


async def _end_task(
    tx: Tx, request: Request, task: Task, notice: str, *, rules: Rules, now: datetime
) -> None:
    claims = await tasks.claims_of(tx, task.id)
    for claim in claims:
        if claim.status is ClaimStatus.HELD:
            await _release(tx, request, claim, notice, rules=rules, now=now)
    done = sum(claim.status is ClaimStatus.DONE for claim in claims)
    await tasks.save(tx, lifecycle.end_task(task, done=done), was=task.version)
    await ledger.note(tx, request.id, Act.END_TASK, by_id=None, now=now, task_id=task.id)
    await ledger.stop_claim_clock(tx, request.id, task.id)


async def _release(
    tx: Tx, request: Request, claim: Claim, notice: str, *, rules: Rules, now: datetime
) -> None:
    """A place still held when the work is over: its holder hears it and is free."""
    await tasks.save_claim(tx, claim.id, status=ClaimStatus.RELEASED, result=None, now=now)
    await ledger.note(
        tx,
        request.id,
        Act.RELEASE,
        by_id=None,
        now=now,
        task_id=claim.task_id,
        data={"person": claim.person_id},
    )
    await ledger.tell(
        tx, request, Notice(notice, claim.person_id), rules=rules, now=now, task_id=claim.task_id
    )


async def confirm(tx: Tx, person: Person, request_id: int, *, rules: Rules, now: datetime) -> Request:
    """The resident's Solved."""
    request = await may(tx, person, request_id, Act.CONFIRM, now)
    return await _close(tx, request, Act.CONFIRM, by_id=person.id, rules=rules, now=now)


async def expire(tx: Tx, request: Request, *, rules: Rules, now: datetime) -> Request:
    """The resident was silent: closed, and never counted as satisfied."""
    return await _close(tx, request, Act.EXPIRE, by_id=None, rules=rules, now=now)


async def _close(
    tx: Tx, request: Request, act: Act, *, by_id: int | None, rules: Rules, now: datetime
) -> Request:
    change = lifecycle.move(
        request,
        act,
        by_id=by_id,
        now=now,
        confirmed=act is Act.CONFIRM,
        closed_at=now,
        reopen_until=await clocks.reopen_until(tx, request, rules=rules, now=now),
    )
    return await ledger.record(tx, change, rules)


async def may_reopen(tx: Tx, person: Person, request_id: int, now: datetime) -> Request:
    """The request, if the person may say Not solved now; raises as `may`, TooLate past the time for it."""
    request = await may(tx, person, request_id, Act.REOPEN, now)
    if not lifecycle.may_reopen(request, now):
        raise TooLate
    return request


async def reopen(
    tx: Tx,
    person: Person,
    request_id: int,
    reason: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """The resident's Not solved: back to the same person with the reason and `media` (ids of pieces), and one
    level up hears of it.

    Whoever can no longer answer is not asked again: the request is then routed anew.
    """
    request = await may(tx, person, request_id, Act.REOPEN, now)
    if not reason.strip():
        raise NothingSaid
    rules = rules.for_words(reason)
    change = lifecycle.reopen(request, by_id=person.id, reason=reason, now=now, media=media)
    request = await ledger.record(tx, change, rules)
    heard = [Told(request.responsible_id, request.responsible_grid_id)] if request.responsible_id else []
    above, _ = await answering.above(tx, request, heard, now=now)
    for person_id, _ in above:
        await ledger.tell(tx, request, Notice("note-reopened-below", person_id), rules=rules, now=now)
    if why := await responsibility.why_not_there(tx, request, now):
        request = await responsibility.route(tx, request, rules=rules, now=now, why=why)
    return request
