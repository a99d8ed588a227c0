"""Starting and stopping the clocks of a request: its policy is frozen into every moment that is set."""

from datetime import datetime

from bot.dispatch import worktime
from bot.dispatch.policy import Deadlines
from bot.dispatch.rules import Rules
from bot.dispatch.worktime import Duration
from storage import categories, deadlines
from storage.database import Tx
from storage.records import Clock, Request

REMINDED = frozenset({Clock.ANSWER, Clock.SOLVE, Clock.CONFIRM})
"""Clocks with reminders on the way. An offer lies open before a whole group, which is not nagged; a climb
is itself the reminder."""


async def terms_of(tx: Tx, request: Request, rules: Rules) -> Deadlines:
    """The terms that the policy of today gives a request."""
    codes = await categories.codes_upward(tx, request.category_id)
    return rules.policy.deadlines_for(request.urgency, codes)


async def start(
    tx: Tx,
    request: Request,
    clock: Clock,
    *,
    terms: Deadlines,
    rules: Rules,
    now: datetime,
    task_id: int | None = None,
) -> None:
    """Set a clock's end, and the reminders on the way to it."""
    parts = (*terms.remind, 1.0) if clock in REMINDED else (1.0,)
    for part in parts:
        await deadlines.set_one(
            tx,
            request_id=request.id,
            task_id=task_id,
            clock=clock,
            part=part,
            level=request.level,
            due_at=_after(getattr(terms, clock), request, rules, now, part=part),
            policy=terms.to_dict(),
        )


async def reopen_until(tx: Tx, request: Request, *, rules: Rules, now: datetime) -> datetime:
    """Until when a request that is closed now may be reopened."""
    return _after((await terms_of(tx, request, rules)).reopen, request, rules, now)


def _after(
    duration: Duration, request: Request, rules: Rules, now: datetime, *, part: float = 1.0
) -> datetime:
    quiet = rules.policy.quiet_for(request.urgency)
    return worktime.advance(now, duration, quiet=quiet, zone=rules.zone, part=part)
