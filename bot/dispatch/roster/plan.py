"""What an import would change: a pure function of the checked rows and of what the database holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from bot.dispatch.importing import Checked
from bot.dispatch.importing.words import may_have_mode
from bot.dispatch.roster.entries import category_entries, grid_entries, kept, organisation_entries
from bot.dispatch.roster.people import PeoplePlan, plan_people
from bot.dispatch.roster.tally import Tally
from storage.roster import CategoryEntry, GridEntry, OrganisationEntry, Standing

Entry = TypeVar("Entry", GridEntry, CategoryEntry, OrganisationEntry)
Key = str | tuple[str, str]


@dataclass(slots=True)
class TreePlan(Generic[Entry]):
    """Of grids, categories or organisations: what to write, what has gone from the file, what another list
    replaces."""

    tally: Tally
    write: list[Entry] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)
    replaced: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """None for a file that was not there."""

    grids: TreePlan[GridEntry] | None
    people: PeoplePlan | None
    categories: TreePlan[CategoryEntry] | None
    organisations: TreePlan[OrganisationEntry] | None = None

    def tallies(self) -> dict[str, Tally]:
        """By file name."""
        parts = {
            "grids.csv": self.grids,
            "people.csv": self.people,
            "categories.csv": self.categories,
            "organisations.csv": self.organisations,
        }
        return {file: part.tally for file, part in parts.items() if part is not None}

    def changes_anything(self, *, prune: bool) -> bool:
        return any(_writes(tree, prune) for tree in (self.grids, self.categories, self.organisations)) or (
            self.people is not None
            and any(
                (
                    self.people.merged,
                    self.people.freed,
                    self.people.changed,
                    self.people.new,
                    self.people.new_posts,
                    self.people.changed_posts,
                    self.people.doubled_posts,
                    prune and self.people.gone_posts,
                )
            )
        )


def make_plan(checked: Checked, standing: Standing, *, zone: ZoneInfo, now: datetime) -> Plan:
    """What would have to change so that the database holds what the files say."""
    return Plan(
        grids=plan_grids(checked, standing),
        people=plan_people(checked, standing, zone=zone, now=now),
        categories=plan_categories(checked, standing),
        organisations=plan_organisations(checked, standing),
    )


def plan_grids(checked: Checked, standing: Standing) -> TreePlan[GridEntry] | None:
    if checked.grids is None:
        return None
    absent = checked.lacks("grids.csv")
    before = standing.grids
    entries = [_grid(entry, before.get(entry.key), absent) for entry in grid_entries(checked.grids)]
    plan = _plan_tree(entries, before.values())
    plan.tally.gone = tuple((entry.code, entry.name) for entry in plan.gone)
    return plan


def plan_categories(checked: Checked, standing: Standing) -> TreePlan[CategoryEntry] | None:
    """A file takes the place of the built-in list as a whole."""
    if checked.categories is None:
        return None
    plan = _plan_tree(category_entries(checked.categories), standing.categories.values())
    plan.replaced = [entry for entry in plan.gone if entry.builtin]
    plan.gone = [entry for entry in plan.gone if not entry.builtin]
    plan.tally.gone = tuple((entry.code,) for entry in plan.gone)
    return plan


def plan_organisations(checked: Checked, standing: Standing) -> TreePlan[OrganisationEntry] | None:
    if checked.organisations is None:
        return None
    absent = checked.lacks("organisations.csv")
    before = standing.organisations
    rows = organisation_entries(checked.organisations)
    plan = _plan_tree([kept(row, before.get(row.key), absent) for row in rows], before.values())
    plan.tally.gone = tuple((entry.name, entry.grid or "") for entry in plan.gone)
    return plan


def _grid(entry: GridEntry, was: GridEntry | None, absent: frozenset[str]) -> GridEntry:
    """The grid as the file has it; a management mode is not kept on a level that has none."""
    entry = kept(entry, was, absent)
    return entry if may_have_mode(entry.level) else entry._replace(mode=None)


def _writes(
    tree: TreePlan[GridEntry] | TreePlan[CategoryEntry] | TreePlan[OrganisationEntry] | None, prune: bool
) -> bool:
    return tree is not None and bool(tree.write or tree.replaced or (prune and tree.gone))


def _plan_tree(entries: list[Entry], standing: Iterable[Entry]) -> TreePlan[Entry]:
    tally = Tally()
    plan = TreePlan[Entry](tally)
    before: dict[Key, Entry] = {entry.key: entry for entry in standing}
    for entry in _in_their_places(entries, before):
        was = before.pop(entry.key, None)
        if was is None:
            tally.added += 1
        elif was._replace(position=entry.position) != entry:
            tally.changed += 1
        else:
            tally.unchanged += 1  # at most it has moved within the file
        if was != entry:
            plan.write.append(entry)
    plan.gone = list(before.values())
    return plan


def _in_their_places(entries: list[Entry], before: Mapping[Key, Entry]) -> list[Entry]:
    """The entries, with the positions they have already if these give the same order: a file that only leaves
    out some of the rows moves nothing."""
    kept = dict.fromkeys(entry.key for entry in entries)
    if list(kept) != [key for key in before if key in kept]:
        return entries
    return [entry._replace(position=before[entry.key].position) for entry in entries]
