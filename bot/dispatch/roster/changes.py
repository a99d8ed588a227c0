"""What an import would change, row by row, for people to read before they say yes."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from bot.dispatch.roster.people import PeoplePlan
from bot.dispatch.roster.plan import Plan, TreePlan
from bot.dispatch.roster.written import (
    Written,
    category_written,
    grid_written,
    organisation_written,
    person_written,
)
from storage.roster import (
    CategoryEntry,
    GridEntry,
    OrganisationEntry,
    PersonEntry,
    PostEntry,
    Standing,
    StandingPost,
)

What = Literal["added", "changed", "gone", "replaced"]
Detail = tuple[str, str, str]
"""Column, what stood there, what will; "" for nothing. Words are the codes of the contract."""
Entry = TypeVar("Entry", GridEntry, CategoryEntry, OrganisationEntry)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one row. `file` is the name of its CSV file ("people.csv"), whatever it came in;
    `subject` a name, with the code in brackets; `role` that of the post, in people.csv. "gone" is without
    details; "replaced" is a row of the built-in list that another list takes the place of."""

    file: str
    what: What
    subject: str
    role: str = ""
    details: tuple[Detail, ...] = ()


def changes(plan: Plan, standing: Standing, *, prune: bool, zone: ZoneInfo) -> tuple[Change, ...]:
    """Everything that would change, in the order of the files; without `prune` nothing goes. A row that only
    moves within its file is no change."""
    return (
        *_of_tree("grids.csv", plan.grids, standing.grids.get, grid_written, prune=prune),
        *_of_people(plan.people, standing, prune=prune, zone=zone),
        *_without_grid(plan, standing, prune=prune),
        *_of_tree("categories.csv", plan.categories, standing.categories.get, category_written, prune=prune),
        *_of_tree(
            "organisations.csv",
            plan.organisations,
            standing.organisations.get,
            organisation_written,
            prune=prune,
        ),
    )


def no_longer(plan: Plan, standing: Standing, *, zone: ZoneInfo) -> tuple[Change, ...]:
    """What the files have no longer: it would go with `prune`."""
    files = plan.tallies()
    found = changes(plan, standing, prune=True, zone=zone)
    return tuple(change for change in found if change.what == "gone" and change.file in files)


def digest(found: tuple[Change, ...]) -> str:
    """A short name of just these changes, to see later whether they are still the same."""
    return hashlib.sha256(json.dumps([astuple(change) for change in found]).encode()).hexdigest()


def _of_tree(
    file: str,
    plan: TreePlan[Entry] | None,
    standing: Callable[..., Entry | None],
    written: Callable[[Entry], Written],
    *,
    prune: bool,
) -> Iterator[Change]:
    if plan is None:
        return
    for entry in plan.write:
        was = standing(entry.key)
        details = _details(written(was) if was else {}, written(entry))
        if was is None:
            yield Change(file, "added", _subject(written(entry)), details=details)
        elif details:
            yield Change(file, "changed", _subject(written(entry)), details=details)
    for entry in plan.replaced:
        yield Change(file, "replaced", _subject(written(entry)))
    for entry in plan.gone if prune else ():
        yield Change(file, "gone", _subject(written(entry)))


def _of_people(
    plan: PeoplePlan | None, standing: Standing, *, prune: bool, zone: ZoneInfo
) -> Iterator[Change]:
    if plan is None:
        return
    for post in plan.new_posts:
        person = _person(plan, standing, post.person_id)
        yield _post_change("added", person, post, {}, person_written(person, post, zone))
    for standing_post in _kept(plan, standing):
        before = standing_post.entry
        after = plan.changed_posts.get(standing_post.id, before)
        owner = plan.merged.get(before.person_id, before.person_id)
        person = _person(plan, standing, owner)
        was = person_written(standing.people[owner], before, zone)
        becomes = person_written(person, after, zone)
        if was != becomes:
            yield _post_change("changed", person, after, was, becomes)
    for post in _posts(standing, plan.gone_posts) if prune else ():
        yield _post_change("gone", standing.people[post.person_id], post, {}, {})


def _kept(plan: PeoplePlan, standing: Standing) -> Iterator[StandingPost]:
    """The posts that the file names as well and about which anything may change."""
    without = {*plan.gone_posts, *plan.doubled_posts}
    for post in standing.posts:
        owner = plan.merged.get(post.entry.person_id, post.entry.person_id)
        touched = post.id in plan.changed_posts or owner in plan.changed
        if touched and not post.ended and post.id not in without:
            yield post


def _without_grid(plan: Plan, standing: Standing, *, prune: bool) -> Iterator[Change]:
    """Posts and organisations that end with their grid, where no file of their own tells of them."""
    ended = {entry.code for entry in plan.grids.gone} if plan.grids and prune else set()
    if plan.people is None:
        for post in standing.posts:
            if post.entry.grid in ended and not post.ended:
                yield _post_change("gone", standing.people[post.entry.person_id], post.entry, {}, {})
    if plan.organisations is None:
        for entry in standing.organisations.values():
            if entry.grid in ended:
                yield Change("organisations.csv", "gone", _subject(organisation_written(entry)))


def _person(plan: PeoplePlan, standing: Standing, person_id: int) -> PersonEntry:
    if person_id < 0:
        return plan.new[-person_id - 1]
    return plan.changed.get(person_id) or standing.people[person_id]


def _posts(standing: Standing, ids: list[int]) -> Iterator[PostEntry]:
    wanted = set(ids)
    return (post.entry for post in standing.posts if post.id in wanted)


def _post_change(what: What, person: PersonEntry, post: PostEntry, was: Written, becomes: Written) -> Change:
    return Change("people.csv", what, f"{person.name} ({post.grid})", post.role, _details(was, becomes))


def _subject(written: Written) -> str:
    """A name, and the code or the grid that tells it from others of that name."""
    which = written.get("code") or written["grid"]
    return f"{written['name']} ({which})" if which else written["name"]


def _details(was: Written, becomes: Written) -> tuple[Detail, ...]:
    columns = dict.fromkeys((*was, *becomes))
    found = ((column, was.get(column, ""), becomes.get(column, "")) for column in columns)
    return tuple(detail for detail in found if detail[1] != detail[2])
