"""Solved: the resident's stars and words, and the thanks that bring them to those who helped.

The thanks wait a while for the stars and words, and go at once when there is nothing more to wait for. What
they say is found when they leave; each helper gets one message.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.dispatch import ledger, lifecycle, outcomes, showing
from bot.dispatch.refusals import Gone, NothingSaid, TooLate
from bot.dispatch.rules import Rules
from storage import events, outbox, pieces
from storage.database import Tx
from storage.records import Act, Lane, Person, Request, RequestStatus

STARS = (1, 2, 3, 4, 5)
WAIT = timedelta(minutes=10)
"""How long the thanks wait for stars and words."""


def may_rate(request: Request, now: datetime) -> bool:
    """Whether stars may be given, or others: as long as Not solved may be said, and until there are words to
    them or the resident wants to say none."""
    solved = request.status is RequestStatus.CLOSED and request.confirmed
    return solved and request.comment is None and lifecycle.may_reopen(request, now)


async def solve(tx: Tx, person: Person, request_id: int, *, rules: Rules, now: datetime) -> Request:
    """The resident's Solved, for which everybody is thanked who helped."""
    request = await outcomes.confirm(tx, person, request_id, rules=rules, now=now)
    await _thank(tx, request, await _helpers(tx, request), rules=rules, now=now, at=now + WAIT)
    return request


async def rate(
    tx: Tx, person: Person, request_id: int, stars: int, *, rules: Rules, now: datetime
) -> Request:
    """Stars for what was done, in place of those given before. After the first the thanks wait for words."""
    before = await ratable(tx, person, request_id, now)
    if stars not in STARS:
        raise Gone
    if stars == before.stars:
        return before
    change = lifecycle.move(before, Act.RATE, by_id=person.id, now=now, data={"stars": stars}, stars=stars)
    request = await ledger.record(tx, change, rules)
    if before.stars is None:
        helpers = await _not_thanked_yet(tx, request)
        await _thank(tx, request, helpers, rules=rules, now=now, at=now + WAIT)
    return request


async def comment(
    tx: Tx,
    person: Person,
    request_id: int,
    words: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """Words to the stars, and `media` (ids of pieces); with them the thanks leave."""
    if not words.strip():
        raise NothingSaid
    return await _said(tx, person, request_id, words, media, rules=rules, now=now)


async def skip(tx: Tx, person: Person, request_id: int, *, rules: Rules, now: datetime) -> Request:
    """There are no words to the stars: the thanks need not wait for any."""
    return await _said(tx, person, request_id, "", (), rules=rules, now=now)


async def _said(
    tx: Tx,
    person: Person,
    request_id: int,
    words: str,
    media: Sequence[int],
    *,
    rules: Rules,
    now: datetime,
) -> Request:
    request = await ratable(tx, person, request_id, now)
    if request.stars is None:
        raise TooLate  # what the words were asked for has been reopened since
    data = {"comment": words, "pieces": list(media)}
    change = lifecycle.move(request, Act.RATE, by_id=person.id, now=now, data=data, comment=words)
    request = await ledger.record(tx, change, rules)
    waiting = await _waiting(tx, request)
    await _thank(tx, request, waiting, rules=rules.for_words(words), now=now, at=now, media=media)
    return request


async def _waiting(tx: Tx, request: Request) -> list[int]:
    """Whose thanks for this result had not left yet; they, and those for one before it, leave no more."""
    taken = await outbox.take_back(tx, kind="thanks", request_id=request.id)
    current = [message for message in taken if message.data.get("reopened") == request.reopened]
    return [message.person_id for message in current if message.person_id is not None]


async def _not_thanked_yet(tx: Tx, request: Request) -> list[int]:
    """When stars come late, volunteers have been thanked without; only the one responsible hears of them."""
    last = [] if request.responsible_id is None else [request.responsible_id]
    return await _waiting(tx, request) or last


async def ratable(tx: Tx, person: Person, request_id: int, now: datetime) -> Request:
    request = await outcomes.may(tx, person, request_id, Act.RATE, now)
    if not may_rate(request, now):
        raise TooLate
    return request


async def _helpers(tx: Tx, request: Request) -> list[int]:
    """Whoever did something for the result that was accepted, and the one responsible."""
    done: list[int] = []
    for event in await events.of_request(tx, request.id):
        if event.act is Act.REOPEN:
            done = []
        elif event.act is Act.FINISH and event.by_id is not None:
            done.append(event.by_id)
    if request.responsible_id is not None:
        done.append(request.responsible_id)
    return list(dict.fromkeys(done))


async def _thank(
    tx: Tx,
    request: Request,
    helpers: Iterable[int],
    *,
    rules: Rules,
    now: datetime,
    at: datetime,
    media: Sequence[int] = (),
) -> None:
    """Have each thanked, not before `at` and not in quiet hours, after what came with the words."""
    leaves_at = rules.leaves_at(at, lane=Lane.WORK, urgency=request.urgency)
    shown = await pieces.these(tx, list(media))
    for person_id in helpers:
        await showing.show(
            tx, shown, person_id=person_id, request_id=request.id, now=now, not_before=leaves_at
        )
        await outbox.say(
            tx,
            kind="thanks",
            person_id=person_id,
            request_id=request.id,
            data={"reopened": request.reopened},
            now=now,
            not_before=leaves_at,
        )
