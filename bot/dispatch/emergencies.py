"""The numbers to call when a resident tells of a danger where a request runs already.

The words go where they belong all the same: nothing waits until somebody has tapped.
"""

from datetime import datetime, timedelta

from bot.dispatch import dangers
from bot.dispatch.dangers import Danger
from storage import outbox, requests
from storage.database import Tx
from storage.records import Lane, Person, Piece

JUST_NOW = timedelta(minutes=10)
"""So long the numbers that were shown are not shown again for the same request."""
LOOKED_AT = 10
"""How many cards that somebody was shown last are looked at for that."""


async def told(tx: Tx, person: Person, request_id: int, words: str) -> Danger | None:
    """The danger that the resident of a request tells of. Whoever works on it knows whom to call."""
    danger = dangers.spoken_of(words)
    request = await requests.get(tx, request_id) if danger else None
    return danger if request and request.resident_id == person.id else None


async def warn(tx: Tx, person: Person, request_id: int, piece: Piece, now: datetime) -> None:
    """Show the numbers to call, if by this piece the resident tells of a danger: to be done before anything
    else is said to it."""
    danger = await told(tx, person, request_id, piece.words)
    if danger is None or await _just_shown(tx, person, request_id, danger, now):
        return
    await outbox.say(
        tx,
        kind="danger",
        person_id=person.id,
        request_id=request_id,
        data={"danger": danger, "piece": piece.id},
        now=now,
        lane=Lane.ANSWER,
    )


async def _just_shown(tx: Tx, person: Person, request_id: int, danger: Danger, now: datetime) -> bool:
    """Whether it was: by such a card, or before the report itself was sent."""
    request = await requests.get(tx, request_id)
    since = now - JUST_NOW
    if request and request.created_at > since and dangers.spoken_of(request.words) == danger:
        return True
    shown = await outbox.last_said(tx, person_id=person.id, kind="danger", limit=LOOKED_AT)
    return any(
        card.request_id == request_id and card.data.get("danger") == danger and card.created_at > since
        for card in shown
    )
