"""The one door for change: state, history, clocks and what is to be said are written together, or not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dispatch import clocks, notices, offices, relaying, showing
from bot.dispatch.lifecycle import Change
from bot.dispatch.notices import Notice
from bot.dispatch.policy import Deadlines
from bot.dispatch.rules import Rules
from storage import deadlines, events, outbox, pieces, requests
from storage.database import Tx
from storage.records import Act, Clock, Piece, Purpose, Request

WITH_MEDIA = frozenset({"request", "queue", "escalated"})
"""Cards that bring a request to somebody for the first time."""


async def record(tx: Tx, change: Change, rules: Rules, *, terms: Deadlines | None = None) -> Request:
    """Write a change of a request; the request as it now is. Raises Conflict if somebody was faster.

    A clock that starts gets `terms`, those frozen into a clock before it, or what the policy gives today.
    """
    after = change.after
    await requests.save(tx, after, was=change.before.version)
    await events.add(
        tx, request_id=after.id, act=change.act, by_id=change.by_id, at=change.at, data=change.data
    )
    await deadlines.stop(tx, request_id=after.id, clocks=change.stops)
    if change.starts:
        terms = terms or await clocks.terms_of(tx, after, rules)
        await clocks.start(tx, after, change.starts, terms=terms, rules=rules, now=change.at)
    left = change.before.responsible_id
    if left not in (None, after.responsible_id) and change.act is not Act.APPEAL:  # that goes on to somebody
        await relaying.hand_over(tx, after.id, left or 0, change.at)
    for notice in notices.of(change):
        await tell(tx, after, notice, rules=rules, now=change.at)
    await outbox.refresh_cards(tx, request_id=after.id, now=change.at)
    return after


async def note(
    tx: Tx,
    request_id: int,
    act: Act,
    *,
    by_id: int | None,
    now: datetime,
    task_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Write into the history what changes a task or claim of the request and not the request itself."""
    await events.add(
        tx, request_id=request_id, act=act, by_id=by_id, at=now, task_id=task_id, data=data or {}
    )
    if act in relaying.LEAVING:
        await relaying.hand_over(tx, request_id, (data or {}).get("person", by_id), now)
    await outbox.refresh_cards(tx, request_id=request_id, now=now)


async def tell(
    tx: Tx, request: Request, notice: Notice, *, rules: Rules, now: datetime, task_id: int | None = None
) -> None:
    """Put one notice about a request into the outbox, outside quiet hours if it may wait."""
    recipients = (
        [notice.person_id]
        if notice.person_id is not None
        else [person.id for person in await offices.office(tx, request, now)]
    )
    leaves_at = rules.leaves_at(now, lane=notice.lane, urgency=request.urgency)
    media = await _media_of(tx, request, notice)
    for person_id in recipients:
        await showing.show(
            tx,
            media,
            person_id=person_id,
            request_id=request.id,
            now=now,
            lane=notice.lane,
            not_before=leaves_at,
        )
        await outbox.say(
            tx,
            kind=notice.kind,
            now=now,
            person_id=person_id,
            request_id=request.id,
            task_id=task_id,
            data=notice.data,
            lane=notice.lane,
            not_before=leaves_at,
        )


async def _media_of(tx: Tx, request: Request, notice: Notice) -> list[Piece]:
    """The photos and files that come before a card: those it names, or the report's where it is new."""
    if "pieces" in notice.data:
        return await pieces.these(tx, notice.data["pieces"])
    return await pieces.of_request(tx, request.id, Purpose.REPORT) if notice.kind in WITH_MEDIA else []


async def start_claim_clock(tx: Tx, request: Request, task_id: int, *, rules: Rules, now: datetime) -> None:
    """Nobody has taken the offer yet: after a while the one responsible is told."""
    terms = await clocks.terms_of(tx, request, rules)
    await clocks.start(tx, request, Clock.CLAIM, terms=terms, rules=rules, now=now, task_id=task_id)


async def stop_claim_clock(tx: Tx, request_id: int, task_id: int) -> None:
    """The offer is taken: the one responsible need not be told that nobody comes."""
    await deadlines.stop(tx, request_id=request_id, clocks=(Clock.CLAIM,), task_id=task_id)
