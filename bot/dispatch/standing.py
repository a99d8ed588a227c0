"""What the bot may do in a group, and what follows when that changes: put out, muted, heard again, added."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch import claims
from bot.dispatch.rules import Rules
from storage import answering, grids, groups, jobs, outbox, people, tasks
from storage.database import Tx
from storage.outbox import Address
from storage.records import Group, Lane, Role, TaskStatus, Urgency

LEADING = frozenset({Role.LEADER, Role.DEPUTY, Role.SECRETARY})
REDRAWN = 10
"""How many of a group's newest cards say that it is served no longer, besides those of live tasks."""
SETTLING = timedelta(seconds=3)
"""A group that has become a supergroup brings its bindings along a moment after the bot has come into it."""
LOOK_AGAIN = timedelta(minutes=10)
"""Telegram does not say when a group lets everybody write again."""


async def leads(
    tx: Tx, person_id: int, grid_id: int, now: datetime, *, roles: Collection[Role] = LEADING
) -> bool:
    """Whether the person has such a post in the grid or in one around it, or is an administrator."""
    around = {above.id for above in await grids.path(tx, grid_id)}
    return any(
        post.role is Role.ADMIN or (post.role in roles and post.grid_id in around)
        for post in await people.posts_of(tx, person_id, now)
    )


async def redraw(tx: Tx, group: Group, newest: int, now: datetime) -> None:
    """Have the group's cards drawn anew: those of live tasks, and some of the newest."""
    for card_id in await groups.cards_of(tx, group, newest):
        await outbox.refresh_card(tx, card_id, now, Lane.WORK)


async def end(tx: Tx, group: Group, *, rules: Rules, now: datetime) -> list[str]:
    """The group serves no longer: what nobody is on ends, the rest goes on in private. The numbers of what
    somebody was still wanted for."""
    await groups.end(tx, group.id, now)
    wanted = []
    for task in await tasks.live_in(tx, group.id):
        request = await tasks.request_of(tx, task)
        if task.status is TaskStatus.OPEN:
            wanted.append(f"#{request.number}")
            await claims.call_off(tx, request, task, "note-unserved", rules=rules, now=now)
    await redraw(tx, group, REDRAWN, now)
    return wanted


async def put_out(tx: Tx, chat_id: int, *, rules: Rules, now: datetime) -> None:
    """The bot is no longer in the chat: none of its bindings hold, and those who see to them are told."""
    for group in await groups.of_chat(tx, chat_id):
        await gone(tx, group, rules=rules, now=now)


async def gone(tx: Tx, group: Group, *, rules: Rules, now: datetime) -> None:
    """The bot is no longer in this group: those who see to it are told once, and what was open there."""
    await groups.set_muted(tx, group.id, now)
    wanted = await end(tx, group, rules=rules, now=now)
    text, values = ("group-gone-open", {"numbers": " ".join(wanted)}) if wanted else ("group-gone", {})
    await _tell(tx, group, text, rules=rules, now=now, **values)


async def mute(tx: Tx, group: Group, *, rules: Rules, now: datetime) -> None:
    """The bot may not write there: those who see to the group are told once what to switch on."""
    if group.muted_at is not None:
        return
    await groups.set_muted(tx, group.id, now)
    await _tell(tx, group, "group-muted", rules=rules, now=now)
    await _look_at(tx, group.chat_id, now, now + LOOK_AGAIN, group_id=group.id)


async def _unmute(tx: Tx, group: Group, *, rules: Rules, now: datetime) -> None:
    """The bot may write again: what is open and was never posted is."""
    await groups.set_muted(tx, group.id, None)
    await _tell(tx, group, "group-heard", rules=rules, now=now)
    for task in await tasks.never_posted(tx, group.id):
        await outbox.say(
            tx,
            kind="task",
            group_id=group.id,
            request_id=task.request_id,
            task_id=task.id,
            now=now,
            not_before=rules.leaves_at(now, lane=Lane.WORK, urgency=Urgency.NORMAL),
        )


