"""Telegram's pace: 30 messages a second, one a second per private chat after a few, 20 a minute per group."""

import math
from collections import defaultdict, deque

from sandbox.errors import too_many

OVERALL = (30, 1.0)  # messages, seconds
GROUP = (20, 60.0)
PRIVATE_BURST = 3
PRIVATE_SECONDS = 1.0


class Window:
    """At most ``count`` in any ``seconds``."""

    __slots__ = ("count", "seconds", "times")

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self.seconds = seconds
        self.times: deque[float] = deque(maxlen=count)

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is now."""
        full = len(self.times) == self.count
        return max(self.times[0] + self.seconds - now, 0.0) if full else 0.0

    def take(self, now: float) -> None:
        """One more has passed."""
        self.times.append(now)


class Bucket:
    """A burst, filled up again by one each ``PRIVATE_SECONDS``."""

    __slots__ = ("at", "left")

    def __init__(self) -> None:
        self.left = float(PRIVATE_BURST)
        self.at = -math.inf

    def _filled(self, now: float) -> float:
        return min(float(PRIVATE_BURST), self.left + (now - self.at) / PRIVATE_SECONDS)

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is now."""
        return max(1.0 - self._filled(now), 0.0) * PRIVATE_SECONDS

    def take(self, now: float) -> None:
        """One more has passed."""
        self.left, self.at = self._filled(now) - 1.0, now


class Limits:
    """The windows of one bot. Refused calls cost nothing; an album counts as one message."""

    def __init__(self) -> None:
        self._overall = Window(*OVERALL)
        self._groups: dict[int, Window] = defaultdict(lambda: Window(*GROUP))
        self._private: dict[int, Bucket] = defaultdict(Bucket)

    def pass_one(self, chat_id: int, now: float) -> None:
        """Let a message to the chat pass, or raise ApiError 429."""
        own = self._private[chat_id] if chat_id > 0 else self._groups[chat_id]
        wait = max(own.wait(now), self._overall.wait(now))
        if wait > 0:
            raise too_many(math.ceil(wait))
        own.take(now)
        self._overall.take(now)
