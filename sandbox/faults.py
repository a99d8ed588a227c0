"""Faults planned by a test: the next fitting calls are refused, lost or answered into the void."""

from dataclasses import dataclass

from sandbox.errors import ApiError, too_many

REASONS = {
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(frozen=True)
class Fault:
    """What happens to a call. ``error`` is answered instead; ``drops`` breaks the connection, after the
    call has taken effect if ``takes_effect``."""

    error: ApiError | None = None
    drops: bool = False
    takes_effect: bool = False

    @staticmethod
    def http(status: int, description: str = "") -> "Fault":
        """Answer with this status."""
        return Fault(error=ApiError(status, description or REASONS.get(status, "Error")))

    @staticmethod
    def too_many(retry_after: int) -> "Fault":
        """429, to be tried again after this many seconds."""
        return Fault(error=too_many(retry_after))

    @staticmethod
    def lost_answer() -> "Fault":
        """The call takes effect; the connection drops before the answer."""
        return Fault(drops=True, takes_effect=True)

    @staticmethod
    def offline() -> "Fault":
        """The connection drops and nothing happens."""
        return Fault(drops=True)


class Plan:
    """One planned fault and how often it struck."""

    def __init__(self, fault: Fault, *, method: str | None, chat: int | None, times: int | None) -> None:
        self.fault = fault
        self.hits = 0
        self._method = method and method.lower()
        self._chat = None if chat is None else str(chat)
        self._left = times

    def lift(self) -> None:
        """Strike no more."""
        self._left = 0

    def strike(self, method: str, chat: str | None) -> Fault | None:
        """The fault, if the call fits and there is one left."""
        if self._left == 0 or self._method not in {None, method} or self._chat not in {None, chat}:
            return None
        if self._left is not None:
            self._left -= 1
        self.hits += 1
        return self.fault
