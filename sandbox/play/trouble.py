"""Telegram's bad days, switched on and off at the page."""

from typing import NamedTuple

from sandbox.faults import Fault, Plan
from sandbox.methods import METHODS
from sandbox.telegram import Telegram

PAUSE = 3
"""Seconds a 429 asks the bot to wait."""
POLL = "getupdates"


class Kind(NamedTuple):
    """What happens to the bot's calls, and whether it cannot fetch updates either."""

    fault: Fault
    polls_too: bool


KINDS = {
    "too_many": Kind(Fault.too_many(PAUSE), polls_too=False),
    "server_error": Kind(Fault.http(500), polls_too=True),
    "lost_answer": Kind(Fault.lost_answer(), polls_too=False),
    "offline": Kind(Fault.offline(), polls_too=True),
}


class Troubles:
    """Which of the ``KINDS`` of trouble there are now."""

    def __init__(self, tg: Telegram) -> None:
        self._tg = tg
        self._plans: dict[str, list[Plan]] = {}

    def view(self) -> dict[str, bool]:
        """Each kind, and whether it is on."""
        return {kind: kind in self._plans for kind in KINDS}

    def switch(self, kind: str, *, on: bool) -> None:
        """Switch a kind on or off; KeyError for one there is not."""
        fault, polls_too = KINDS[kind]
        for plan in self._plans.pop(kind, []):
            self._tg.plans.remove(plan)
        if on:
            struck = [None] if polls_too else [name for name in METHODS if name != POLL]
            self._plans[kind] = [self._tg.fail(name, times=None, with_=fault) for name in struck]
