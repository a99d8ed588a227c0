"""Running time: when is a deadline due whose clock stands still at night and, for wd, on days off?

What the units mean, with quiet hours given (`quiet=None`, as for emergencies: the clock never stops):

- ``s m h`` run only outside quiet hours. 2 hours from 21:00 with quiet 22:00-07:00 end at 08:00.
- ``d`` counts calendar days: the same local time that many days later, moved to the end of the quiet hours
  if it falls in them. Nights are not added up, since nobody reads "3 days" as five.
- ``wd`` counts working days: the same local time that many working days later. A start in quiet hours or on a
  day off counts from the next running moment of a working day, so 2wd from a Saturday are the whole of Monday
  and Tuesday and end on Wednesday when the quiet hours do.

Working days are China's: public holidays off, make-up weekends on. For years whose make-up days are not yet
announced (the State Council does so each November; a newer `holidays` brings them) the statutory holidays and
Monday to Friday serve, and beyond the lunar tables of `holidays` (2100) Monday to Friday alone.

Everything here is derived from one thing, the stretches of time in which a clock runs. Where daylight saving
time skips or repeats an hour, a local time stands for its first instant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "wd": 86400}
LONGEST = timedelta(days=366)
_DURATION = re.compile(r"([1-9][0-9]{0,8})(s|m|h|d|wd)")
_HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of running time: `value` > 0 of `unit` (a key of SECONDS)."""

    value: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "90s", "30m", "2h", "3d" or "2wd"; ValueError says what would be right."""
        found = _DURATION.fullmatch(text.strip())
        if not found:
            raise ValueError('a whole number above 0 with s, m, h, d or wd (working days), such as "2h"')
        value, unit = int(found[1]), found[2]
        if value * SECONDS[unit] > LONGEST.total_seconds():
            raise ValueError("at most 366 days")
        return cls(value, unit)

    def __str__(self) -> str:
        return f"{self.value}{self.unit}"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` until before `end`, local time, every day; over midnight where start > end."""

    start: time
    end: time

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read "22:00-07:00"; "" is None, no quiet hours; ValueError says what would be right."""
        if not text.strip():
            return None
        found = _HOURS.fullmatch(text.strip())
        start, end = (
            (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))) if found else (0, 0)
        )
        if not isinstance(start, time) or not isinstance(end, time) or start == end:
            raise ValueError('two different times of day such as "22:00-07:00", or "" for none')
        return cls(start, end)

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def advance(
    start: datetime, duration: Duration, *, quiet: QuietHours | None, zone: ZoneInfo, part: float = 1.0
) -> datetime:
    """The instant (UTC) when `part` (0 < part <= 1) of `duration` has run since `start` (aware).

    The whole duration ends as the module says. A part of days ends when that part of the running time between
    start and due has passed: a reminder comes neither in quiet hours nor, for wd, on a day off.
    """
    if not 0 < part <= 1:
        raise ValueError(f"part must be in (0, 1], not {part}")
    clock = _Clock(quiet, zone, working=duration.unit == "wd")
    begin = clock.next_running(start)
    if duration.unit not in {"d", "wd"}:
        return clock.run(begin, timedelta(seconds=duration.value * SECONDS[duration.unit]) * part)
    due = clock.days_later(begin, duration.value)
    return due if part == 1 else clock.run(begin, clock.elapsed(begin, due) * part)


def ends(quiet: QuietHours | None, now: datetime, zone: ZoneInfo) -> datetime:
    """When what is held back by quiet hours may leave (UTC): `now` itself when it is not quiet."""
    return _Clock(quiet, zone).next_running(now)


def is_working_day(day: date) -> bool:
    """Whether offices in China work on `day`; see the module for years not yet announced."""
    return _china().is_working_day(day)


@cache
def _china() -> "HolidayBase":
    """The calendar, loaded when a policy first counts working days: it costs 11 MB and 0.2 s."""
    from holidays import country_holidays  # noqa: PLC0415  (see above)

    return country_holidays("CN")


@dataclass(frozen=True, slots=True)
class _Clock:
    """A clock that stands still in quiet hours and, if `working`, on days off."""

    quiet: QuietHours | None
    zone: ZoneInfo
    working: bool = False

    def next_running(self, at: datetime) -> datetime:
        return next(self._stretches(at))[0]

    def run(self, start: datetime, length: timedelta) -> datetime:
        """Let `length` pass. What would end just when the clock stops ends when it goes on."""
        for since, until in self._stretches(start):
            if length < until - since:
                return since + length
            length -= until - since
        raise AssertionError("stretches never end")

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        total = timedelta()
        for since, until in self._stretches(start):
            if since >= end:
                break
            total += min(until, end) - since
        return total

    def days_later(self, start: datetime, days: int) -> datetime:
        """The same local time `days` counted days later, or when the clock next runs."""
        local = start.astimezone(self.zone)
        day = local.date()
        while days:
            day += timedelta(days=1)
            if not self.working or is_working_day(day):
                days -= 1
        return self.next_running(self._instant(day, local.time()))

    def _stretches(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """All running time from `start` on, as (since, until) in UTC, in order, none empty, without end."""
        since = start.astimezone(UTC)
        day = since.astimezone(self.zone).date()
        while True:
            for opens, closes in self._running(day):
                if max(opens, since) < closes:
                    yield max(opens, since), closes
                    since = closes
            day += timedelta(days=1)

    def _running(self, day: date) -> list[tuple[datetime, datetime]]:
        if self.working and not is_working_day(day):
            return []
        midnight, next_midnight = self._instant(day), self._instant(day + timedelta(days=1))
        if self.quiet is None:
            return [(midnight, next_midnight)]
        falls, lifts = self._instant(day, self.quiet.start), self._instant(day, self.quiet.end)
        if self.quiet.start > self.quiet.end:
            return [(lifts, falls)]
        return [(midnight, falls), (lifts, next_midnight)]

    def _instant(self, day: date, at: time = _MIDNIGHT) -> datetime:
        return datetime.combine(day, at.replace(fold=0), tzinfo=self.zone).astimezone(UTC)
