"""When stars may be given, or others."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dispatch.rating import may_rate
from storage.records import Request, Urgency
from storage.records import RequestStatus as S

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)
SOLVED = Request(
    id=1,
    number="K7D2",
    resident_id=12,
    category_id=None,
    grid_id=3,
    words="w",
    urgency=Urgency.NORMAL,
    confidential=False,
    status=S.CLOSED,
    responsible_id=1,
    responsible_grid_id=3,
    level=0,
    reopened=0,
    result="r",
    confirmed=True,
    version=5,
    created_at=NOW,
    closed_at=NOW,
    reopen_until=NOW + timedelta(days=5),
)


@pytest.mark.parametrize(
    ("request_", "yes"),
    [
        (SOLVED, True),
        (replace(SOLVED, stars=3), True),
        (replace(SOLVED, stars=3, comment="thank you"), False),
        (replace(SOLVED, stars=3, comment=""), False),  # wants to say nothing
        (replace(SOLVED, confirmed=False), False),  # closed by silence
        (replace(SOLVED, status=S.RESOLVED, confirmed=False), False),
        (replace(SOLVED, status=S.ASSIGNED), False),
        (replace(SOLVED, reopen_until=NOW), False),
    ],
)
def test_stars_are_taken_from_solved_until_there_are_words_to_them(request_, yes):
    assert may_rate(request_, NOW) is yes
