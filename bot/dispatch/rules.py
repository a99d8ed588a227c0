"""What the community has laid down, as every service is given it."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dispatch import dangers, worktime
from bot.dispatch.policy import Policy
from storage.records import Lane, Urgency


@dataclass(frozen=True, slots=True)
class Rules:
    policy: Policy
    zone: ZoneInfo
    at_once: bool = False
    """Whether what is said now can wait for no morning."""

    def for_words(self, words: str) -> "Rules":
        """The same, for what follows from a resident's words: those that tell of a danger know no night."""
        return replace(self, at_once=dangers.spoken_of(words) is not None)

    def leaves_at(self, now: datetime, *, lane: Lane, urgency: Urgency | None = None) -> datetime:
        """When a message may go out: at once in answer to one's own act or in an emergency, else not in
        quiet hours."""
        if self.at_once or lane is Lane.ANSWER or urgency is Urgency.EMERGENCY:
            return now
        return worktime.ends(self.policy.quiet, now, self.zone)
