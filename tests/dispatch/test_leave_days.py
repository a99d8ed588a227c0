"""The days of a leave: which there are to choose, and at which instant somebody is back, in every zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch import leave_days
from bot.dispatch.refusals import Gone

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)


@pytest.mark.parametrize(
    ("zone", "last", "back"),
    [
        ("Asia/Shanghai", "2026-03-03", "2026-03-03T16:00"),
        ("UTC", "2026-03-03", "2026-03-04T00:00"),
        ("Europe/Berlin", "2026-03-28", "2026-03-28T23:00"),  # the night clocks go forward
        ("Europe/Berlin", "2026-03-29", "2026-03-29T22:00"),
        ("Europe/Berlin", "2026-10-25", "2026-10-25T23:00"),  # a day of 25 hours
        ("America/Santiago", "2026-09-05", "2026-09-06T04:00"),  # there is no midnight
        ("Africa/Cairo", "2026-04-23", "2026-04-23T22:00"),  # nor here
        ("America/Havana", "2026-10-31", "2026-11-01T04:00"),  # midnight comes twice
    ],
)
def test_who_is_away_is_back_when_the_next_day_begins_there(zone, last, back):
    at = leave_days.back_at(date.fromisoformat(last), ZoneInfo(zone))
    assert at == datetime.fromisoformat(back).replace(tzinfo=UTC)


@given(DAYS, ZONES)
def test_the_last_day_is_told_as_it_was_chosen_and_one_is_away_through_all_of_it(last, zone):
    back = leave_days.back_at(last, zone)
    shown = leave_days.last_day(back, zone)
    if shown != last:  # where the date line was moved that day did not exist
        assert shown == last + timedelta(days=1)
        assert (back - timedelta(seconds=1)).astimezone(zone).date() == last
        return
    assert (back - timedelta(seconds=1)).astimezone(zone).date() <= last
    assert back.astimezone(zone).date() == last + timedelta(days=1)


def test_a_button_for_a_day_that_is_past_is_no_day_and_one_never_offered_is_gone():
    today = date(2026, 3, 3)
    assert leave_days.day_of(today.toordinal(), today) == today
    assert leave_days.day_of(today.toordinal() - 1, today) is None
    assert leave_days.day_of(0, today) is None
    for far in ((today + leave_days.LONGEST).toordinal() + 1, 2**63 - 1):
        with pytest.raises(Gone):
            leave_days.day_of(far, today)


@given(DAYS)
def test_the_weeks_hold_every_day_to_choose_from_once_and_no_other(today):
    weeks = leave_days.weeks_with(0, today)
    assert weeks.before is None
    assert len(weeks.rows) == leave_days.SHOWN
    days = []
    while True:
        for row in weeks.rows:
            assert len(row) == 7
            assert all(day is None or day.weekday() == at for at, day in enumerate(row))
            assert any(row)
            days += filter(None, row)
        if weeks.after is None:
            break
        earlier, weeks = weeks, leave_days.weeks_with(weeks.after.toordinal(), today)
        assert leave_days.weeks_with(weeks.before.toordinal(), today) == earlier
    assert days == [today + timedelta(days=n) for n in range(leave_days.LONGEST.days + 1)]
    assert leave_days.weeks_with(2**63 - 1, today) == weeks


@given(DAYS)
def test_every_day_of_the_next_three_weeks_is_shown_at_once_and_no_number_stands_twice(today):
    """Two taps are enough for it, and none of them can be meant for another month."""
    shown = [day for row in leave_days.weeks_with(0, today).rows for day in row if day]
    assert set(shown) >= {today + timedelta(days=n) for n in range(22)}
    assert len({day.day for day in shown}) == len(shown)
