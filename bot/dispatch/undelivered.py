"""What follows when a message does not reach its reader."""

from datetime import datetime

from bot.dispatch import acquaintance, claims, ledger, lifecycle
from bot.dispatch.notices import Notice
from bot.dispatch.rules import Rules
from storage import outbox, people, requests, tasks
from storage.database import Tx
from storage.records import Act, Message, TaskStatus


async def lost(tx: Tx, message: Message, *, rules: Rules, now: datetime) -> None:
    """What its reader holds is free, what they answer for goes on, what a group was to do is offered anew."""
    if message.person_id is not None:
        await _to_person(tx, message, message.person_id, rules=rules, now=now)
    elif message.kind == "task" and message.card_id is None:
        await _unposted(tx, message, rules=rules, now=now)


async def _to_person(tx: Tx, message: Message, person_id: int, *, rules: Rules, now: datetime) -> None:
    person = await people.get(tx, person_id)
    if person is None:
        return
    if message.kind == "claim" and message.card_id is None:
        await claims.lose(tx, person, message.task_id or 0, rules=rules, now=now)
    await acquaintance.out_of_reach(tx, person, rules=rules, now=now)


async def _unposted(tx: Tx, message: Message, *, rules: Rules, now: datetime) -> None:
    """The group never saw the task: it ends, and the one responsible is told to offer it elsewhere."""
    if await outbox.pending(tx, message.id):
        return  # its topic alone is gone: it will be said beside it
    task = await tasks.get(tx, message.task_id or 0)
    request = await requests.get(tx, message.request_id or 0)
    if task is None or request is None or task.status is not TaskStatus.OPEN or task.held:
        return  # over meanwhile, or it did stand there and somebody has come
    await tasks.save(tx, lifecycle.end_task(task, done=0), was=task.version)
    await ledger.note(tx, request.id, Act.END_TASK, by_id=None, now=now, task_id=task.id)
    await ledger.stop_claim_clock(tx, request.id, task.id)
    told = Notice("note-unposted", request.responsible_id)
    await ledger.tell(tx, request, told, rules=rules, now=now, task_id=task.id)
