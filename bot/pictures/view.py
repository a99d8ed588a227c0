"""What a picture of a grid is drawn from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """How it stands with who answers for a grid, the worst first."""

    VACANT = "vacant"
    UNLINKED = "unlinked"
    UNREACHABLE = "unreachable"
    AWAY = "away"
    COVERED = "covered"  # a unit whose building has somebody; or somebody stands in
    LINKED = "linked"

    @property
    def is_gap(self) -> bool:
        """Whether requests there go past it."""
        return self not in (State.COVERED, State.LINKED)


@dataclass(frozen=True, slots=True)
class Child:
    """A grid one level down. `open`: requests not done yet in it and all inside it; `leader`: who answers, or
    the grid that does; `boundary`: WKT or GeoJSON."""

    name: str
    boundary: str | None
    dedicated: bool
    open: int
    leader: str
    state: State


@dataclass(frozen=True, slots=True)
class GridView:
    """A grid as it stands `now`, a time in the community's zone. `open`: all requests in it not done yet."""

    name: str
    now: datetime
    boundary: str | None
    open: int
    children: tuple[Child, ...]