async def topic_gone(tx: Tx, group: Group, *, rules: Rules, now: datetime) -> None:
    """Its topic was closed or deleted: it is served beside it from now on; those who see to it are told."""
    if await groups.leave_topic(tx, group):
        await _tell(tx, group, "group-topic-gone", rules=rules, now=now)


async def _tell(tx: Tx, group: Group, text: str, *, rules: Rules, now: datetime, **values: str) -> None:
    """Tell those who see to a group: who bound it, as long as they lead there, and its grid's leaders."""
    leaders = [
        post.person
        for post in await answering.on_path(tx, group.grid_id, now)
        if post.grid_id == group.grid_id and post.role is Role.LEADER
    ]
    who = [leader.id for leader in leaders if leader.telegram_id is not None]
    if group.bound_by not in who and await leads(tx, group.bound_by, group.grid_id, now):
        who.append(group.bound_by)
    for person_id in who:
        await outbox.say(
            tx,
            kind="plain",
            person_id=person_id,
            data={"text": text, "title": group.title, "grid_id": group.grid_id, **values},
            now=now,
            not_before=rules.leaves_at(now, lane=Lane.WORK, urgency=Urgency.NORMAL),
        )


# Looking: only Telegram knows what the bot may do


async def came_in(tx: Tx, chat_id: int, now: datetime) -> None:
    """The bot was added to a chat: say hello there, if it may."""
    await _look_at(tx, chat_id, now, now + SETTLING, joined=True)


async def changed(tx: Tx, chat_id: int, now: datetime) -> None:
    """The bot's rights in a chat are others than before: look whether it may write."""
    await _look_at(tx, chat_id, now, now)


async def _look_at(tx: Tx, chat_id: int, now: datetime, at: datetime, **why: object) -> None:
    await jobs.add(tx, kind="look", payload={"chat_id": chat_id, **why}, now=now, not_before=at)


async def look_again(tx: Tx, payload: Mapping[str, Any], now: datetime) -> None:
    """Nothing could be learnt; of a group that is muted it is to be known all the same, some time."""
    if "group_id" in payload:
        await jobs.add(tx, kind="look", payload=payload, now=now, not_before=now + LOOK_AGAIN)


async def looked(
    tx: Tx, payload: Mapping[str, Any], *, inside: bool, may_write: bool, rules: Rules, now: datetime
) -> None:
    """What Telegram says of a chat; with `group_id` it was asked for the sake of one that is muted."""
    bound = [
        group
        for group in await groups.of_chat(tx, payload["chat_id"])
        if payload.get("group_id") in (None, group.id)
    ]
    for group in bound:
        if not inside:
            await gone(tx, group, rules=rules, now=now)
        elif may_write and group.muted_at is not None:
            await _unmute(tx, group, rules=rules, now=now)
        elif not may_write and group.muted_at is None:
            await mute(tx, group, rules=rules, now=now)
        elif not may_write:
            await look_again(tx, payload, now)
    if payload.get("joined") and inside and may_write and not bound:
        await _say_hello(tx, payload["chat_id"], now)


async def _say_hello(tx: Tx, chat_id: int, now: datetime) -> None:
    """How the group is bound; if it was before, by somebody who still might, to which grid."""
    before = await groups.last_of(tx, chat_id)
    grid = None if before is None else await grids.get(tx, before.grid_id)
    data: dict[str, object] = {"text": "group-hello"}
    if before and grid:
        await redraw(tx, before, REDRAWN, now)
        there = await grids.by_code(tx, grid.code)
        if there and await leads(tx, before.bound_by, grid.id, now):
            data = {"text": "group-hello-again", "grid_id": grid.id}
    await outbox.say(tx, kind="plain", chat=Address(chat_id, 0), data=data, now=now, lane=Lane.ANSWER)
