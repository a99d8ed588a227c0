"""Bringing a person of the roster and a Telegram account together: by a link that only they are given, or by
their phone number, for which Telegram vouches."""

import hashlib
import secrets
from datetime import datetime, timedelta

from bot.dispatch import responsibility
from bot.dispatch.refusals import AlreadyLinked, BadLink, LinkedElsewhere, OtherPhone, PhoneTaken
from bot.dispatch.rules import Rules
from storage import people
from storage.database import Tx
from storage.records import Person

GOOD_FOR = timedelta(days=30)
SECRET_BYTES = 16
PREFIX = "join_"
"""Stands before the secret in a link's start parameter, of which Telegram takes 64 characters."""


async def invite(tx: Tx, person_id: int, now: datetime) -> str:
    """A new secret for the person's link; only its digest is kept."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    await people.invite(tx, digest=digest(secret), person_id=person_id, expires_at=now + GOOD_FOR)
    return secret


async def join(tx: Tx, person: Person, secret: str, *, rules: Rules, now: datetime) -> Person:
    """Make the account's person the roster's, with everything they have done so far; the roster's name wins.

    Raises BadLink, AlreadyLinked or LinkedElsewhere. Following one's own link again changes nothing.
    """
    found = await people.invitation(tx, digest(secret), now)
    if found is None:
        raise BadLink
    roster_id, good = found
    if roster_id == person.id:
        return person
    if not good:
        raise BadLink
    roster = await people.get(tx, roster_id)
    if roster is None:
        raise BadLink
    if roster.telegram_id is not None:
        raise AlreadyLinked
    if await people.has_roster_post(tx, person.id, now):
        raise LinkedElsewhere
    return await _link_and_welcome(tx, person, roster, rules=rules, now=now)


async def by_phone(tx: Tx, person: Person, phone: str, *, rules: Rules, now: datetime) -> Person:
    """Somebody has shared their own number (E.164): they become the person of the roster who has it, as by a
    link. A number that nobody has is kept with them.

    Raises AlreadyLinked, LinkedElsewhere, PhoneTaken or OtherPhone.
    """
    holder = await people.by_phone(tx, phone)
    of_roster = await people.has_roster_post(tx, person.id, now)
    if holder is None:
        if of_roster and person.phone:
            raise OtherPhone
        await people.set_phone(tx, person.id, phone)
        return person
    if holder.id == person.id:
        return person
    if holder.telegram_id is not None:
        raise AlreadyLinked if await people.has_roster_post(tx, holder.id, now) else PhoneTaken
    if of_roster:
        raise LinkedElsewhere
    return await _link_and_welcome(tx, person, holder, rules=rules, now=now)


async def _link_and_welcome(
    tx: Tx, account: Person, roster: Person, *, rules: Rules, now: datetime
) -> Person:
    """The account is that person's from now on, and what waited for them finds them."""
    await link(tx, account, roster.id)
    await people.use_invitations(tx, roster.id, now)
    linked = await people.get(tx, roster.id) or roster
    await responsibility.welcome(tx, linked, rules=rules, now=now)
    return linked


async def link(tx: Tx, account: Person, roster_id: int) -> None:
    """Let the roster's row have the account and all that the account's own row has; that row goes."""
    await people.merge(tx, from_id=account.id, to_id=roster_id)
    if account.telegram_id is not None:
        await people.set_account(
            tx,
            roster_id,
            telegram_id=account.telegram_id,
            reachable=account.reachable,
            language=account.language,
        )


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
