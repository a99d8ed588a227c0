"""Screens: (state, reader, language) → what is shown. The sender asks here for the words of each message."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards import (
    coverage,
    dangers,
    desk,
    draft_places,
    drafts,
    files,
    from_resident,
    groups,
    informed,
    leaves,
    long_words,
    media,
    mine,
    my_grid,
    notes,
    office,
    person,
    resident,
    talk,
    tasks,
    uploads,
    volunteers,
)
from bot.cards.page import Page
from bot.cards.people import invitation, people_card
from bot.cards.screen import Screen
from bot.dispatch.rules import Rules
from bot.texts import language_of
from storage import groups as bindings
from storage import people
from storage.database import Tx
from storage.records import Card, Group, Message

Draw = Callable[[Page], Awaitable[Screen | None]]

SCREENS: dict[str, Draw] = {
    "welcome": person.welcome,
    "leaf": person.leaf,
    "draft": drafts.draft,
    "danger": dangers.danger_card,
    "location-key": draft_places.location_key,
    "receipt": resident.receipt,
    "result": resident.result,
    "declined": resident.declined,
    "mine": mine.mine,
    "thanks": from_resident.thanks,
    "request": office.office_card,
    "queue": office.office_card,
    "reminder": office.office_card,
    "escalated": office.office_card,
    "reopened": office.office_card,
    "informed": informed.informed_card,
    "desk": desk.desk_card,
    "my-grid": my_grid.my_grid_card,
    "coverage": coverage.coverage_card,
    "leave": leaves.leave_card,
    "stand-in": leaves.stand_in,
    "task": volunteers.task_card,
    "claim": volunteers.claim_card,
    "offered": volunteers.offered_card,
    "tasks": tasks.tasks_card,
    "open": groups.open_card,
    "group-language": groups.language_card,
    "codes": groups.codes_card,
    "ask": notes.ask,
    "plain": notes.plain,
    "file": files.file,
    "people": people_card,
    "upload": uploads.upload_card,
    "invitation": invitation,
    "media": media.media,
    "long-words": long_words.long_words,
    "said": talk.said,
    "passed": talk.passed,
    "about": talk.about,
    "note-unreachable": talk.unreachable,
    "note-reachable": talk.reachable,
}
"""kind of message → its screen; every other kind is a notice about a request."""


SHORTEST = 20
"""Units below which no value is cut."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Draws each message from the state as it is when it leaves, in its reader's language."""

    rules: Rules
    language: str
    """where a reader's own is unknown"""

    async def __call__(self, tx: Tx, message: Message, card: Card | None, now: datetime) -> Screen | None:
        """The screen, or None when what was to be said is no longer true or wanted.

        Where people wrote more than one message holds, the longest words give way until it fits.
        """
        reader = None if message.person_id is None else await people.get(tx, message.person_id)
        group = None if reader else await _group(tx, message)
        chosen = reader.reads if reader else group.language if group else None
        page = Page(tx, message, card, reader, language_of(chosen, self.language), self.rules, now)
        draw = SCREENS.get(message.kind, notes.notice)
        screen = await draw(page)
        while screen and not screen.fits() and page.longest > SHORTEST:
            page = replace(page, longest=page.longest * 3 // 4)
            screen = await draw(page)
        return screen


async def _group(tx: Tx, message: Message) -> Group | None:
    """The group that reads the message; of a chat that only sent a command, what it is or was bound as."""
    if message.group_id is not None:
        return await bindings.get(tx, message.group_id)
    if message.chat_id is None:
        return None
    there = await bindings.bound(tx, message.chat_id, message.thread_id)
    return there or await bindings.last_of(tx, message.chat_id)
