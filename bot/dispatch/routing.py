"""Who answers, and why they: whoever the category names first, else the deepest grid where somebody is there.

Decided from what is handed in, and nothing else: the way up, the posts along it, and whom not to ask.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from bot.dispatch.reaching import reached
from storage.answering import Answerer
from storage.records import Grid, Person, Role

LINE = (Role.LEADER, Role.DEPUTY, Role.SECRETARY)
"""Who answers for a grid as such, in the order in which they are asked."""
ASKED = (*LINE, Role.PROPERTY, Role.COMMITTEE, Role.STAFF)
"""Every role with which one can be asked to answer."""


class First(NamedTuple):
    """Who is to answer first: a role, or an organisation by its name; and the mode that says so, if any."""

    who: str
    mode: str

    @property
    def is_role(self) -> bool:
        return self.who in set(Role)


class Skipped(NamedTuple):
    """Why a grid was passed over: vacant, absent, unlinked, unreachable, or passed (not to be asked here)."""

    grid: str
    why: str


class Past(NamedTuple):
    """Holders of equal posts on a grid who could not be asked, for one reason: the word of a `Skipped`.
    `called`: their role, or the organisation for which they stand. Nobody is named of those `passed`."""

    grid: str
    called: str
    why: str
    people: tuple[int, ...]


class Found(NamedTuple):
    """Somebody to whom it can go: the holder of a post, or whoever stands in for them."""

    post: Answerer
    person: Person


@dataclass(frozen=True, slots=True)
class Way:
    """Where one way ends: at equal candidates, or at nobody; past which grids it led, and past whom."""

    equals: tuple[Found, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    past: tuple[Past, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """Who answers, one of equals; `ordinary` is the way over the leaders, `named` that over the `first`.
    `failed`: why nobody of these answers, "" while somebody does or nobody is to."""

    equals: tuple[Found, ...]
    ordinary: Way
    first: First | None = None
    named: Way = Way()
    failed: str = ""

    @property
    def by_first(self) -> bool:
        return self.first is not None and not self.failed

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        return () if self.by_first else self.ordinary.skipped

    @property
    def past(self) -> tuple[Past, ...]:
        return self.named.past if self.by_first else (*self.named.past, *self.ordinary.past)


def first_of(path: Sequence[Grid], named: Iterable[Mapping[str, str]]) -> First | None:
    """Who is to answer first, before the leaders; None if the leaders are.

    `named` holds what the item says (mode, or "" for any → who), then what its category says; the mode is
    that of the nearest grid that has one.
    """
    mode = next((grid.mode for grid in path if grid.mode), "")
    says = next((each for each in named if each), {})
    who = says.get(mode) or says.get("")
    if not who or who == Role.LEADER:
        return None
    return First(who, mode if says.get(mode) else "")


def choose(
    path: Sequence[Grid],
    posts: Sequence[Answerer],
    *,
    first: First | None = None,
    firsts: Sequence[Answerer] = (),
    but: Collection[int] = (),
) -> Route:
    """Who answers for what is in the deepest grid of `path` (that one first).

    `posts` are those of the grids on the path; `firsts` those of whoever is named `first`, the nearest first.
    Nobody in `but` is chosen.
    """
    ordinary = _way_up(path, posts, but)
    if first is None:
        return Route(ordinary.equals, ordinary)
    named = _nearest(path, first, firsts, but)
    if named.equals:
        return Route(named.equals, ordinary, first, named)
    return Route(ordinary.equals, ordinary, first, named, _why(firsts, but))


def _nearest(path: Sequence[Grid], first: First, firsts: Sequence[Answerer], but: Collection[int]) -> Way:
    """From place to place over those who are named first, past nobody there."""
    past: list[Past] = []
    for _, group in groupby(firsts, key=lambda one: _place(path, one)):
        equal = list(group)
        equals = there(equal, but)
        past += _past(equal, equals, first.who, but)
        if equals:
            return Way(equals, past=tuple(past))
    return Way(past=tuple(past))


def _place(path: Sequence[Grid], post: Answerer) -> int | None:
    """The post's grid if it is on the path; all that lies elsewhere is one place."""
    return post.grid_id if any(grid.id == post.grid_id for grid in path) else None


