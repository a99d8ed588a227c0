"""What the community has laid down, as every service is given it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dispatch import worktime
from bot.dispatch.policy import Policy
from storage.records import Lane, Urgency


@dataclass(frozen=True, slots=True)
class Rules:
    policy: Policy
    zone: ZoneInfo

    def leaves_at(self, now: datetime, *, lane: Lane, urgency: Urgency | None = None) -> datetime:
        """When a message may go out: at once in answer to one's own act or in an emergency, else not in
        quiet hours."""
        if lane is Lane.ANSWER or urgency is Urgency.EMERGENCY:
            return now
        return worktime.ends(self.policy.quiet, now, self.zone)
