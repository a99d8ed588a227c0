"""The days of a leave: which there are to choose, and at which instant somebody is back."""

from calendar import Calendar, monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from bot.dispatch.refusals import Gone

LONGEST = timedelta(days=92)
"""From the first day away to the last one that is offered."""


class Span(NamedTuple):
    """One of the lengths to choose from, by its word, and the last day away."""

    word: str
    last: date


def spans(today: date) -> tuple[Span, ...]:
    """What there is to choose from; today counts."""
    return (
        Span("today", today),
        Span("tomorrow", today + timedelta(days=1)),
        Span("three-days", today + timedelta(days=2)),
        Span("week", today + timedelta(days=6)),
        Span("two-weeks", today + timedelta(days=13)),
        Span("month", _month_from(today)),
    )


def _month_from(today: date) -> date:
    """The day before the same day of the next month; the last of a month that has no such day."""
    first_of_next = _first_of_next(today)
    days_in_next = monthrange(first_of_next.year, first_of_next.month)[1]
    return first_of_next + timedelta(days=min(today.day - 1, days_in_next) - 1)


def _first_of_next(day: date) -> date:
    return day.replace(day=1) + timedelta(days=monthrange(day.year, day.month)[1])


class Month(NamedTuple):
    """A month of days to choose from. `weeks` begin on Monday and have seven cells each, None where there is
    no day to choose; `before` and `after`: a day of the month on that side, if it has any to choose."""

    first: date
    weeks: tuple[tuple[date | None, ...], ...]
    before: date | None
    after: date | None


def month_with(number: int, today: date) -> Month:
    """The month of a day (as Python's ordinal), or the nearest one in which there is a day to choose."""
    last = today + LONGEST
    day = date.fromordinal(min(max(number, today.toordinal()), last.toordinal()))
    weeks = [
        tuple(each if each.month == day.month and today <= each <= last else None for each in week)
        for week in Calendar().monthdatescalendar(day.year, day.month)
    ]
    first, after = day.replace(day=1), _first_of_next(day)
    return Month(
        first,
        tuple(week for week in weeks if any(week)),
        before=first - timedelta(days=1) if first > today else None,
        after=after if after <= last else None,
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
