"""Taking a place of a task, giving it back, and saying that it is done."""

from collections.abc import Sequence
from datetime import datetime

from bot.dispatch import ledger, lifecycle, outcomes, permissions, showing
from bot.dispatch.notices import Notice
from bot.dispatch.permissions import Relation
from bot.dispatch.refusals import Gone, NothingSaid, TooLate
from bot.dispatch.rules import Rules
from storage import groups, outbox, pieces, tasks
from storage.database import Tx
from storage.records import (
    Act,
    Claim,
    ClaimStatus,
    Lane,
    Person,
    Purpose,
    Request,
    RequestStatus,
    Task,
    TaskStatus,
)


async def claim(tx: Tx, person: Person, task_id: int, chat_id: int, *, rules: Rules, now: datetime) -> Task:
    """Give a place to the first who asks, in the chat where it was offered, or in private if they may take it
    from there; the rest are Refused."""
    found = await tasks.offered(tx, task_id)
    private = chat_id == person.telegram_id
    if found is None or (chat_id != found.chat_id and not private):
        raise Gone
    if private and not await may_take(tx, person, found.task, now):
        raise Gone
    after = lifecycle.claim(
        found.task,
        by=person,
        resident_id=found.resident_id,
        own=await tasks.live_claim(tx, task_id, person.id),
        held=await tasks.held_by(tx, person.id),
        limit=rules.policy.limits.open_claims,
    )
    await tasks.save(tx, after, was=found.task.version)
    await tasks.add_claim(tx, task_id=task_id, person_id=person.id, now=now)
    await ledger.note(tx, after.request_id, Act.CLAIM, by_id=person.id, now=now, task_id=task_id)
    await bring(tx, person, after, now)
    if after.held == 1:
        await _first_came(tx, after, rules=rules, now=now)
    return after


async def may_take(tx: Tx, person: Person, task: Task, now: datetime) -> bool:
    """Whether the person may see and take the task outside its group; nothing confidential is shown there."""
    request = await tasks.request_of(tx, task)
    reach = await groups.in_reach(tx, person.id, now)
    return not request.confidential and task.group_id in {group.id for group in reach}


async def bring(tx: Tx, person: Person, task: Task, now: datetime) -> None:
    """The whole case in private: what the resident sent, and the card."""
    await showing.show(
        tx,
        await pieces.of_request(tx, task.request_id, Purpose.REPORT),
        person_id=person.id,
        request_id=task.request_id,
        now=now,
        lane=Lane.ANSWER,
    )
    await outbox.say(
        tx,
        kind="claim",
        person_id=person.id,
        request_id=task.request_id,
        task_id=task.id,
        now=now,
        lane=Lane.ANSWER,
    )


async def _first_came(tx: Tx, task: Task, *, rules: Rules, now: datetime) -> None:
    """The offer is taken: the resident hears it, and the one responsible need not."""
    request = await tasks.request_of(tx, task)
    await ledger.stop_claim_clock(tx, request.id, task.id)
    told = Notice("note-claimed", request.resident_id)
    await ledger.tell(tx, request, told, rules=rules, now=now, task_id=task.id)


async def held(tx: Tx, person: Person, task_id: int) -> tuple[Task, Claim]:
    """The task and the place the person holds on it. Raises TooLate if they hold none."""
    task = await tasks.get(tx, task_id)
    if task is None:
        raise Gone
    own = await tasks.live_claim(tx, task_id, person.id)
    if own is None or own.status is not ClaimStatus.HELD:
        raise TooLate
    return task, own


async def may(tx: Tx, person: Person, task_id: int, act: Act) -> tuple[Task, Claim]:
    """The task and the person's place on it, if its holder may do `act` now. Raises Gone or TooLate."""
    task, own = await held(tx, person, task_id)
    if act not in permissions.allowed({Relation.CLAIMANT}, await tasks.request_of(tx, task)):
        raise TooLate
    return task, own


async def arrive(tx: Tx, person: Person, task_id: int, *, now: datetime) -> bool:
    """The claimant is there; False if they have said so before. Raises as `may`."""
    task, own = await may(tx, person, task_id, Act.ARRIVE)
    if not await tasks.set_arrived(tx, own.id, now):
        return False
    await ledger.note(tx, task.request_id, Act.ARRIVE, by_id=person.id, now=now, task_id=task_id)
    return True


