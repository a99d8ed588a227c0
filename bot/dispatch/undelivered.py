"""What follows when a message does not reach its reader."""

from datetime import datetime

from bot.dispatch import acquaintance, claims, returning, standing, talk
from bot.dispatch.rules import Rules
from storage import groups, outbox, people, requests, tasks
from storage.database import Tx, to_millis
from storage.records import Message, Person, TaskStatus


async def lost(tx: Tx, message: Message, *, rules: Rules, now: datetime) -> None:
    """What its reader holds is free, what they answer for goes on, what a group was to do is offered anew."""
    if message.person_id is not None:
        person = await people.get(tx, message.person_id)
        if person is not None and not await returning.back_since(tx, message):
            await out_of_reach(tx, person, rules=rules, now=now)
        if message.kind == "said":
            await talk.lost(tx, message, rules=rules, now=now)
    elif message.group_id is not None:
        await _to_group(tx, message, message.group_id, rules=rules, now=now)


async def out_of_reach(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """No message reaches the person: the places they hold are free again, and what they answer for goes on.

    A place is not kept for them: nobody could tell them that something has changed, or ask how it goes.
    """
    await claims.lose_all(tx, person, rules=rules, now=now)
    await acquaintance.out_of_reach(tx, person, rules=rules, now=now)


async def _to_group(tx: Tx, message: Message, group_id: int, *, rules: Rules, now: datetime) -> None:
    """The bot was put out, or its topic is no more, or it may not write there."""
    group = await groups.get(tx, group_id)
    if group is None:
        return
    if group.ended_at is not None:
        ended_by_this = to_millis(group.ended_at) == to_millis(now)
        if ended_by_this and group.muted_at is None:
            await standing.gone(tx, group, rules=rules, now=now)
    elif await outbox.pending(tx, message.id):
        await standing.topic_gone(tx, group, rules=rules, now=now)
    else:
        await standing.mute(tx, group, rules=rules, now=now)
        await _unposted(tx, message, rules=rules, now=now)


async def _unposted(tx: Tx, message: Message, *, rules: Rules, now: datetime) -> None:
    """The group never saw the task: it ends, and the one responsible is told to offer it elsewhere."""
    if message.kind != "task" or message.card_id is not None:
        return
    task = await tasks.get(tx, message.task_id or 0)
    request = await requests.get(tx, message.request_id or 0)
    if task and request and task.status is TaskStatus.OPEN:
        await claims.call_off(tx, request, task, "note-unposted", rules=rules, now=now)
