"""Talking through the bot: what is said about a request goes to its other side, and to nobody else."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch import additions, ledger, offices, outcomes, reaching, showing
from bot.dispatch.lifecycle import ENDED, MOVES, OPEN
from bot.dispatch.permissions import ANSWERING, Relation, may_see_contact
from bot.dispatch.refusals import Refused, TalkOver
from bot.dispatch.relaying import relay, who_answer
from bot.dispatch.rules import Rules
from storage import conversations, events, outbox, people, pieces, requests
from storage.database import Tx
from storage.records import Act, Event, Lane, Message, Person, Piece, Purpose, Request, RequestStatus

STAYS_OPEN = timedelta(days=1)
"""How long one may still talk after the end."""
JUST_NOW = timedelta(minutes=15)
"""Who has done something with the request within this time is awake, whatever the hour."""
ENDS = frozenset(act for act, line in MOVES.items() if line.target in ENDED)
TOLD = frozenset({RequestStatus.RESOLVED, RequestStatus.CLOSED})
"""Here the resident knows the result."""
MOST, LOOKED_AT = 5, 20
"""Requests to choose from, and how many are looked at for that."""


@dataclass(frozen=True, slots=True)
class Passed:
    """What became of something that was said: to whom it goes (nobody: it reaches none), and when."""

    to: tuple[int, ...]
    at: datetime


def is_open(request: Request, history: Iterable[Event], now: datetime) -> bool:
    """Whether the two sides may talk: until a day after the end."""
    if request.status not in ENDED:
        return True
    ended = max((event.at for event in history if event.act in ENDS), default=None)
    return ended is not None and now - ended < STAYS_OPEN


def speaks_as(are: Collection[Relation]) -> Relation:
    """On which side somebody speaks who may be several things: whose request it is speaks as that."""
    return next(relation for relation in Relation if relation in are)


def leaves_at(
    request: Request, history: Iterable[Event], to: Person, *, rules: Rules, now: datetime
) -> datetime:
    """When it goes out: at once to whoever has just done something with the request, else not at night."""
    awake = any(event.by_id == to.id and now - event.at <= JUST_NOW for event in history)
    return now if awake else rules.leaves_at(now, lane=Lane.WORK, urgency=request.urgency)


async def may_talk(tx: Tx, person: Person, request_id: int, now: datetime) -> Request:
    """The request, if the person may say something about it now. Raises Gone, NotYours or TalkOver."""
    request = await outcomes.may(tx, person, request_id, Act.SAY, now)
    if not is_open(request, await events.of_request(tx, request.id), now):
        raise TalkOver
    return request


async def candidates(tx: Tx, person: Person, now: datetime) -> list[Request]:
    """What the person may be talking about when they do not say it; the newest first."""
    found = []
    for request in await conversations.of_person(tx, person.id, since=now - STAYS_OPEN, limit=LOOKED_AT):
        try:
            found.append(await may_talk(tx, person, request.id, now))
        except Refused:
            continue
    return found[:MOST]


async def say(
    tx: Tx, by: Person, request_id: int, piece: Piece, *, to: int | None = None, rules: Rules, now: datetime
) -> Passed:
    """Bring one piece, which is the request's already, to the other side.

    `to`: the person in particular whom the resident answers. Raises as `may_talk`.
    """
    request = await may_talk(tx, by, request_id, now)
    history = await events.of_request(tx, request.id)
    are = await outcomes.relations_of(tx, by, request, now)
    side = speaks_as(are)
    data = {"as": side, "grid": await _grid_of(tx, by, request, side)}
    heard = await _other_side(tx, request, by, side, to=to, now=now)
    if side is Relation.RESIDENT:
        rules = rules.for_words(piece.words)
    leave = [leaves_at(request, history, person, rules=rules, now=now) for person in heard]
    for person, not_before in zip(heard, leave, strict=True):
        await relay(tx, request.id, piece, data, to=person.id, now=now, not_before=not_before)
    reached = tuple(person.id for person in heard)
    noted = {"piece": piece.id, "to": list(reached)}
    await ledger.note(tx, request.id, Act.SAY, by_id=by.id, now=now, data=noted)
    return Passed(reached, min(leave, default=now))


async def _other_side(
    tx: Tx, request: Request, by: Person, side: Relation, *, to: int | None, now: datetime
) -> list[Person]:
    """Whom it reaches. The resident's goes to whom they answer, else to the one responsible; where no message
    reaches these, or nobody is, to the office. Everybody else's goes to the resident."""
    if side is not Relation.RESIDENT:
        resident = await people.get(tx, request.resident_id)
        return [resident] if resident and reaching.reached(resident) else []
    for person_id in (to, request.responsible_id):
        person = None if person_id in (None, by.id) else await people.get(tx, person_id or 0)
        if person is None or not reaching.reached(person):
            continue
        if may_see_contact(await outcomes.relations_of(tx, person, request, now)):
            return [person]
    return await offices.office(tx, request, now)


