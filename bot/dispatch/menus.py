"""The large keys below a person's chat: given with a greeting, and given anew when a post comes or goes."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.dispatch.rules import Rules
from storage import jobs, menus, outbox, people
from storage.database import Tx
from storage.records import Lane, Menu


class Why(StrEnum):
    """Why somebody is greeted."""

    START = "start"
    LINK = "link"  # they came by a link that opens something: only a word before that
    CLAIM = "claim"  # they came from a group, where they wanted to take a task
    LINKED = "linked"  # they are somebody of the roster now
    BACK = "back"  # no message reached them for a while
    LANGUAGE = "language"
    PHONE = "phone"
    LOCATED = "located"  # they were given a large key for their location
    POST_CAME = "came"
    POST_WENT = "went"
    MOVED = "moved"  # the account is no longer that of a person of the roster


async def greet(
    tx: Tx,
    person_id: int,
    why: Why,
    now: datetime,
    *,
    lane: Lane = Lane.ANSWER,
    not_before: datetime | None = None,
    **data: Any,
) -> None:
    """Say a few words together with the large keys that are right for the person now."""
    person = await people.get(tx, person_id)
    if person is None:
        return
    menu = await menu_of(tx, person_id, now)
    if menu is not person.menu:
        await menus.give(tx, person_id, menu)
        if Menu.DESK in (menu, person.menu):
            await show_commands(tx, person_id, now)
    await outbox.say(
        tx,
        kind="welcome",
        person_id=person_id,
        data={"why": why, **data},
        now=now,
        lane=lane,
        not_before=not_before,
    )


async def menu_of(tx: Tx, person_id: int, now: datetime) -> Menu:
    """The keys that are right for a person now."""
    return Menu.DESK if await menus.answers(tx, person_id, now) else Menu.PLAIN


async def show_commands(tx: Tx, person_id: int, now: datetime) -> None:
    """Have Telegram show the person the commands that are right now, in their language."""
    await jobs.add(tx, kind="commands", payload={"person_id": person_id}, now=now)


async def settle(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Posts may have come or gone: whoever has the wrong keys gets the right ones, with a word, by day."""
    by_day = rules.leaves_at(now, lane=Lane.WORK)
    for person_id, why in await stale(tx, now):
        await greet(tx, person_id, why, now, lane=Lane.WORK, not_before=by_day)


async def stale(tx: Tx, now: datetime) -> list[tuple[int, Why]]:
    """Those within reach whose keys are no longer right, and why."""
    return [
        *((person_id, Why.POST_CAME) for person_id in await menus.without_desk(tx, now)),
        *((person_id, Why.POST_WENT) for person_id in await menus.with_needless_desk(tx, now)),
    ]
