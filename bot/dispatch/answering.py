"""Who answers for a request, and who is above: what the rules of routing are handed, and what they say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from bot.dispatch import offices, routing
from bot.dispatch.routing import First, Found
from storage import answering, categories, events, grids, requests
from storage.answering import Answerer
from storage.database import Tx
from storage.records import Act, Grid, Request

UNPLACED = {"how": "unplaced", "skipped": []}
"""Nobody knows yet whose it is: the office finds that out."""


class Told(NamedTuple):
    """A person, and the grid for which they answer (None: an administrator)."""

    person_id: int
    grid_id: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """To whom a request goes (None: the office's queue), which leader is told where others answer first, and
    why, for the history."""

    to: Found | None = None
    informed: Found | None = None
    reasons: dict[str, Any] = field(default_factory=lambda: dict(UNPLACED))


async def decide(tx: Tx, request: Request, now: datetime) -> Decision:
    """Who answers for the request now. Nobody for what they asked for themselves; after an appeal nobody at
    or below the level that declined it, nor whoever the category names first, who had their turn."""
    if request.unplaced:
        return Decision()
    declined = await turned_down(tx, request)
    path = await grids.path(tx, request.grid_id)
    posts = await answering.on_path(tx, request.grid_id, now)
    named = [] if declined else await categories.first_upward(tx, request.category_id)
    first = routing.first_of(path, named)
    route = routing.choose(
        routing.above(path, await _led(tx, declined, as_delegate=True)),
        posts,
        first=first,
        firsts=await _firsts(tx, request, first, posts, now),
        but={request.resident_id, *(told.person_id for told in declined)},
    )
    to = await _lightest(tx, route.equals)
    leader = await _lightest(tx, route.ordinary.equals) if route.by_first else None
    informed = leader if leader and to and leader.person.id != to.person.id else None
    return Decision(to, informed, routing.reasons(route, to))


async def _firsts(
    tx: Tx, request: Request, first: First | None, posts: Sequence[Answerer], now: datetime
) -> Sequence[Answerer]:
    if first is None:
        return ()
    if first.is_role:
        return [post for post in posts if post.role == first.who]
    return await answering.of_organisation(tx, first.who, request.grid_id, now, but=request.resident_id)


async def _lightest(tx: Tx, equals: Sequence[Found]) -> Found | None:
    """Of several whoever has the fewest open requests: only then these are counted."""
    if len(equals) <= 1:
        return next(iter(equals), None)
    return routing.lightest(equals, await requests.at_work(tx, {found.person.id for found in equals}))


async def above(
    tx: Tx, request: Request, heard: Collection[Told], *, now: datetime
) -> tuple[list[Told], dict[str, Any]]:
    """The next level above all who have `heard`, and why, for the history: one person with the grid they
    answer for, or above the last grid the administrators (as `offices.there`). May be nobody.

    Never the resident, who has heard, or who declined it. A grid of which only others have heard than its
    leaders, deputies and secretary (a property company, say, or somebody standing in) is asked as well.
    """
    declined = await turned_down(tx, request)
    passed = {request.resident_id, *(told.person_id for told in (*heard, *declined))}
    as_admin = {told.person_id for told in heard if told.grid_id is None}
    past = await _led(tx, heard, as_delegate=False) | await _led(tx, declined, as_delegate=True)
    path: Sequence[Grid] = routing.above(await grids.path(tx, request.grid_id), past)
    posts = await answering.on_path(tx, request.grid_id, now)
    route = routing.choose(path, posts, but=passed)
    found = await _lightest(tx, route.equals)
    why = routing.reasons(route, found)
    if found:
        return [Told(found.person.id, found.post.grid_id)], why
    admins = await offices.administrators(tx, now, but=passed - as_admin)
    to = [admin for admin in admins if admin.id not in passed]
    return [Told(admin.id, None) for admin in to], why | await offices.in_place(tx, to, None, now)


async def turned_down(tx: Tx, request: Request) -> list[Told]:
    """Who declined the request against the resident's appeal, and for which grids. It never goes back to
    them."""
    history = await events.of_request(tx, request.id)
    return [Told(event.data["from"], event.data["grid"]) for event in history if event.act is Act.APPEAL]


async def _led(tx: Tx, told: Collection[Told], *, as_delegate: bool) -> set[int | None]:
    """The grids of those among them who lead there, standing in for somebody or not; None for
    administrators."""
    return {
        grid_id
        for person_id, grid_id in told
        if grid_id is None or await answering.in_line(tx, person_id, grid_id, as_delegate=as_delegate)
    }