async def withdraw(tx: Tx, person: Person, task_id: int, reason: str, *, rules: Rules, now: datetime) -> None:
    """Give the place back; the next may have it, and the one responsible is told why."""
    task, own = await may(tx, person, task_id, Act.WITHDRAW)
    if not reason.strip():
        raise NothingSaid
    await tasks.save_claim(tx, own.id, status=ClaimStatus.WITHDRAWN, result=reason, now=now)
    request = await tasks.request_of(tx, task)
    data = {"reason": reason}
    await ledger.note(tx, request.id, Act.WITHDRAW, by_id=person.id, now=now, task_id=task_id, data=data)
    await _free_place(tx, request, task, own, "note-withdrawn", rules=rules, now=now)


async def lose_all(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """No message reaches the claimant: their places are free again, and those responsible are told."""
    for task in await tasks.held_tasks(tx, person.id):
        await _lose(tx, person, task.id, rules=rules, now=now)


async def _lose(tx: Tx, person: Person, task_id: int, *, rules: Rules, now: datetime) -> None:
    try:
        task, own = await held(tx, person, task_id)
    except TooLate:
        return  # over by what was lost before it
    await tasks.save_claim(tx, own.id, status=ClaimStatus.RELEASED, result=None, now=now)
    request = await tasks.request_of(tx, task)
    data = {"person": person.id, "why": "unreachable"}
    await ledger.note(tx, request.id, Act.RELEASE, by_id=None, now=now, task_id=task_id, data=data)
    await _free_place(tx, request, task, own, "note-unreached", rules=rules, now=now)


async def _free_place(
    tx: Tx, request: Request, task: Task, claim: Claim, notice: str, *, rules: Rules, now: datetime
) -> None:
    """A place is held no longer: whoever answers hears of it, and who is left may have been all there was."""
    after = lifecycle.give_back(task, claim)
    await tasks.save(tx, after, was=task.version)
    told = Notice(notice, request.responsible_id, data={"person": claim.person_id})
    await ledger.tell(tx, request, told, rules=rules, now=now, task_id=task.id)
    if lifecycle.all_finished(await tasks.claims_of(tx, task.id)):
        await _resolve_by(tx, request, claim.person_id, rules=rules, now=now)
    elif after.held == 0:
        await ledger.start_claim_clock(tx, request, task.id, rules=rules, now=now)


async def call_off(tx: Tx, request: Request, task: Task, notice: str, *, rules: Rules, now: datetime) -> None:
    """Nobody is on the task and its group cannot take it any more: it ends, and the one responsible is told
    to look elsewhere. One that somebody is on goes on in private."""
    if task.held:
        return
    await tasks.save(tx, lifecycle.end_task(task, done=0), was=task.version)
    await ledger.note(tx, request.id, Act.END_TASK, by_id=None, now=now, task_id=task.id)
    await ledger.stop_claim_clock(tx, request.id, task.id)
    told = Notice(notice, request.responsible_id)
    await ledger.tell(tx, request, told, rules=rules, now=now, task_id=task.id)


async def finish(
    tx: Tx,
    person: Person,
    task_id: int,
    words: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Task:
    """A claimant's Done, in words or with `media` (ids of pieces). When nobody on the task still has work,
    the request is resolved."""
    task, own = await may(tx, person, task_id, Act.FINISH)
    if not words.strip() and not media:
        raise NothingSaid
    await tasks.save_claim(tx, own.id, status=ClaimStatus.DONE, result=words, now=now)
    request = await tasks.request_of(tx, task)
    await ledger.note(
        tx,
        request.id,
        Act.FINISH,
        by_id=person.id,
        now=now,
        task_id=task_id,
        data={"result": words, "pieces": list(media)},
    )
    if lifecycle.all_finished(await tasks.claims_of(tx, task_id)):
        await _resolve_by(tx, request, person.id, rules=rules, now=now)
    return task


async def _resolve_by(tx: Tx, request: Request, by_id: int, *, rules: Rules, now: datetime) -> None:
    """A task is done: the results are the request's, unless another task still has people on it."""
    if request.status is not RequestStatus.ACCEPTED:
        return  # taken over meanwhile and not yet accepted: the new one responsible decides
    running = [
        t for t in await tasks.of_request(tx, request.id) if t.status in (TaskStatus.OPEN, TaskStatus.FULL)
    ]
    claims = [claim for task in running for claim in await tasks.claims_of(tx, task.id)]
    if any(claim.status is ClaimStatus.HELD for claim in claims):
        return
    words = "\n".join(c.result for c in claims if c.status is ClaimStatus.DONE and c.result)
    sent = await pieces.of_request(tx, request.id, Purpose.RESULT)
    media = [piece.id for piece in sent if piece.task_id in {task.id for task in running}]
    await outcomes.resolved(tx, request, by_id=by_id, words=words, media=media, rules=rules, now=now)
