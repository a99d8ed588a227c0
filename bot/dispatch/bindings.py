"""Which group serves which grid: who may say so, and what Telegram must allow first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from bot.dispatch import standing
from bot.dispatch.places import MOST_CHOICES, Index
from bot.dispatch.refusals import NotBound, NotLeading
from bot.dispatch.rules import Rules
from bot.dispatch.spelling import key, spell
from storage import grids, groups, jobs, outbox, people
from storage.database import Tx
from storage.outbox import Address
from storage.records import Grid, Group, Person

BOUND = "note-bound"
"""Said in the group when it serves a grid."""
REDRAWN = 30
"""How many of a group's newest cards are brought into its new language, besides those of live tasks."""


class Meant(NamedTuple):
    """What the words behind /bind mean: plainly this grid, or maybe one of some, or nothing we know."""

    grid: Grid | None
    maybe: tuple[Grid, ...] = ()


async def meant(tx: Tx, person: Person, words: str, index: Index, now: datetime) -> Meant:
    """The grid with this code; else what the words name, read as a typed address.

    Of several grids of one name only those count that the person may bind. What is misspelt, or says more
    than a grid's name, is never taken, only asked about, and nobody is asked about grids that they may not
    bind.
    """
    if grid := await grids.by_code(tx, words):
        return Meant(grid)
    plain: dict[int, bool] = {}
    for near in await _from_where(tx, person, now):
        for grid_id, sure in _named(index, words, near).items():
            plain[grid_id] = plain.get(grid_id, False) or sure
    known = [grid for grid_id in plain if (grid := await grids.in_use(tx, grid_id))]
    theirs = [grid for grid in known if await may_bind(tx, person, grid, now)]
    count = theirs or known
    if len(count) == 1 and plain[count[0].id]:
        return Meant(count[0])
    return Meant(None, tuple(theirs[:MOST_CHOICES]))


async def _from_where(tx: Tx, person: Person, now: datetime) -> list[int | None]:
    """The grids from which the person speaks: those they lead; administrators and others from nowhere."""
    led: list[int | None] = [grid.id for grid in await led_by(tx, person, now)]
    return [None] if not led or await people.is_admin(tx, person.id, now) else led


def _named(index: Index, words: str, near: int | None) -> dict[int, bool]:
    """The grids that the words may name, and whether they do so beyond doubt and say nothing else. Around one
    of them another may be called the same: 向阳社区 and 向阳小区 inside it are both 向阳."""
    found = index.find(words, near=near, forgiving=True)
    named = {grid_id: found.sure and not found.rest_for(grid_id) for grid_id in found.choices}
    alike = set(index.names.get(key(spell(words)), ()))
    for grid_id in found.choices:
        around = alike.intersection(index.tree.upward(index.tree.places[grid_id]))
        named |= {index.tree.ids[place]: True for place in around}
    return named


async def led_by(tx: Tx, person: Person, now: datetime) -> list[Grid]:
    """The grids that the person leads themselves, without those inside."""
    posts = await people.posts_of(tx, person.id, now)
    ids = dict.fromkeys(post.grid_id for post in posts if post.role in standing.LEADING and post.grid_id)
    return [grid for grid_id in ids if (grid := await grids.in_use(tx, grid_id))]


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
