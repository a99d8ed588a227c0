"""Starting and stopping the clocks of a request: its policy is frozen into every moment that is set."""

from datetime import datetime

from bot.dispatch import worktime
from bot.dispatch.policy import Deadlines
from bot.dispatch.rules import Rules
from storage import categories, deadlines
from storage.database import Tx
from storage.records import Clock, Request

REMINDED = frozenset({Clock.ANSWER, Clock.SOLVE, Clock.CONFIRM})
"""Clocks with reminders on the way. An offer lies open before a whole group, which is not nagged; a climb
is itself the reminder."""


async def start(
    tx: Tx, request: Request, clock: Clock, *, rules: Rules, now: datetime, task_id: int | None = None
) -> None:
    """Set a clock's end, and the reminders on the way to it."""
    codes = await categories.codes_upward(tx, request.category_id)
    terms = rules.policy.deadlines_for(request.urgency, codes)
    parts = (*terms.remind, 1.0) if clock in REMINDED else (1.0,)
    for part in parts:
        await deadlines.set_one(
            tx,
            request_id=request.id,
            task_id=task_id,
            clock=clock,
            part=part,
            level=request.level,
            due_at=worktime.advance(
                now,
                getattr(terms, clock),
                quiet=rules.policy.quiet_for(request.urgency),
                zone=rules.zone,
                part=part,
            ),
            policy=terms.to_dict(),
        )


async def reopen_until(tx: Tx, request: Request, rules: Rules) -> datetime | None:
    """The end of the time in which a closed request may be reopened; None while it is not closed."""
    if request.closed_at is None:
        return None
    codes = await categories.codes_upward(tx, request.category_id)
    terms: Deadlines = rules.policy.deadlines_for(request.urgency, codes)
    return worktime.advance(
        request.closed_at, terms.reopen, quiet=rules.policy.quiet_for(request.urgency), zone=rules.zone
    )