def _way_up(path: Sequence[Grid], posts: Sequence[Answerer], but: Collection[int]) -> Way:
    """From grid to grid, in each from the leader to the deputy to the secretary, past nobody there."""
    skipped: list[Skipped] = []
    for grid in path:
        asked: list[Answerer] = []
        for role in LINE:
            same = [post for post in posts if post.grid_id == grid.id and post.role is role]
            if equals := there(same, but):
                before = [Skipped(grid.name, _why(asked, but))] if asked else []
                return Way(equals, (*skipped, *before), _past(same, equals, role, but))
            asked += same
        skipped.append(Skipped(grid.name, _why(asked, but)))
    return Way(skipped=tuple(skipped))


def there(posts: Iterable[Answerer], but: Collection[int | None]) -> tuple[Found, ...]:
    """Whoever of the holders of equal posts can be asked; if none can, those who stand in for the ones away.
    Nobody stands in for a stand-in."""
    asked = [post for post in posts if post.person.id not in but]
    present = [Found(post, post.person) for post in asked if not post.away and reached(post.person)]
    if present:
        return tuple(present)
    return tuple(
        Found(post, post.delegate.person)
        for post in asked
        if post.away and post.delegate and not post.delegate.away
        if post.delegate.person.id not in but and reached(post.delegate.person)
    )


def _past(
    equal: Sequence[Answerer], equals: Collection[Found], called: str, but: Collection[int]
) -> tuple[Past, ...]:
    """Who of the holders of equal posts cannot be asked, nor anybody in their place: by grid and reason."""
    asked = {found.post.post_id for found in equals}
    people: dict[tuple[str, str], list[int]] = {}
    for post in equal:
        if post.post_id not in asked:
            people.setdefault((post.grid, _why([post], but)), []).append(post.person.id)
    return tuple(
        Past(grid, called, why, () if why == "passed" else tuple(dict.fromkeys(ids)))
        for (grid, why), ids in people.items()
    )


def _why(posts: Sequence[Answerer], but: Collection[int]) -> str:
    asked = [post for post in posts if post.person.id not in but]
    if not asked:
        return "passed" if posts else "vacant"
    if any(post.away for post in asked):
        return "absent"
    return "unlinked" if all(post.person.telegram_id is None for post in asked) else "unreachable"


def lightest(equals: Iterable[Found], at_work: Mapping[int, int]) -> Found:
    """Of equals whoever has the fewest open requests (`at_work`, by person), then the longest in post."""
    return min(equals, key=lambda found: (at_work.get(found.person.id, 0), found.post.post_id))


def reasons(route: Route, found: Found | None) -> dict[str, Any]:
    """What the history keeps of a decision. `how`: first, post, delegate or nobody; `for`: in whose place
    they stand; `skipped`, `past`: which grids and whom it passed; `first`, `mode`, `failed`: who was tried
    first, by which mode, and why they do not answer."""
    kept: dict[str, Any] = {"how": _how(route, found), "skipped": [list(skip) for skip in route.skipped]}
    if route.past:
        kept["past"] = [[*past[:-1], list(past.people)] for past in route.past]
    if found:
        kept |= {"to": found.person.id, "grid": found.post.grid, "role": found.post.role}
        if found.post.organisation:
            kept["organisation"] = found.post.organisation
        if found.person.id != found.post.person.id:
            kept["for"] = found.post.person.id
    if route.first:
        kept |= {"first": route.first.who, "mode": route.first.mode}
        if route.failed:
            kept["failed"] = route.failed
    return kept


def _how(route: Route, found: Found | None) -> str:
    if found is None:
        return "nobody"
    if route.by_first:
        return "first"
    return "post" if found.person.id == found.post.person.id else "delegate"


def above(path: Sequence[Grid], grid_ids: Collection[int | None]) -> Sequence[Grid]:
    """The part of a path (the deepest first) above the highest of these grids; all of it if none lies on it.

    None among them is an administrator, above whom there is no grid.
    """
    if None in grid_ids:
        return ()
    inside = max((index for index, grid in enumerate(path) if grid.id in grid_ids), default=-1)
    return path[inside + 1 :]
