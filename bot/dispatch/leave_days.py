"""The days of a leave: which there are to choose, and at which instant somebody is back."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from bot.dispatch.refusals import Gone

LONGEST = timedelta(days=92)
"""From the first day away to the last one that is offered."""
SHOWN = 4
"""How many weeks are shown at once: in more, a number would stand for a day of this month and of the next."""


class Weeks(NamedTuple):
    """Some weeks of days to choose from. `rows` begin on Monday and have seven cells each, None where there
    is no day to choose; `before` and `after`: a day of the weeks on that side, if they have any to choose."""

    rows: tuple[tuple[date | None, ...], ...]
    before: date | None
    after: date | None


def weeks_with(number: int, today: date) -> Weeks:
    """The weeks around a day (as Python's ordinal), or the nearest ones in which there is a day to choose.

    The first begin with today's, not with a month: at its end there would be few days to choose from."""
    last = today + LONGEST
    day = min(max(number, today.toordinal()), last.toordinal())
    monday, length = today.toordinal() - today.weekday(), 7 * SHOWN
    start = date.fromordinal(monday + (day - monday) // length * length)
    end = start + timedelta(days=length)
    days = [start + timedelta(days=at) for at in range(length)]
    cells = [each if today <= each <= last else None for each in days]
    rows = [tuple(cells[at : at + 7]) for at in range(0, length, 7)]
    return Weeks(
        tuple(row for row in rows if any(row)),
        before=start - timedelta(days=1) if start > today else None,
        after=end if end <= last else None,
    )


def back_at(last: date, zone: tzinfo) -> datetime:
    """When somebody is back whose last day away is `last`: at the beginning of the day after, in UTC. Where
    clocks skip midnight on that day, it begins when they do."""
    return datetime.combine(last + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)


def last_day(until: datetime, zone: tzinfo) -> date:
    """The last day away of a leave that ends at `until`."""
    return until.astimezone(zone).date() - timedelta(days=1)


def day_of(number: int, today: date) -> date | None:
    """The last day that a button stands for; None once it is past. Raises Gone for one never offered."""
    if number > (today + LONGEST).toordinal():
        raise Gone
    return date.fromordinal(number) if number >= today.toordinal() else None
