"""When deadlines fall due: nights, days and working days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.worktime import Duration, QuietHours, advance, ends, is_working_day

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHours(time(22), time(7))
NOON = QuietHours(time(12), time(14))


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "duration", "quiet", "due"),
    [
        ("2026-03-02 10:00", "2h", NIGHT, "2026-03-02 12:00"),
        ("2026-03-02 21:00", "2h", NIGHT, "2026-03-03 08:00"),
        ("2026-03-02 20:00", "2h", NIGHT, "2026-03-03 07:00"),  # just when the night falls
        ("2026-03-02 23:30", "30m", NIGHT, "2026-03-03 07:30"),
        ("2026-03-03 03:00", "90s", NIGHT, "2026-03-03 07:01:30"),
        ("2026-03-02 10:00", "30h", NIGHT, "2026-03-04 10:00"),  # 15 hours a day
        ("2026-03-02 21:00", "2h", None, "2026-03-02 23:00"),
        ("2026-03-02 11:00", "2h", NOON, "2026-03-02 15:00"),
        ("2026-03-02 13:00", "12h", NOON, "2026-03-03 02:00"),
        ("2026-03-02 10:00", "3d", NIGHT, "2026-03-05 10:00"),
        ("2026-03-02 23:30", "3d", NIGHT, "2026-03-06 07:00"),
        ("2026-03-03 03:00", "3d", NIGHT, "2026-03-06 07:00"),
        ("2026-03-02 23:30", "3d", None, "2026-03-05 23:30"),
        ("2026-03-02 10:00", "2wd", NIGHT, "2026-03-04 10:00"),  # Monday to Wednesday
        ("2026-03-06 10:00", "2wd", NIGHT, "2026-03-10 10:00"),  # Friday to Tuesday
        ("2026-03-07 10:00", "2wd", NIGHT, "2026-03-11 07:00"),  # all of Monday and Tuesday
        ("2026-03-06 23:00", "1wd", NIGHT, "2026-03-10 07:00"),  # Friday night counts from Monday morning
        ("2026-03-07 10:00", "1wd", None, "2026-03-10 00:00"),
        ("2026-02-13 10:00", "2wd", NIGHT, "2026-02-24 10:00"),  # make-up Saturday 14th, then Spring Festival
        ("2026-09-30 10:00", "1wd", NIGHT, "2026-10-08 10:00"),  # National Day
        ("2026-10-08 10:00", "2wd", NIGHT, "2026-10-10 10:00"),  # Saturday the 10th is worked
    ],
)
def test_a_deadline_falls_due_when_people_expect_it(
    start: str, duration: str, quiet: QuietHours | None, due: str
) -> None:
    assert advance(at(start), Duration.parse(duration), quiet=quiet, zone=SHANGHAI) == at(due)


@pytest.mark.parametrize(
    ("start", "duration", "part", "reminder"),
    [
        ("2026-03-02 10:00", "2h", 0.5, "2026-03-02 11:00"),
        ("2026-03-02 21:00", "2h", 0.9, "2026-03-03 07:48"),
        ("2026-03-02 10:00", "2d", 0.5, "2026-03-03 10:00"),
        ("2026-03-02 22:30", "1d", 0.5, "2026-03-03 14:30"),
        ("2026-03-06 10:00", "2wd", 0.5, "2026-03-09 10:00"),  # not on Sunday
    ],
)
def test_a_reminder_comes_when_its_part_of_the_running_time_has_passed(
    start: str, duration: str, part: float, reminder: str
) -> None:
    found = advance(at(start), Duration.parse(duration), quiet=NIGHT, zone=SHANGHAI, part=part)
    assert found == at(reminder)


@pytest.mark.parametrize(
    ("now", "quiet", "leaves"),
    [
        ("2026-03-02 12:00", NIGHT, "2026-03-02 12:00"),
        ("2026-03-02 21:59:59", NIGHT, "2026-03-02 21:59:59"),
        ("2026-03-02 22:00", NIGHT, "2026-03-03 07:00"),
        ("2026-03-03 06:59:59", NIGHT, "2026-03-03 07:00"),
        ("2026-03-03 07:00", NIGHT, "2026-03-03 07:00"),
        ("2026-03-02 13:00", NOON, "2026-03-02 14:00"),
        ("2026-03-02 23:00", None, "2026-03-02 23:00"),
        ("2026-03-02 23:00", QuietHours(time(22), time(0)), "2026-03-03 00:00"),
        ("2026-03-02 01:00", QuietHours(time(0), time(6)), "2026-03-02 06:00"),
    ],
)
def test_what_is_held_back_leaves_when_quiet_hours_end(
    now: str, quiet: QuietHours | None, leaves: str
) -> None:
    assert ends(quiet, at(now), SHANGHAI) == at(leaves)


@pytest.mark.parametrize(
    ("start", "duration", "quiet", "due"),
    [
        ("2026-03-28 12:00", "1d", NIGHT, "2026-03-29 12:00"),  # a day of 23 hours is a day
        ("2026-03-28 21:30", "1h", NIGHT, "2026-03-29 07:30"),  # 06:00 would be an hour early
        ("2026-03-28 23:00", "4h", None, "2026-03-29 04:00"),
        ("2026-03-28 02:30", "1d", None, "2026-03-29 03:30"),  # 02:30 is skipped
        ("2026-10-24 02:30", "1d", None, "2026-10-25 02:30"),  # and here there twice
        ("2026-10-24 23:00", "4h", None, "2026-10-25 02:00+01:00"),
    ],
)
def test_daylight_saving_time_moves_no_deadline(
    start: str, duration: str, quiet: QuietHours | None, due: str
) -> None:
    expected = datetime.fromisoformat(due) if "+" in due else at(due, BERLIN)
    assert advance(
        at(start, BERLIN), Duration.parse(duration), quiet=quiet, zone=BERLIN
    ) == expected.astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2025, 1, 26), True),  # Sunday made up for the Spring Festival
        (date(2025, 1, 28), False),
        (date(2026, 1, 4), True),
        (date(2026, 1, 2), False),
        (date(2026, 3, 7), False),
        (date(2040, 10, 1), False),  # not announced, but the statutory days are known
        (date(2040, 10, 13), False),
        (date(2150, 10, 3), False),  # Saturday, beyond all tables
        (date(2150, 10, 1), True),
    ],
)
def test_chinese_holidays_and_make_up_days_are_known(day: date, worked: bool) -> None:
    assert is_working_day(day) is worked


@pytest.mark.parametrize("text", ["", "0h", "-1h", "1.5h", "2 h", "2w", "h", "２h", "400d", "9000h", "1e3h"])
def test_a_bad_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"whole number|366 days"):
        Duration.parse(text)


@pytest.mark.parametrize("text", ["22:00", "22-7", "24:00-07:00", "22:60-07:00", "22:00-22:00", "off"])
def test_bad_quiet_hours_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="two different times"):
        QuietHours.parse(text)


@pytest.mark.parametrize("part", [0, -0.5, 1.1, float("nan")])
def test_a_part_outside_the_deadline_is_refused(part: float) -> None:
    with pytest.raises(ValueError, match="part"):
        advance(at("2026-03-02 10:00"), Duration(1, "h"), quiet=None, zone=SHANGHAI, part=part)


zones = st.sampled_from([SHANGHAI, BERLIN, ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe")])
starts = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
quiets = st.none() | st.builds(QuietHours, times, times).filter(lambda hours: hours.start != hours.end)
counts = st.integers(1, 60)
durations = st.builds(Duration, counts, st.sampled_from(["s", "m", "h", "d", "wd"]))
parts = st.tuples(st.floats(0.01, 1), st.floats(0.01, 1))


@given(starts, durations, quiets, zones)
def test_nothing_falls_due_before_its_start_or_in_quiet_hours(
    start: datetime, duration: Duration, quiet: QuietHours | None, zone: ZoneInfo
) -> None:
    due = advance(start, duration, quiet=quiet, zone=zone)
    assert due > start
    assert ends(quiet, due, zone) == due


@given(starts, durations, quiets, zones, parts)
def test_reminders_lie_in_order_between_start_and_due_and_outside_quiet_hours(
    start: datetime, duration: Duration, quiet: QuietHours | None, zone: ZoneInfo, parts: tuple[float, float]
) -> None:
    first, second, due = (
        advance(start, duration, quiet=quiet, zone=zone, part=part) for part in [*sorted(parts), 1]
    )
    assert start <= first <= second <= due
    assert ends(quiet, first, zone) == first


@given(starts, durations, counts, quiets, zones)
def test_a_longer_deadline_is_never_due_earlier(
    start: datetime, duration: Duration, more: int, quiet: QuietHours | None, zone: ZoneInfo
) -> None:
    longer = Duration(duration.value + more, duration.unit)
    assert advance(start, duration, quiet=quiet, zone=zone) <= advance(start, longer, quiet=quiet, zone=zone)


@given(starts, st.timedeltas(timedelta(), timedelta(days=3)), durations, quiets)
def test_what_starts_later_is_never_due_earlier(
    start: datetime, later: timedelta, duration: Duration, quiet: QuietHours | None
) -> None:
    due = advance(start, duration, quiet=quiet, zone=SHANGHAI)
    assert due <= advance(start + later, duration, quiet=quiet, zone=SHANGHAI)


@given(starts, st.tuples(counts, counts), st.sampled_from(["m", "h"]), quiets, zones)
def test_two_waits_in_a_row_are_one_wait_of_both(
    start: datetime, waits: tuple[int, int], unit: str, quiet: QuietHours | None, zone: ZoneInfo
) -> None:
    one, other = waits
    between = advance(start, Duration(one, unit), quiet=quiet, zone=zone)
    in_a_row = advance(between, Duration(other, unit), quiet=quiet, zone=zone)
    assert in_a_row == advance(start, Duration(one + other, unit), quiet=quiet, zone=zone)


@given(durations)
def test_a_duration_is_read_as_it_is_written(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@given(quiets)
def test_quiet_hours_are_read_as_they_are_written(quiet: QuietHours | None) -> None:
    assert QuietHours.parse(str(quiet or "")) == quiet
