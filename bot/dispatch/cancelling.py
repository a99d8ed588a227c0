"""Taking a request back: the resident no longer needs it, or somebody above ends it."""

from datetime import datetime

from bot.dispatch import ledger, lifecycle, outcomes
from bot.dispatch.rules import Rules
from storage.database import Tx
from storage.records import Act, Person, Request


async def cancel(tx: Tx, person: Person, request_id: int, *, rules: Rules, now: datetime) -> Request:
    """End an open request without a result: its tasks end, its clocks stop, the other side hears of it."""
    request = await outcomes.may(tx, person, request_id, Act.CANCEL, now)
    change = lifecycle.move(request, Act.CANCEL, by_id=person.id, now=now, closed_at=now)
    await outcomes.end_tasks(tx, request, rules=rules, now=now)
    return await ledger.record(tx, change, rules)
