"""Checked rows: what import files say, in the codes of the contract."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class First:
    """Who answers first: leader, property or committee, or an organisation's name; may differ by mode."""

    usual: str = "leader"
    by_mode: Mapping[str, str] = field(default_factory=dict)

    def in_mode(self, mode: str | None) -> str:
        """Who answers first in a compound with this management mode (None: it has none)."""
        return self.by_mode.get(mode or "", self.usual)

    def everybody(self) -> set[str]:
        """All that are named."""
        return {self.usual, *self.by_mode.values()}


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of grids.csv. `level` may be a word of the place's own; `boundary` is WKT or GeoJSON."""

    line: int
    code: str
    name: str
    level: str
    parent: str | None
    dedicated: bool
    mode: str | None
    aliases: tuple[str, ...]
    boundary: str | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of people.csv: one post of one person. `phone` is E.164; `until` the last day of the post."""

    line: int
    name: str
    role: str
    grid: str
    organisation: str | None
    phone: str | None
    telegram_id: int | None
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A row of categories.csv. What an item leaves out (urgency, confidential, first) is its parent's.
    `names` maps a further language ("en", "zh-TW") to the name in it."""

    line: int
    code: str
    name: str
    parent: str | None
    icon: str | None
    urgency: str
    confidential: bool
    first: First
    keywords: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A row of organisations.csv. `grid` None: it serves everywhere; `contact` is E.164 or a hotline
    ("12345"); `categories` are the codes of what it serves, () for anything."""

    line: int
    name: str
    kind: str
    grid: str | None
    contact: str | None
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the database holds already: each grid's code with its parent's, the categories imported before,
    the codes of the built-in list as long as it serves (the first categories file replaces it), each
    organisation's name with the grids it serves in (None: everywhere), and the names of those that people
    have a post for (`serving`), listed or not. With `prune`, what a file does not name goes, so that nothing
    may refer to it."""

    grids: Mapping[str, str | None] = field(default_factory=dict)
    categories: Mapping[str, CategoryRow] = field(default_factory=dict)
    builtin: Collection[str] = ()
    organisations: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    serving: Collection[str] = ()
    prune: bool = False

    def without_builtin(self) -> "Known":
        """When a file takes the place of the built-in list."""
        return replace(self, builtin=())

    def without(self, files: Collection[str]) -> "Known":
        """When all that these files do not name shall go."""
        return replace(
            self,
            grids={} if "grids.csv" in files else self.grids,
            categories={} if "categories.csv" in files else self.categories,
            organisations={} if "organisations.csv" in files else self.organisations,
            serving=() if "people.csv" in files else self.serving,
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """All rows of the files without a fault; None for a file that was not there. `absent`: by the file's name
    the columns that it does not have, of which what is there stays; in the rows they have their defaults."""

    grids: tuple[GridRow, ...] | None = None
    people: tuple[PersonRow, ...] | None = None
    categories: tuple[CategoryRow, ...] | None = None
    organisations: tuple[OrganisationRow, ...] | None = None
    absent: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def lacks(self, file: str) -> frozenset[str]:
        """The columns that this file does not have."""
        return self.absent.get(file, frozenset())
