"""Bringing a person of the roster and a Telegram account together: by a link that only they are given, or by
their phone number, for which Telegram vouches."""

import hashlib
import secrets
from datetime import datetime, timedelta

from bot.dispatch import menus, responsibility, undelivered
from bot.dispatch.menus import Why
from bot.dispatch.refusals import (
    AlreadyLinked,
    BadLink,
    Gone,
    LinkedElsewhere,
    NotYours,
    OtherPhone,
    OwnAccount,
    PhoneTaken,
    TooLate,
)
from bot.dispatch.rules import Rules
from storage import accounts, people, posts
from storage.database import Tx
from storage.posts import Within
from storage.records import Person, Role

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


# By whoever looks after people


def within(person: Person, *, admin: bool) -> Within:
    """Whose posts the person looks after: those wherever they see to the people (`my_grid.MANAGING`), an
    administrator all."""
    return Within() if admin else Within(manager_id=person.id)


async def may_invite(tx: Tx, by: Person, person: Person, now: datetime) -> bool:
    """Whether they may be given an invitation by `by`, who sees to the people wherever they have a post.

    Whoever holds it becomes that person: so it is not for those with a post elsewhere too, and of an
    administrator only for administrators.
    """
    admin = await people.is_admin(tx, by.id, now)
    offices = await posts.offices(tx, person.id, within(by, admin=admin), now)
    inside = bool(offices) and all(office.inside for office in offices)
    return inside and (admin or all(office.role is not Role.ADMIN for office in offices))


async def give_invitation(tx: Tx, person_id: int, *, by: Person, now: datetime) -> str:
    """The secret of a new link for somebody who is not linked yet.

    Raises Gone, NotYours or AlreadyLinked.
    """
    person = await people.get(tx, person_id)
    if person is None:
        raise Gone
    if not await may_invite(tx, by, person, now):
        raise NotYours
    if person.telegram_id is not None:
        raise AlreadyLinked
    return await invite(tx, person_id, now)


async def movable(tx: Tx, person_id: int, *, by: Person, now: datetime) -> Person:
    """Somebody whose account `by` may take from them. Raises Gone, NotYours, OwnAccount or TooLate."""
    if not await people.is_admin(tx, by.id, now):
        raise NotYours
    person = await people.get(tx, person_id)
    if person is None or not await posts.offices(tx, person_id, Within(), now):
        raise Gone
    if person.id == by.id:
        raise OwnAccount
    if person.telegram_id is None:
        raise TooLate
    return person


async def move(tx: Tx, person_id: int, *, by: Person, rules: Rules, now: datetime) -> str:
    """Take the person's account from them; the secret of the link for the next one.

    They keep name, posts, requests and history; what they answer for goes on to the next until they are
    linked again, and the places they hold are free. The account is a resident's of its own from then on, and
    is told so. Raises as `movable`.
    """
    person = await movable(tx, person_id, by=by, now=now)
    await take_account(tx, person, rules=rules, now=now)
    return await invite(tx, person.id, now)


async def take_account(
    tx: Tx, person: Person, *, rules: Rules, now: datetime, not_before: datetime | None = None
) -> Person:
    """The same without an invitation: the row of the account by itself, which is told so (not before the
    moment given)."""
    await undelivered.out_of_reach(tx, person, rules=rules, now=now)
    account = await accounts.part(tx, person, now)
    if account.reachable:
        await menus.greet(tx, account.id, Why.MOVED, now, not_before=not_before, name=person.name)
    return account


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
