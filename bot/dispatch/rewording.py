"""Changing what groups read of a request, before it is offered to them and after."""

from datetime import datetime

from bot.dispatch import group_words, ledger, lifecycle, outcomes
from bot.dispatch.refusals import NothingSaid
from bot.dispatch.rules import Rules
from storage import tasks
from storage.database import Tx
from storage.records import Act, Person


async def reword(tx: Tx, person: Person, request_id: int, words: str, *, rules: Rules, now: datetime) -> bool:
    """Have groups read `words`, those who read it already too; whether something in them had to be hidden."""
    request = await outcomes.may(tx, person, request_id, Act.REWORD, now)
    if not words.strip():
        raise NothingSaid
    fit = await group_words.masked(tx, request, words)
    await tasks.reword(tx, request.id, fit)
    change = lifecycle.move(
        request, Act.REWORD, by_id=person.id, now=now, data={"words": fit}, group_words=fit
    )
    await ledger.record(tx, change, rules)
    return fit != words
