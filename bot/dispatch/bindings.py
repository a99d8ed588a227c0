"""Which group serves which grid: who may say so, and what Telegram must allow first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dispatch import standing
from bot.dispatch.refusals import NotBound, NotLeading
from bot.dispatch.rules import Rules
from storage import grids, groups, jobs, outbox, people
from storage.database import Tx
from storage.outbox import Address
from storage.records import Grid, Group, Person

BOUND = "note-bound"
"""Said in the group when it serves a grid."""
REDRAWN = 30
"""How many of a group's newest cards are brought into its new language, besides those of live tasks."""


async def may_bind(tx: Tx, person: Person, grid: Grid, now: datetime) -> bool:
    """Leaders of the grid and of those around it, and administrators."""
    return await standing.leads(tx, person.id, grid.id, now)


async def held_elsewhere(tx: Tx, person: Person, chat: Address, now: datetime) -> Group | None:
    """What the chat or topic is bound as, if the person may not unbind it: nor can they bind it otherwise."""
    there = await groups.bound(tx, chat.chat_id, chat.thread_id)
    return there if there and not await standing.leads(tx, person.id, there.grid_id, now) else None


async def ask_to_bind(
    tx: Tx, person: Person, grid: Grid, chat: Address, *, title: str, topic: str = "", now: datetime
) -> None:
    """Have Telegram asked what the bot may do in the chat; `bind` comes with the answer."""
    payload = {
        "chat_id": chat.chat_id,
        "thread_id": chat.thread_id,
        "title": title,
        "topic": topic,
        "grid_id": grid.id,
        "by": person.id,
    }
    await jobs.add(tx, kind="bind", payload=payload, now=now)


async def bind(tx: Tx, payload: Mapping[str, Any], now: datetime) -> tuple[str, int]:
    """The bot has what it needs in the chat: from now on it serves the grid, unless something has changed
    since that was asked for. The key of what is to be said, and the grid it is about."""
    person, grid = await people.get(tx, payload["by"]), await grids.in_use(tx, payload["grid_id"])
    chat = Address(int(payload["chat_id"]), int(payload["thread_id"]))
    if person is None or grid is None or not await may_bind(tx, person, grid, now):
        return "bind-not-yours", payload["grid_id"]
    if taken := await held_elsewhere(tx, person, chat, now):
        return "bind-taken", taken.grid_id
    await groups.bind(
        tx,
        chat_id=chat.chat_id,
        thread_id=chat.thread_id,
        grid_id=grid.id,
        title=str(payload["title"]),
        topic=str(payload.get("topic", "")),
        by_id=person.id,
        now=now,
    )
    return BOUND, grid.id


async def give_up(tx: Tx, payload: Mapping[str, Any], now: datetime) -> None:
    """Nothing could be learnt of the chat: whoever asked is told, if they are there still."""
    if await people.get(tx, payload["by"]):
        data = {"text": "bind-failed", "grid_id": payload["grid_id"]}
        await outbox.say(tx, kind="plain", person_id=payload["by"], data=data, now=now)


async def led(tx: Tx, person: Person, group: Group | None, now: datetime) -> Group:
    """The group, if the person may settle its matters. Raises NotBound or NotLeading."""
    if group is None or group.ended_at is not None:
        raise NotBound
    if not await standing.leads(tx, person.id, group.grid_id, now):
        raise NotLeading
    return group


async def unbind(tx: Tx, person: Person, chat: Address, *, rules: Rules, now: datetime) -> None:
    """End the binding of a chat or topic. Raises NotBound or NotLeading."""
    group = await led(tx, person, await groups.bound(tx, chat.chat_id, chat.thread_id), now)
    await standing.end(tx, group, rules=rules, now=now)


async def choose_language(
    tx: Tx, person: Person, group: Group | None, language: str, *, now: datetime
) -> None:
    """What is said in the group is in this language from now on, and its cards are drawn anew in it.

    Raises NotBound or NotLeading.
    """
    group = await led(tx, person, group, now)
    await groups.set_language(tx, group.id, language)
    await standing.redraw(tx, group, REDRAWN, now)
