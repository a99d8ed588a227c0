"""Who answers: the deepest grid whose leader a message reaches, else the next above at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storage.grids import Holder
from storage.records import Grid, Person


class Skipped(NamedTuple):
    """Why a grid was passed over: vacant, unlinked, unreachable, or passed (not to be asked in this case)."""

    grid: str
    why: str


@dataclass(frozen=True, slots=True)
class Route:
    """To whom a request goes, and past whom. `person` None: nobody on the way up can be reached."""

    person: Person | None
    grid: Grid | None
    skipped: tuple[Skipped, ...]


def choose(
    path: Sequence[Grid], holders: Mapping[int, Sequence[Holder]], *, but: frozenset[int] = frozenset()
) -> Route:
    """Walk `path` (the deepest grid first) to the first leader, deputy or secretary who can be reached.

    `holders` gives those of each grid in that order; nobody in `but` is chosen.
    """
    skipped: list[Skipped] = []
    for grid in path:
        candidates = [holder.person for holder in holders[grid.id] if holder.person.id not in but]
        for person in candidates:
            if person.telegram_id is not None and person.reachable:
                return Route(person, grid, tuple(skipped))
        skipped.append(
            Skipped(grid.name, "passed" if holders[grid.id] and not candidates else _why(candidates))
        )
    return Route(None, None, tuple(skipped))


def above(path: Sequence[Grid], grid_ids: Collection[int | None]) -> Sequence[Grid]:
    """The part of a path (the deepest first) above the highest of these grids; all of it if none lies on it.

    None among them is an administrator, above whom there is no grid.
    """
    if None in grid_ids:
        return ()
    inside = max((index for index, grid in enumerate(path) if grid.id in grid_ids), default=-1)
    return path[inside + 1 :]


def _why(candidates: Sequence[Person]) -> str:
    if not candidates:
        return "vacant"
    if all(person.telegram_id is None for person in candidates):
        return "unlinked"
    return "unreachable"
