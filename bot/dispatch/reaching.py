"""Residents whom no message reaches: whoever needs them is told to phone or visit, and when one does."""

from dataclasses import replace
from datetime import datetime

from bot.dispatch import ledger
from bot.dispatch.lifecycle import ENDED
from bot.dispatch.notices import Notice
from bot.dispatch.rules import Rules
from storage import outbox, people, requests
from storage.database import Tx
from storage.records import Lane, Person, Request


def reached(person: Person) -> bool:
    """Whether a private message reaches the person, as far as is known."""
    return person.reachable and person.telegram_id is not None


async def lost(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """No message reaches the person any more: those who answer for their requests are told once."""
    await _tell(tx, person, Notice("note-unreachable", None), rules=rules, now=now)


async def found(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """A message reaches the person again."""
    await _tell(tx, person, Notice("note-reachable", None), rules=rules, now=now)


async def _tell(tx: Tx, person: Person, notice: Notice, *, rules: Rules, now: datetime) -> None:
    """Tell it for each of the person's requests that is not over; the cards show it too."""
    for request in await requests.of_resident(tx, person.id):
        if request.status not in ENDED:
            told = replace(notice, person_id=request.responsible_id)
            await ledger.tell(tx, request, told, rules=rules, now=now)
            await outbox.refresh_cards(tx, request_id=request.id, now=now)


async def warned(tx: Tx, by: Person, request: Request, now: datetime) -> bool:
    """Whether it is no use that `by` writes to the resident; then they are told how else to reach them."""
    resident = await people.get(tx, request.resident_id)
    if resident is None or resident.id == by.id or reached(resident):
        return False
    await outbox.say(
        tx, kind="note-unreachable", person_id=by.id, request_id=request.id, now=now, lane=Lane.ANSWER
    )
    return True
