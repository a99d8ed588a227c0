"""Giving a request to the one who answers for it, and giving it on when they no longer can."""

from collections.abc import Collection
from datetime import datetime

from bot.dispatch import ledger, lifecycle, routing
from bot.dispatch.notices import Notice
from bot.dispatch.offices import office as office
from bot.dispatch.rules import Rules
from storage import events, grids, offices, people, requests
from storage.database import Tx
from storage.records import Act, Person, Request

Told = tuple[int, int | None]
"""A person, and the grid for which they answer (None: an administrator)."""


async def route(tx: Tx, request: Request, rules: Rules, now: datetime, *, why: str) -> Request:
    """Assign the request to whoever answers for its grid, or put it into the administrators' queue.

    `why` is a word for the history: submitted, linked, post-ended, unreachable or appeal.
    """
    found = await _find(tx, request, now)
    data = {"why": why, "skipped": [list(skip) for skip in found.skipped]}
    if found.person is None or found.grid is None:
        change = lifecycle.move(
            request, Act.QUEUE, by_id=None, now=now, data=data, responsible_id=None, responsible_grid_id=None
        )
    else:
        change = lifecycle.move(
            request,
            Act.ASSIGN,
            by_id=None,
            now=now,
            data=data | {"to": found.person.id, "grid": found.grid.name},
            responsible_id=found.person.id,
            responsible_grid_id=found.grid.id,
        )
    return await ledger.record(tx, change, rules)


async def _find(tx: Tx, request: Request, now: datetime) -> routing.Route:
    """Who answers for the request's grid; nobody answers for what they asked for themselves, and nobody at or
    below the level that declined it."""
    declined_by, declined_for = await turned_down(tx, request)
    path = routing.above(await grids.path(tx, request.grid_id), declined_for)
    holders = await grids.holders(tx, [grid.id for grid in path], now)
    return routing.choose(path, holders, but=frozenset({request.resident_id, *declined_by}))


async def turned_down(tx: Tx, request: Request) -> tuple[set[int], set[int | None]]:
    """Who declined the request against the resident's appeal, and for which grids (None: an administrator).

    It never goes back to them.
    """
    history = await events.of_request(tx, request.id)
    appeals = [event.data for event in history if event.act is Act.APPEAL]
    return {data["from"] for data in appeals}, {data["grid"] for data in appeals}


async def take_over(tx: Tx, request: Request, *, by: Person, rules: Rules, now: datetime) -> Request:
    """Make somebody who acts on a request in another's place its one responsible: for the grid for which it
    was escalated to them, or of whose office they are."""
    supervised = dict(await requests.supervisors(tx, request.id))
    if by.id not in supervised and not await people.is_admin(tx, by.id, now):
        supervised[by.id] = await offices.grid_of_staff(tx, by.id, request.grid_id, now)
    change = lifecycle.move(
        request,
        Act.ASSIGN,
        by_id=by.id,
        now=now,
        data={"why": "taken-over", "to": by.id},
        responsible_id=by.id,
        responsible_grid_id=supervised.get(by.id),
    )
    return await ledger.record(tx, change, rules)


async def reroute_queue(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Somebody came within reach: look again at every request that waits for the administrators."""
    for request in await requests.queued(tx):
        if (await _find(tx, request, now)).person:
            await route(tx, request, rules=rules, now=now, why="linked")


async def welcome(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """Somebody with a post came within reach: what waited for them finds them. An administrator is shown what
    is left in the queue."""
    if not await people.posts_of(tx, person.id, now):
        return
    await reroute_queue(tx, rules=rules, now=now)
    if await people.is_admin(tx, person.id, now):
        for request in await requests.queued(tx):
            await ledger.tell(tx, request, Notice("queue", person.id), rules=rules, now=now)


async def above(
    tx: Tx, request: Request, heard: Collection[int | None], *, but: Collection[int | None], now: datetime
) -> tuple[list[Told], list[list[str]]]:
    """The next level above all grids in `heard`, and past whom: one person with the grid they answer for, or
    above the last grid the administrators. Never the resident, nobody in `but`, nobody who declined it; may
    be nobody."""
    declined_by, declined_for = await turned_down(tx, request)
    passed = {person_id for person_id in but if person_id is not None} | {request.resident_id} | declined_by
    path = routing.above(await grids.path(tx, request.grid_id), {*heard, *declined_for})
    holders = await grids.holders(tx, [grid.id for grid in path], now)
    found = routing.choose(path, holders, but=frozenset(passed))
    skipped = [list(skip) for skip in found.skipped]
    if found.person and found.grid:
        return [(found.person.id, found.grid.id)], skipped
    admins = await people.administrators(tx, now)
    return [(admin.id, None) for admin in admins if admin.id not in passed], skipped


async def orphans(tx: Tx, now: datetime, *, only: int | None = None) -> list[tuple[Request, str]]:
    """The requests whose one responsible cannot answer them, and why: post-ended or unreachable.

    `only`: look at this request alone.
    """
    ended = await requests.open_without_post(tx, now, only=only)
    unreached = [request for request in await requests.out_of_reach(tx, only=only) if request not in ended]
    return [
        *((request, "post-ended") for request in ended),
        *((request, "unreachable") for request in unreached),
    ]


async def reroute_orphans(tx: Tx, *, rules: Rules, now: datetime) -> int:
    """Posts or accounts have been taken away: route their requests anew; how many there were."""
    found = await orphans(tx, now)
    for request, why in found:
        await route(tx, request, rules=rules, now=now, why=why)
    return len(found)


async def reroute_all_of(tx: Tx, person: Person, *, rules: Rules, now: datetime, why: str) -> None:
    """The person cannot answer (`why`: unreachable or absent): what they answer for goes on to the next at
    once."""
    for request in await requests.answered_by(tx, person.id):
        await route(tx, request, rules=rules, now=now, why=why)
