"""Knowing people by their accounts, and noticing that a message reaches them."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.dispatch import reaching, responsibility, returning
from bot.dispatch.rules import Rules
from storage import people
from storage.database import Tx
from storage.records import Person


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody as Telegram shows them; `language` as Telegram codes it."""

    telegram_id: int
    name: str
    language: str | None


async def meet(tx: Tx, account: Account, *, private: bool, rules: Rules, now: datetime) -> Person:
    """The person behind an account, made if need be; whoever acts in private can be reached."""
    person = await people.by_telegram(tx, account.telegram_id)
    if person is None:
        person = await people.add(
            tx, name=account.name, telegram_id=account.telegram_id, language=account.language, now=now
        )
    if account.language and person.language != account.language:
        await people.set_language(tx, person.id, account.language)
        person = replace(person, language=account.language)
    if not person.name:
        await people.rename(tx, person.id, account.name)
        person = replace(person, name=account.name)
    if private and not person.reachable:
        person = await within_reach(tx, person, rules=rules, now=now)
    return person


async def within_reach(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> Person:
    """A message reaches the person from now on: requests that waited for somebody like them find them, and
    whoever was away is told how things stand."""
    await people.set_reachable(tx, person.id, True)
    person = replace(person, reachable=True)
    await responsibility.welcome(tx, person, rules=rules, now=now)
    await reaching.found(tx, person, rules=rules, now=now)
    if person.menu is not None:
        await returning.catch_up(tx, person, now)
    return person


async def out_of_reach(tx: Tx, person: Person, *, rules: Rules, now: datetime) -> None:
    """No message reaches the person: what they answer for goes on to the next at once."""
    await people.set_reachable(tx, person.id, False)
    await responsibility.reroute_all_of(tx, person, rules=rules, now=now, why="unreachable")
    if person.reachable:
        await reaching.lost(tx, person, rules=rules, now=now)
