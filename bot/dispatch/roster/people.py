"""What an import would change of people and their posts."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dispatch.importing import Checked
from bot.dispatch.roster.entries import end_of_day, kept
from bot.dispatch.roster.matching import Rows, account_of, match, persons_of, phone_of
from bot.dispatch.roster.tally import Tally
from storage.roster import PersonEntry, PostEntry, Standing, StandingPost
from storage.rows import as_json

OF_PERSON = frozenset({"skills", "languages"})
OF_POST = frozenset({"organisation", "until"})
"""Columns that a file may leave out; phone and account stay as well wherever a row has none."""


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


def plan_people(checked: Checked, standing: Standing, *, zone: ZoneInfo, now: datetime) -> PeoplePlan | None:
    if checked.people is None:
        return None
    absent = checked.lacks("people.csv")
    plan = PeoplePlan()
    persons = persons_of(checked.people, standing)
    matches = match(persons, standing)
    plan.merged = matches.merged
    posts = _live_posts(plan, standing)
    holders = {entry.telegram_id: entry for entry in standing.people.values()}
    wanted = {account_of(person) for person in persons}
    joining = {to: standing.people[gone] for gone, to in plan.merged.items()}
    for person, found in zip(persons, matches.ids, strict=True):
        was = None if found is None else standing.people[found]
        joined = joining.get(found) if found else None
        account = account_of(person) or (joined.telegram_id if joined else None)
        entry = _person(person, was, account, holders, wanted)
        entry = kept(entry, _both(was, joined), absent & OF_PERSON)
        person_id = _plan_person(plan, found, was, entry)
        for post in _posts(person, person_id, zone):
            was_post = posts.pop((person_id, post.role, post.grid), None)
            stays = kept(post, was_post.entry if was_post else None, absent & OF_POST)
            _plan_post(plan, stays, was_post, touched=entry != was)
    gone = [post for post in posts.values() if post.entry.until is None or post.entry.until > now]
    plan.gone_posts = [post.id for post in gone]
    plan.tally.gone = tuple(
        (standing.people[post.entry.person_id].name, post.entry.role, post.entry.grid) for post in gone
    )
    return plan


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


def _together(lists: Iterable[Iterable[str]]) -> list[str]:
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


def _both(was: PersonEntry | None, joined: PersonEntry | None) -> PersonEntry | None:
    """A person with what they can by another row too, which turned out to be theirs."""
    if was is None or joined is None:
        return was
    skills, languages = (
        as_json(_together(json.loads(text) for text in texts))
        for texts in ((was.skills, joined.skills), (was.languages, joined.languages))
    )
    return was._replace(skills=skills, languages=languages)
