"""The sandbox's own time: it stands still or follows the wall, and can be moved forward."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic


class Clock:
    """Tells the time of everything in the sandbox.

    With a start it stands still there; without one it runs from the wall's now. ``running=True`` lets a
    clock with a start run as well. ``watchers`` are called, without arguments, after each advance.
    """

    def __init__(self, start: datetime | None = None, *, running: bool = False) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the start needs a time zone")
        self._seconds = (start or datetime.now(UTC)).timestamp()
        self._running_since = monotonic() if running or start is None else None
        self.watchers: list[Callable[[], None]] = []

    def timestamp(self) -> float:
        """Now, in seconds since 1970."""
        if self._running_since is None:
            return self._seconds
        return self._seconds + monotonic() - self._running_since

    def now(self) -> datetime:
        """Now, as an aware UTC datetime."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def advance(self, by: timedelta) -> None:
        """Move forward. Time never goes back: ValueError."""
        if by < timedelta():
            raise ValueError("time does not go back")
        self._seconds += by.total_seconds()
        for watcher in self.watchers:
            watcher()

    def set(self, seconds: float) -> None:
        """Be at another time, earlier or later, from where something is loaded; stand or run as before."""
        self._seconds = seconds
        if self._running_since is not None:
            self._running_since = monotonic()
        for watcher in self.watchers:
            watcher()

    def freeze(self) -> None:
        """Stand still from now on."""
        self._seconds, self._running_since = self.timestamp(), None

    def run(self) -> None:
        """Follow the wall from the time it is here now."""
        self._seconds, self._running_since = self.timestamp(), monotonic()
