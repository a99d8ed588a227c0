"""Who speaks first: the messages that wait for their turn, as pure rules. (How fast: `bot.limits`.)

Times are those of `Pace`: seconds of one clock that never goes back. A call costs at most O(log n) in the
chats that have something waiting, and nothing in those that do not.
"""

from collections import deque
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from typing import Generic, TypeVar

from bot.limits import Pace
from storage.records import Lane

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Turn(Generic[T]):
    """A message in the line, and the one under way that `Line.next` has given out."""

    lane: Lane
    number: int  # order of arrival
    chat_id: int
    message: T


class Line(Generic[T]):
    """Messages waiting for their turn: the first lane first, then the oldest, among those that may go now.

    In a chat the order within a lane is kept, and one message is under way at a time.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._arrivals = 0
        self._waiting: dict[int, list[deque[Turn[T]]]] = {}  # by chat, a queue per lane
        self._ready: list[tuple[Lane, int, int]] = []  # heap: (lane, number, chat); may be outdated
        self._later: list[tuple[float, int]] = []  # heap: (when, chat)
        self._resting: set[int] = set()  # the chats in _later, or with a message under way
        self._size = 0

    def __len__(self) -> int:
        """How many messages wait; what is under way is not counted."""
        return self._size

    def add(self, chat_id: int, lane: Lane, message: T) -> None:
        """Queue a message."""
        self._arrivals += 1
        turn = Turn(lane, self._arrivals, chat_id, message)
        self._queues(chat_id)[lane].append(turn)
        self._size += 1
        if chat_id not in self._resting and self._first(chat_id) is turn:
            self._offer(chat_id)

    def next(self, now: float) -> Turn[T] | None:
        """Take the message that goes now, and note its start; None when none may."""
        if self._pace.bot_ready_at(now) > now:
            return None
        self._wake(now)
        while self._ready:
            lane, number, chat_id = heappop(self._ready)
            first = self._first(chat_id)
            if chat_id in self._resting or first is None or (first.lane, first.number) != (lane, number):
                continue
            if self._pace.chat_ready_at(chat_id, now) > now:
                self._rest(chat_id, now)
                continue
            self._queues(chat_id)[lane].popleft()
            self._size -= 1
            self._resting.add(chat_id)
            self._pace.started(chat_id, now)
            return first
        return None

    def next_at(self, now: float) -> float:
        """When it is worth asking `next` again; `inf`: not before something is added or ends."""
        chats = now if self._ready else self._later[0][0] if self._later else inf
        return max(chats, self._pace.bot_ready_at(now))

    def done(self, turn: Turn[T], now: float) -> None:
        """The message is delivered, or never will be."""
        self._pace.acknowledged(turn.chat_id, now)
        self._rest(turn.chat_id, now)

    def skipped(self, turn: Turn[T], now: float) -> None:
        """There was nothing to be said after all: the next may go at once."""
        self._pace.called_off(turn.chat_id, now)
        self._rest(turn.chat_id, now)

    def refused(self, turn: Turn[T], retry_after: float, now: float) -> None:
        """Telegram said 429: the message is again the first of its lane in its chat."""
        self._pace.refused(turn.chat_id, retry_after, now)
        self._again(turn, now)

    def failed(self, turn: Turn[T], pause: float, now: float) -> None:
        """The way failed: like `refused`, but says nothing about the limits; its chat pauses so long."""
        self._pace.acknowledged(turn.chat_id, now)
        self._pace.hold(turn.chat_id, now + pause)
        self._again(turn, now)

    def _again(self, turn: Turn[T], now: float) -> None:
        self._queues(turn.chat_id)[turn.lane].appendleft(turn)
        self._size += 1
        self._rest(turn.chat_id, now)

    def _queues(self, chat_id: int) -> list[deque[Turn[T]]]:
        return self._waiting.setdefault(chat_id, [deque() for _ in Lane])

    def _first(self, chat_id: int) -> Turn[T] | None:
        return next((queue[0] for queue in self._waiting.get(chat_id, ()) if queue), None)

    def _offer(self, chat_id: int) -> None:
        first = self._first(chat_id)
        if first is None:
            self._waiting.pop(chat_id, None)
        else:
            heappush(self._ready, (first.lane, first.number, chat_id))

    def _rest(self, chat_id: int, now: float) -> None:
        """Put a chat aside until it may speak; one with nothing to say is forgotten."""
        self._resting.discard(chat_id)
        when = self._pace.chat_ready_at(chat_id, now)
        if when <= now or self._first(chat_id) is None:
            self._offer(chat_id)
        else:
            self._resting.add(chat_id)
            heappush(self._later, (when, chat_id))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            _, chat_id = heappop(self._later)
            self._rest(chat_id, now)
