"""Somebody whom no message reached is back: they are told how things stand, in a few messages."""

from datetime import datetime

from bot.dispatch import menus
from bot.dispatch.lifecycle import ENDED
from bot.dispatch.menus import Why
from storage import outbox, requests
from storage.database import Tx
from storage.records import Lane, Message, Person, Request, RequestStatus

MOST = 3
"""Cards that are shown; the rest stands in My requests."""
LOOKED_AT = 5
"""How many greetings, the last ones, are looked at for whether somebody is back."""


async def catch_up(tx: Tx, person: Person, now: datetime) -> None:
    """Say in one message what is open of theirs, and show what is most urgent of their own requests.

    What they answer for has been brought to them anew, with its cards; places they held are free since.
    """
    own = [request for request in await requests.of_resident(tx, person.id) if request.status not in ENDED]
    desk = await requests.answered_by(tx, person.id)
    await menus.greet(tx, person.id, Why.BACK, now, own=len(own), desk=len(desk))
    for request in sorted(own, key=_waits_for_their_word, reverse=True)[:MOST]:
        await outbox.say(
            tx,
            kind="result" if _waits_for_their_word(request) else "receipt",
            person_id=person.id,
            request_id=request.id,
            now=now,
            lane=Lane.ANSWER,
        )


async def back_since(tx: Tx, message: Message) -> bool:
    """Whether the reader came back after this was written: that it did not arrive says nothing of now."""
    if message.person_id is None:
        return False
    greeted = await outbox.last_said(tx, person_id=message.person_id, kind="welcome", limit=LOOKED_AT)
    return any(one.id > message.id and one.data.get("why") == Why.BACK for one in greeted)


def _waits_for_their_word(request: Request) -> bool:
    return request.status is RequestStatus.RESOLVED
