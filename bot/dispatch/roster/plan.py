"""What an import would change: a pure function of the checked rows and of what the database holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from bot.dispatch.importing import (
    CategoryRow,
    Checked,
    GridRow,
    OrganisationRow,
    PersonRow,
)
from bot.dispatch.roster.entries import category_entries, end_of_day, grid_entries, organisation_entries
from bot.dispatch.roster.matching import Rows, account_of, match, persons_of, phone_of
from storage.roster import (
    CategoryEntry,
    GridEntry,
    OrganisationEntry,
    PersonEntry,
    PostEntry,
    Standing,
    StandingPost,
)
from storage.rows import as_json

Entry = TypeVar("Entry", GridEntry, CategoryEntry, OrganisationEntry)
Key = str | tuple[str, str]


@dataclass(slots=True)
class Tally:
    """How many rows of one file are what; `gone` names each that is no longer in it."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class TreePlan(Generic[Entry]):
    """Of grids, categories or organisations: what to write, what has gone from the file, what another list
    replaces."""

    tally: Tally
    write: list[Entry] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)
    replaced: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class PeoplePlan:
    """Of people and posts. Who is new has a number below zero until they are written: -1 for the first."""

    tally: Tally = field(default_factory=Tally)
    merged: dict[int, int] = field(default_factory=dict)
    freed: list[int] = field(default_factory=list)
    changed: dict[int, PersonEntry] = field(default_factory=dict)
    new: list[PersonEntry] = field(default_factory=list)
    new_posts: list[PostEntry] = field(default_factory=list)
    changed_posts: dict[int, PostEntry] = field(default_factory=dict)
    doubled_posts: list[int] = field(default_factory=list)
    gone_posts: list[int] = field(default_factory=list)


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
        grids=None if checked.grids is None else plan_grids(checked.grids, standing.grids),
        people=None if checked.people is None else plan_people(checked.people, standing, zone=zone, now=now),
        categories=(
            None if checked.categories is None else plan_categories(checked.categories, standing.categories)
        ),
        organisations=(
            None
            if checked.organisations is None
            else plan_organisations(checked.organisations, standing.organisations)
        ),
    )


def plan_grids(rows: Sequence[GridRow], standing: Mapping[str, GridEntry]) -> TreePlan[GridEntry]:
    plan = _plan_tree(grid_entries(rows), standing.values())
    plan.tally.gone = tuple((entry.code, entry.name) for entry in plan.gone)
    return plan


def plan_categories(
    rows: Sequence[CategoryRow], standing: Mapping[str, CategoryEntry]
) -> TreePlan[CategoryEntry]:
    """A file takes the place of the built-in list as a whole."""
    plan = _plan_tree(category_entries(rows), standing.values())
    plan.replaced = [entry for entry in plan.gone if entry.builtin]
    plan.gone = [entry for entry in plan.gone if not entry.builtin]
    plan.tally.gone = tuple((entry.code,) for entry in plan.gone)
    return plan


def plan_organisations(
    rows: Sequence[OrganisationRow], standing: Mapping[tuple[str, str], OrganisationEntry]
) -> TreePlan[OrganisationEntry]:
    plan = _plan_tree(organisation_entries(rows), standing.values())
    plan.tally.gone = tuple((entry.name, entry.grid or "") for entry in plan.gone)
    return plan


def plan_people(
    rows: Sequence[PersonRow], standing: Standing, *, zone: ZoneInfo, now: datetime
) -> PeoplePlan:
    plan = PeoplePlan()
    persons = persons_of(rows, standing)
    matches = match(persons, standing)
    plan.merged = matches.merged
    posts = _live_posts(plan, standing)
    holders = {entry.telegram_id: entry for entry in standing.people.values()}
    wanted = {account_of(person) for person in persons}
    joining = {kept: standing.people[gone].telegram_id for gone, kept in plan.merged.items()}
    for person, found in zip(persons, matches.ids, strict=True):
        was = None if found is None else standing.people[found]
        account = account_of(person) or (joining.get(found) if found else None)
        entry = _person(person, was, account, holders, wanted)
        person_id = _plan_person(plan, found, was, entry)
        for post in _posts(person, person_id, zone):
            was_post = posts.pop((person_id, post.role, post.grid), None)
            _plan_post(plan, post, was_post, touched=entry != was)
    gone = [post for post in posts.values() if post.entry.until is None or post.entry.until > now]
    plan.gone_posts = [post.id for post in gone]
    plan.tally.gone = tuple(
        (standing.people[post.entry.person_id].name, post.entry.role, post.entry.grid) for post in gone
    )
    return plan


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


def _live_posts(plan: PeoplePlan, standing: Standing) -> dict[tuple[int, str, str], StandingPost]:
    """The posts that have not ended, by who (after the merging), role and grid."""
    posts: dict[tuple[int, str, str], StandingPost] = {}
    for post in standing.posts:
        if not post.ended:
            owner = plan.merged.get(post.entry.person_id, post.entry.person_id)
            if posts.setdefault((owner, post.entry.role, post.entry.grid), post) is not post:
                plan.doubled_posts.append(post.id)
    return posts


def _person(
    rows: Rows,
    was: PersonEntry | None,
    account: int | None,
    holders: Mapping[int | None, PersonEntry],
    wanted: set[int | None],
) -> PersonEntry:
    """The person as the rows say. Account and phone are those that are named, else those they have."""
    if account is not None:
        holder = holders.get(account)  # nobody's, if the account is new here
    else:
        holder = None if was is None or was.telegram_id in wanted else was
    return PersonEntry(
        name=rows[0].name,
        phone=phone_of(rows) or (was.phone if was else None),
        skills=as_json(_together(row.skills for row in rows)),
        languages=as_json(_together(row.languages for row in rows)),
        telegram_id=account or (holder.telegram_id if holder else None),
        reachable=holder.reachable if holder else False,
        language=holder.language if holder else None,
    )


def _together(lists: Iterator[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(word for words in lists for word in words))


def _plan_person(plan: PeoplePlan, found: int | None, was: PersonEntry | None, entry: PersonEntry) -> int:
    """Note a person who is new or has changed; their number in the plan."""
    if found is None or was is None:
        plan.new.append(entry)
        return -len(plan.new)
    if entry != was:
        plan.changed[found] = entry
        if was.telegram_id not in (None, entry.telegram_id):
            plan.freed.append(found)
    return found


def _posts(rows: Rows, person_id: int, zone: ZoneInfo) -> Iterator[PostEntry]:
    for row in rows:
        yield PostEntry(person_id, row.role, row.grid, row.organisation, end_of_day(row.until, zone))


def _plan_post(plan: PeoplePlan, post: PostEntry, was: StandingPost | None, *, touched: bool) -> None:
    if was is None:
        plan.tally.added += 1
        plan.new_posts.append(post)
        return
    same = was.entry._replace(person_id=post.person_id) == post
    if not same:
        plan.changed_posts[was.id] = post
    if same and not touched:
        plan.tally.unchanged += 1
    else:
        plan.tally.changed += 1
