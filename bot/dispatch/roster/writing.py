"""An import from its check to its last consequence, in one transaction."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.dispatch import linking, menus, responsibility
from bot.dispatch.atlas import STAMP
from bot.dispatch.importing import (
    CategoryRow,
    Checked,
    Fault,
    First,
    ImportFaults,
    Known,
    builtin_categories,
)
from bot.dispatch.roster.entries import ANY_LANGUAGE
from bot.dispatch.roster.people import PeoplePlan
from bot.dispatch.roster.plan import Plan, make_plan
from bot.dispatch.rules import Rules
from storage import people, roster, stamps
from storage.database import Tx
from storage.records import Lane
from storage.roster import CategoryEntry, Standing

Progress = Callable[[str], None]
"""Told the name of each file whose rows are being written."""


def known(standing: Standing, *, prune: bool) -> Known:
    """What there is already, for the rows of files to refer to. In an empty database that is the built-in
    list of categories alone, which is written there sooner or later."""
    entries = standing.categories.values()
    return Known(
        grids={code: entry.parent for code, entry in standing.grids.items()},
        categories={entry.code: _row(entry) for entry in entries if not entry.builtin},
        builtin={entry.code for entry in entries if entry.builtin} or _builtin(standing),
        organisations=_grids_of(standing),
        serving={
            post.entry.organisation for post in standing.posts if post.entry.organisation and not post.ended
        },
        prune=prune,
    )


def _grids_of(standing: Standing) -> Mapping[str, Sequence[str | None]]:
    """Where the organisations of each name serve."""
    grids: dict[str, list[str | None]] = defaultdict(list)
    for entry in standing.organisations.values():
        grids[entry.name].append(entry.grid)
    return grids


def _builtin(standing: Standing) -> set[str]:
    return set() if standing.categories else {row.code for row in builtin_categories()}


def refuse_empty(checked: Checked) -> None:
    """A file without a row would take away everything of its kind: surely not what --prune is for."""
    files = {
        "grids.csv": checked.grids,
        "people.csv": checked.people,
        "categories.csv": checked.categories,
        "organisations.csv": checked.organisations,
    }
    faults = tuple(Fault(file, 0, "", "", "prune-nothing", {}) for file, rows in files.items() if rows == ())
    if faults:
        raise ImportFaults(faults)


async def write(
    tx: Tx, checked: Checked, *, prune: bool, rules: Rules, now: datetime, progress: Progress = lambda _: None
) -> Plan:
    """Make the database hold what the files say; what was changed. Without `prune` nothing that has gone from
    a file is taken away. Open requests whose one responsible loses the post are routed anew, and those that
    waited for one find them."""
    plan = make_plan(checked, await roster.standing(tx), zone=rules.zone, now=now)
    if not plan.changes_anything(prune=prune):
        return plan
    if plan.grids is not None:
        progress("grids.csv")
        await roster.write_grids(tx, plan.grids.write)
    if plan.people is not None:
        progress("people.csv")
        await _write_people(tx, plan.people, prune=prune, rules=rules, now=now)
    if plan.organisations is not None:
        progress("organisations.csv")
        await roster.write_organisations(tx, plan.organisations.write)
        await roster.end_organisations(tx, plan.organisations.gone if prune else [], now)
    if plan.grids is not None and prune:
        await roster.end_grids(tx, [entry.code for entry in plan.grids.gone], now)
    if plan.grids is not None:
        await stamps.bump(tx, STAMP)
    if plan.categories is not None:
        progress("categories.csv")
        await roster.write_categories(tx, plan.categories.write)
        ended = plan.categories.replaced + (plan.categories.gone if prune else [])
        await roster.end_categories(tx, [entry.code for entry in ended], now)
    await responsibility.reroute_orphans(tx, rules=rules, now=now)
    await responsibility.reroute_queue(tx, rules=rules, now=now)
    await menus.settle(tx, rules=rules, now=now)
    return plan


async def _write_people(tx: Tx, plan: PeoplePlan, *, prune: bool, rules: Rules, now: datetime) -> None:
    taken = await _take_accounts(tx, plan, rules=rules, now=now)
    for from_id, to_id in plan.merged.items():
        await people.merge(tx, from_id=from_id, to_id=to_id)
    await roster.change_people(tx, plan.changed)
    new = dict(enumerate(await roster.add_people(tx, plan.new, now), start=1)) if plan.new else {}
    for account, row_id in taken.items():
        holder = await people.by_telegram(tx, account)
        if holder is not None:
            await people.merge(tx, from_id=row_id, to_id=holder.id)
    await roster.add_posts(
        tx, [post._replace(person_id=new.get(-post.person_id, post.person_id)) for post in plan.new_posts]
    )
    await roster.change_posts(tx, plan.changed_posts)
    await roster.end_posts(tx, plan.doubled_posts + (plan.gone_posts if prune else []), now)


async def _take_accounts(tx: Tx, plan: PeoplePlan, *, rules: Rules, now: datetime) -> dict[int, int]:
    """Take from people the accounts that are theirs no longer, as by hand; of those that the file gives to
    somebody else the rows that still have what they were writing."""
    wanted = {entry.telegram_id for entry in (*plan.changed.values(), *plan.new)}
    by_day = rules.leaves_at(now, lane=Lane.WORK)
    taken: dict[int, int] = {}
    for person_id in plan.freed:
        person = await people.get(tx, person_id)
        if person is None or person.telegram_id is None:
            continue
        account = await linking.take_account(tx, person, rules=rules, now=now, not_before=by_day)
        if person.telegram_id in wanted:
            taken[person.telegram_id] = account.id
    await roster.free_accounts(tx, taken.values())
    return taken


def _row(entry: CategoryEntry) -> CategoryRow:
    """A category that was imported before, as the check of an item below it needs it."""
    names = json.loads(entry.names)
    first = json.loads(entry.first)
    return CategoryRow(
        line=0,
        code=entry.code,
        name=names.pop(ANY_LANGUAGE),
        parent=entry.parent,
        icon=entry.icon or None,
        urgency=entry.urgency,
        confidential=entry.confidential,
        first=First(first.pop(""), first),
        keywords=tuple(json.loads(entry.keywords)),
        names=names,
    )
