"""Which group serves which grid: who may bind, and what Telegram must allow first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dispatch.refusals import NotBound
from storage import grids, groups, jobs, outbox, people
from storage.database import Tx
from storage.outbox import Address
from storage.records import Grid, Person, Role

BINDERS = frozenset({Role.LEADER, Role.DEPUTY, Role.SECRETARY})


async def may_bind(tx: Tx, person: Person, grid: Grid, now: datetime) -> bool:
    """Leaders of the grid and of those around it, and administrators."""
    around = {above.id for above in await grids.path(tx, grid.id)}
    return any(
        post.role is Role.ADMIN or (post.role in BINDERS and post.grid_id in around)
        for post in await people.posts_of(tx, person.id, now)
    )


async def ask_to_bind(
    tx: Tx, person: Person, grid: Grid, chat: Address, *, title: str, now: datetime
) -> None:
    """Have Telegram asked what the bot may do in the chat; `bind` comes with the answer."""
    payload = {
        "chat_id": chat.chat_id,
        "thread_id": chat.thread_id,
        "title": title,
        "grid_id": grid.id,
        "by": person.id,
    }
    await jobs.add(tx, kind="bind", payload=payload, now=now)


async def bind(tx: Tx, payload: dict[str, int | str], now: datetime) -> None:
    """The bot has what it needs in the chat: from now on it serves the grid."""
    await groups.bind(
        tx,
        chat_id=int(payload["chat_id"]),
        thread_id=int(payload["thread_id"]),
        grid_id=int(payload["grid_id"]),
        title=str(payload["title"]),
        by_id=int(payload["by"]),
        now=now,
    )


async def give_up(tx: Tx, payload: Mapping[str, Any], now: datetime) -> None:
    """Nothing could be learnt of the chat: whoever asked is told, if they are there still."""
    if await people.get(tx, payload["by"]):
        data = {"text": "bind-failed", "grid_id": payload["grid_id"]}
        await outbox.say(tx, kind="plain", person_id=payload["by"], data=data, now=now)


async def unbind(tx: Tx, person: Person, chat: Address, now: datetime) -> bool:
    """End the binding of a chat or topic; False if the person may not. Raises NotBound."""
    group = await groups.bound(tx, chat.chat_id, chat.thread_id)
    grid = None if group is None else await grids.get(tx, group.grid_id)
    if group is None or grid is None:
        raise NotBound
    if not await may_bind(tx, person, grid, now):
        return False
    await groups.end(tx, group.id, now)
    return True