async def _grid_of(tx: Tx, by: Person, request: Request, side: Relation) -> int | None:
    """The grid for which somebody speaks who answers."""
    if side is Relation.RESPONSIBLE:
        return request.responsible_grid_id
    if side in ANSWERING:
        return dict(await requests.supervisors(tx, request.id)).get(by.id)
    return None


async def acknowledge(tx: Tx, by: Person, request_id: int, passed: Passed, now: datetime) -> None:
    """Tell who has said something what became of it."""
    request = await requests.get(tx, request_id)
    if request is None:
        return
    if not passed.to:
        text = "talk-nobody" if request.resident_id == by.id else "talk-unreached"
    else:
        text = "talk-waits" if passed.at > now else "talk-passed"
    one = passed.to[0] if len(passed.to) == 1 else None
    await tell(tx, by, request_id, text, now=now, to=one, at=int(passed.at.timestamp()))


async def tell(tx: Tx, person: Person, request_id: int, text: str, *, now: datetime, **data: Any) -> None:
    """Answer somebody who has said something."""
    await outbox.say(
        tx,
        kind="passed",
        person_id=person.id,
        request_id=request_id,
        data={"text": text, **data},
        now=now,
        lane=Lane.ANSWER,
    )


async def went_to(tx: Tx, piece: Piece) -> list[int] | None:
    """To whom a piece was brought that was said; None for what was sent for something else."""
    for event in await events.of_request(tx, piece.request_id or 0):
        if event.act is Act.SAY and event.data.get("piece") == piece.id:
            to: list[int] = event.data["to"]
            return to
    return None


async def follow(tx: Tx, by: Person, first: Piece, piece: Piece, *, rules: Rules, now: datetime) -> None:
    """A late piece of an album goes where the first one went: said, or shown with the report or the result.
    With words of its own it is an addition to the report. What was given as a reason stays where it is."""
    request = await requests.get(tx, first.request_id or 0)
    if request is None:
        return
    if first.purpose is Purpose.TALK:
        to = await went_to(tx, first)
        if to is not None:
            only = to[0] if len(to) == 1 else None
            await say(tx, by, request.id, piece, to=only, rules=rules, now=now)
        return
    if first.purpose is Purpose.REPORT and request.status in OPEN and piece.words:
        await additions.add(tx, by, request.id, piece.words, media=[piece.id], rules=rules, now=now)
        return
    readers: list[int] = []
    if first.purpose is Purpose.REPORT and request.status not in ENDED:
        readers = await who_answer(tx, request, now)
    elif first.purpose is Purpose.RESULT and request.status in TOLD:
        readers = [request.resident_id]
    leaves = rules.leaves_at(now, lane=Lane.WORK, urgency=request.urgency)
    for reader in readers:
        await showing.show(tx, [piece], person_id=reader, request_id=request.id, now=now, not_before=leaves)


async def lost(tx: Tx, message: Message, *, rules: Rules, now: datetime) -> None:
    """What was said did not reach its reader: it goes to who else is on that side, or its speaker is told."""
    request = await requests.get(tx, message.request_id or 0)
    piece = await pieces.get(tx, message.data["piece"])
    speaker = await people.get(tx, piece.person_id) if piece else None
    if request is None or piece is None or speaker is None or message.data["part"] == "file":
        return
    side = Relation(message.data["as"])
    others = await _other_side(tx, request, speaker, side, to=None, now=now)
    if side is Relation.RESIDENT:
        rules = rules.for_words(piece.words)
    leaves = rules.leaves_at(now, lane=Lane.WORK, urgency=request.urgency)
    for person in others:
        await relay(tx, request.id, piece, message.data, to=person.id, now=now, not_before=leaves)
    told_anyway = request.status not in ENDED and speaker.id in await who_answer(tx, request, now)
    if not others and not told_anyway:
        await acknowledge(tx, speaker, request.id, Passed((), now), now)
