"""Not taking a request on, with a reason; and the resident's appeal, which the level above decides."""

from collections.abc import Sequence
from datetime import datetime

from bot.dispatch import clocks, ledger, lifecycle, outcomes, relaying, responsibility
from bot.dispatch.notices import Notice
from bot.dispatch.refusals import NothingSaid, TooLate
from bot.dispatch.rules import Rules
from storage.database import Tx
from storage.records import Act, Person, Request


async def decline(
    tx: Tx,
    person: Person,
    request_id: int,
    reason: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """End the request with a reason, which `media` (ids of pieces) may show. A supervisor or administrator
    who does so is first made responsible."""
    request = await outcomes.may(tx, person, request_id, Act.DECLINE, now)
    if not reason.strip():
        raise NothingSaid
    if request.responsible_id != person.id:
        request = await responsibility.take_over(tx, request, by=person, rules=rules, now=now)
    await outcomes.end_tasks(tx, request, rules=rules, now=now)
    change = lifecycle.move(
        request,
        Act.DECLINE,
        by_id=person.id,
        now=now,
        data={"reason": reason, "pieces": list(media)},
        closed_at=now,
        reopen_until=await clocks.reopen_until(tx, request, rules=rules, now=now),
    )
    return await ledger.record(tx, change, rules)


async def may_appeal(tx: Tx, person: Person, request_id: int, now: datetime) -> Request:
    """The request, if the person may appeal now; raises as `outcomes.may`, TooLate past the time for it."""
    request = await outcomes.may(tx, person, request_id, Act.APPEAL, now)
    if not lifecycle.may_reopen(request, now):
        raise TooLate
    return request


async def appeal(
    tx: Tx,
    person: Person,
    request_id: int,
    reason: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """The resident does not agree: the level above the one who declined answers next, with a fresh clock, or
    the administrators do; the one who declined hears of it."""
    declined = await may_appeal(tx, person, request_id, now)
    if not reason.strip():
        raise NothingSaid
    rules = rules.for_words(reason)
    change = lifecycle.move(
        declined,
        Act.APPEAL,
        by_id=person.id,
        now=now,
        data={
            "reason": reason,
            "pieces": list(media),
            "from": declined.responsible_id,
            "grid": declined.responsible_grid_id,
        },
        responsible_id=None,
        responsible_grid_id=None,
        closed_at=None,
        reopen_until=None,
    )
    request = await ledger.record(tx, change, rules)
    request = await responsibility.route(tx, request, rules=rules, now=now, why="appeal")
    await relaying.hand_over(tx, request.id, declined.responsible_id or 0, now)
    told = Notice("note-appealed", declined.responsible_id)
    await ledger.tell(tx, request, told, rules=rules, now=now)
    return request
