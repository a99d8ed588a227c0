"""How often the outbox is read, as rules: pages in, new rows out."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import feed as feed_module
from bot.feed import LOOKS, Feed
from storage.outbox import Waiting
from storage.records import Lane

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Outbox:
    """Pending rows by id, all in one lane; `asked` are the rows each reading gave."""

    def __init__(self, *ids):
        self.rows = {number: row(number) for number in ids}
        self.asked = []

    async def waiting(self, _tx, lane, *, after, limit):
        if lane is not Lane.WORK:
            return []
        page = [self.rows[number] for number in sorted(self.rows) if number > after][:limit]
        self.asked.append([found.id for found in page])
        return page


def row(number, *, not_before=NOW, tries=0):
    return Waiting(number, Lane.WORK, 7, not_before, tries)


@pytest.fixture
def outbox(monkeypatch):
    rows = Outbox()
    monkeypatch.setattr(feed_module.outbox, "waiting", rows.waiting)
    monkeypatch.setattr(feed_module, "PAGE", 4)
    monkeypatch.setattr(feed_module, "AT_HAND", 4)
    return rows


async def read(feed, now=NOW):
    """What is new; a second reading where there is more."""
    new, more = feed.take(await feed.read(None), now)
    ids = [found.id for found in new]
    return ids + (await read(feed, now) if more else [])


async def test_each_reading_goes_on_where_the_last_one_ended(outbox):
    feed = Feed()
    outbox.rows |= {1: row(1), 2: row(2)}
    assert await read(feed) == [1, 2]
    outbox.rows |= {3: row(3)}
    assert await read(feed) == [3]
    assert outbox.asked == [[1, 2], [3]]


async def test_a_long_lane_is_read_only_while_little_of_it_is_at_hand(outbox):
    feed = Feed()
    outbox.rows |= {number: row(number) for number in range(1, 21)}
    assert await read(feed) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert await read(feed) == []
    for number in range(1, 5):
        del outbox.rows[number]
        feed.over(number)
    assert await read(feed) == [9, 10, 11, 12]


async def test_a_row_that_was_committed_late_is_found_at_the_next_look_back(outbox):
    feed = Feed()
    outbox.rows |= {2: row(2)}
    assert await read(feed) == [2]
    feed.look_back()
    outbox.rows |= {1: row(1)}
    assert await read(feed) == [1]


async def test_looking_back_reads_a_row_twice_more_at_most(outbox):
    feed = Feed()
    outbox.rows |= {1: row(1), 2: row(2)}
    for _ in range(LOOKS - 2):
        await read(feed)
        feed.look_back()
    assert sum(1 in asked for asked in outbox.asked) <= 3


async def test_now_and_then_everything_that_waits_is_looked_at(outbox):
    feed = Feed()
    outbox.rows |= {5: row(5)}
    found = []
    for number in range(LOOKS + 1):
        found += await read(feed)
        feed.look_back()
        if number == 10:
            outbox.rows |= {1: row(1)}
    assert found == [5, 1]


async def test_what_waits_for_its_hour_is_left_until_then(outbox):
    feed = Feed()
    outbox.rows |= {1: row(1, not_before=NOW + HOUR), 2: row(2)}
    assert await read(feed) == [2]
    assert not feed.look_for_due(NOW + HOUR - timedelta(seconds=1))
    assert feed.look_for_due(NOW + HOUR)
    assert await read(feed, NOW + HOUR) == [1]
    assert not feed.look_for_due(NOW + HOUR)


async def test_what_failed_is_at_hand_before_its_time(outbox):
    feed = Feed()
    outbox.rows |= {1: row(1, not_before=NOW + HOUR, tries=1)}
    assert await read(feed) == [1]
