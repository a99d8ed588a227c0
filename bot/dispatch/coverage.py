"""The coverage report: where nobody answers, who cannot be reached, which groups are missing or mute; and
when the office gets it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from apscheduler.triggers.cron import CronTrigger

from bot.dispatch.rules import Rules
from storage import coverage, grids, outbox, people, schedules
from storage.coverage import Found, Line, Scope
from storage.database import Tx
from storage.records import Lane, Role

NAMED = 40
"""How many of each kind are named at most; the rest are counted."""
SCHEDULE = "coverage"
"""What it is called among what comes again and again."""


class Gap(StrEnum):
    """What may be missing, in the order in which it is told."""

    NO_ADMIN = "office"
    VACANT = "vacant"
    UNLINKED = "unlinked"
    UNREACHABLE = "unreachable"
    AWAY = "away"
    MUTED = "muted"
    ADRIFT = "adrift"
    NO_GROUP = "ungrouped"
    UNSERVED = "unserved"
    BUILDINGS = "buildings"


@dataclass(frozen=True, slots=True)
class Missing:
    """All that is missing of one kind; of so many the first are named."""

    gap: Gap
    how_many: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is missing in so many grids; nothing, if every corner has somebody."""

    grids: int
    missing: tuple[Missing, ...]


def report(grids: int, found: Mapping[Gap, Found]) -> Coverage:
    """What there is none of is left out, the rest is in order."""
    kinds = [(gap, found.get(gap, Found())) for gap in Gap]
    return Coverage(
        grids, tuple(Missing(gap, each.how_many, each.lines) for gap, each in kinds if each.how_many)
    )


async def look(tx: Tx, within: int | None, now: datetime, *, named: int = NAMED) -> Coverage:
    """The report on a grid with all inside it, or on everything (None)."""
    roots = [root.id for root in await grids.children(tx, None)]
    scope = Scope(None if roots == [within] else within, now)  # the one root is everything: that is faster
    wide, buildings = await coverage.vacant(tx, scope, named=named)
    found = {
        Gap.VACANT: wide,
        Gap.BUILDINGS: buildings,
        Gap.UNLINKED: await coverage.people(tx, scope, coverage.UNLINKED, named=named),
        Gap.UNREACHABLE: await coverage.people(tx, scope, coverage.UNREACHABLE, named=named),
        Gap.AWAY: await coverage.people(tx, scope, coverage.AWAY, named=named),
        Gap.NO_GROUP: await coverage.without_group(tx, scope, named=named),
        Gap.MUTED: await coverage.muted_groups(tx, scope, named=named),
        Gap.ADRIFT: await coverage.groups_adrift(tx, scope, named=named),
    }
    if within is None:
        found[Gap.NO_ADMIN] = Found(int(not await people.administrators(tx, now)))
        found[Gap.UNSERVED] = unserved(
            await coverage.answering_first(tx), await coverage.organisations_served(tx, now), named=named
        )
    return report(await coverage.count_grids(tx, scope), found)


def unserved(first: Sequence[Mapping[str, str]], served: frozenset[str], *, named: int = NAMED) -> Found:
    """Organisations that are to answer first for some category, and on whose behalf nobody has a post."""
    asked = dict.fromkeys(name for by_mode in first for name in by_mode.values() if name not in set(Role))
    missing = [Line(name, "") for name in asked if name not in served]
    return Found(len(missing), tuple(missing[:named]))


# Once a week


def next_after(now: datetime, rules: Rules) -> datetime:
    """The next Monday, 9 o'clock in the community's zone."""
    trigger = CronTrigger(day_of_week="mon", hour=9, timezone=rules.zone)
    found: datetime = trigger.get_next_fire_time(None, now + datetime.resolution)
    return found


async def is_due(tx: Tx, now: datetime) -> bool:
    """Whether there is something to do: the first time is to be set, or the report to be sent."""
    due_at = await schedules.due_at(tx, SCHEDULE)
    return due_at is None or due_at <= now


async def send_weekly(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Send the report to the office, if it is due, and set the next time; what fell due while the bot was not
    running is sent once."""
    due_at = await schedules.due_at(tx, SCHEDULE)
    if due_at is not None and due_at > now:
        return
    await schedules.set_due(tx, SCHEDULE, next_after(now, rules))
    if due_at is None:
        return
    by_day = rules.leaves_at(now, lane=Lane.REMINDER)
    for person_id, grid_id in await coverage.office(tx, now):
        await outbox.say(
            tx,
            kind="coverage",
            person_id=person_id,
            data={"grid": grid_id, "at": 0, "weekly": True},
            now=now,
            lane=Lane.REMINDER,
            not_before=by_day,
        )
