"""What is to be sent, read from the outbox so that each row is read a few times only, however many wait.

Each lane is read on from where it was left, a page at a time, and only while little of it is at hand. Ids are
given before they are committed, so a lower one may appear after a higher one: what was passed in the last
second or two is looked at once more. What must wait for its hour is left in the outbox, and its lane is read
from the start when the hour has come.
"""

from dataclasses import dataclass, field
from datetime import datetime

from storage import outbox
from storage.database import Tx
from storage.outbox import Waiting
from storage.records import Lane

PAGE = 500
AT_HAND = 500  # with more than this many of a lane at hand nothing more of it is read
LOOKS = 60  # every so many looks back the lanes are read from the start: a transaction may take long


@dataclass(slots=True)
class Place:
    """How far a lane is read: `position` now, `furthest` ever, `before` at the last look back."""

    position: int = 0
    furthest: int = 0
    before: int = 0
    again_at: datetime | None = None

    def passed(self, row: Waiting) -> None:
        self.position = row.id
        self.furthest = max(self.furthest, row.id)

    def look_back(self) -> None:
        self.position, self.before = min(self.position, self.before), self.furthest

    def start_over(self) -> None:
        self.position = self.before = 0
        self.again_at = None


@dataclass(slots=True)
class Feed:
    """Reads what is pending. `at_hand` is what has been given out and not been taken back by `over`."""

    at_hand: dict[int, Waiting] = field(default_factory=dict)
    _places: dict[Lane, Place] = field(default_factory=lambda: {lane: Place() for lane in Lane})
    _counts: dict[Lane, int] = field(default_factory=lambda: dict.fromkeys(Lane, 0))
    _looks: int = 0

    async def read(self, tx: Tx) -> dict[Lane, list[Waiting]]:
        """The next page of each lane of which little is at hand; to be given to `take`."""
        return {
            lane: await outbox.waiting(tx, lane, after=place.position, limit=PAGE)
            for lane, place in self._places.items()
            if self._counts[lane] <= AT_HAND
        }

    def take(self, pages: dict[Lane, list[Waiting]], now: datetime) -> tuple[list[Waiting], bool]:
        """What is new in the pages, most urgent first, and whether there is more to be read at once."""
        new: list[Waiting] = []
        for lane, rows in pages.items():
            for row in rows:
                self._places[lane].passed(row)
                if self._wanted(row, now):
                    self.hold(row)
                    new.append(row)
        more = any(len(rows) == PAGE and self._counts[lane] <= AT_HAND for lane, rows in pages.items())
        return new, more

    def _wanted(self, row: Waiting, now: datetime) -> bool:
        """What failed before is held too: nothing may overtake it in its chat."""
        if row.id in self.at_hand:
            return False
        if row.not_before <= now or row.tries:
            return True
        place = self._places[row.lane]
        place.again_at = min(place.again_at or row.not_before, row.not_before)
        return False

    def hold(self, row: Waiting) -> None:
        """The row is at hand."""
        self.at_hand[row.id] = row
        self._counts[row.lane] += 1

    def over(self, message_id: int) -> None:
        """The row is at hand no longer."""
        row = self.at_hand.pop(message_id)
        self._counts[row.lane] -= 1

    def look_back(self) -> None:
        """To be called about once a second."""
        self._looks += 1
        for place in self._places.values():
            if self._looks % LOOKS == 0:
                place.start_over()
            else:
                place.look_back()

    def look_for_due(self, now: datetime) -> bool:
        """Whether the hour has come for something that was left in the outbox; it is read again then."""
        due = [p for p in self._places.values() if p.again_at is not None and p.again_at <= now]
        for place in due:
            place.start_over()
        return bool(due)
