"""Screens: (state, reader, language) → what is shown. The sender asks here for the words of each message."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards import drafts, media, notes, office, resident, volunteers
from bot.cards.page import Page
from bot.cards.screen import Screen
from bot.dispatch.rules import Rules
from bot.texts import language_of
from storage import groups, people
from storage.database import Tx
from storage.records import Card, Message

Draw = Callable[[Page], Awaitable[Screen | None]]

SCREENS: dict[str, Draw] = {
    "welcome": notes.welcome,
    "draft": drafts.draft,
    "receipt": resident.receipt,
    "result": resident.result,
    "request": office.office_card,
    "queue": office.office_card,
    "reminder": office.office_card,
    "escalated": office.office_card,
    "reopened": office.office_card,
    "task": volunteers.task_card,
    "claim": volunteers.claim_card,
    "ask": notes.ask,
    "plain": notes.plain,
    "media": media.media,
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
        group = None if message.group_id is None else await groups.get(tx, message.group_id)
        chosen = reader.reads if reader else group.language if group else None
        page = Page(tx, message, card, reader, language_of(chosen, self.language), self.rules, now)
        draw = SCREENS.get(message.kind, notes.notice)
        screen = await draw(page)
        while screen and not screen.fits() and page.longest > SHORTEST:
            page = replace(page, longest=page.longest * 3 // 4)
            screen = await draw(page)
        return screen
