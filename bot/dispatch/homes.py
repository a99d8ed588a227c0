"""Where somebody lives: how long that is asked for, and what an answer in words says."""

from datetime import datetime, timedelta
from typing import Any

from bot.dispatch import dangers
from bot.dispatch.guessing import guess
from bot.dispatch.places import LONGEST_TEXT, Found, Index
from bot.dispatch.placing import home_of
from storage import cards, categories, drafts, prompts
from storage.database import Tx, from_millis, to_millis
from storage.records import Card, Person

NOT_FOR_LONG = timedelta(minutes=10)
"""Later than that, words are about something else."""
SET = {"page": "home", "show": "set", "asked": None}
"""A card that shows which place is home. All of it is said: a card that was not known yet is told what it
was posted with as well."""


def asking(now: datetime, *, at: int | None = None, number: int = 0, missed: bool = False) -> dict[str, Any]:
    """A card that asks, and shows a page of the grids inside `at`. `missed`: what was written is unknown."""
    since = to_millis(now)
    return {"page": "home", "show": "choose", "asked": since, "at": at, "number": number, "missed": missed}


def asking_which(now: datetime, found: Found, written: str) -> dict[str, Any]:
    """A card that asks which of those is meant."""
    since = to_millis(now)
    return {"page": "home", "show": "found", "asked": since, "found": found.choices, "written": written}


def below(view: dict[str, Any]) -> dict[str, Any]:
    """The card above one with that view. Until that is known, this is the one that has asked."""
    return {"page": "home", "show": "below", "asked": view["asked"]}


async def question(tx: Tx, person_id: int, now: datetime) -> Card | None:
    """The card that asks, if nothing has been asked or begun since then."""
    card = next(iter(await cards.newest(tx, person_id=person_id, kind="leaf")), None)
    if card is None or not card.view.get("asked"):
        return None
    since = from_millis(card.view["asked"])
    prompt, draft = await prompts.of_person(tx, person_id), await drafts.current(tx, person_id)
    turned = (prompt and prompt.asked_at > since) or (draft and draft.changed_at > since)
    return None if turned or now > since + NOT_FOR_LONG else card


async def read(tx: Tx, words: str, person: Person, index: Index) -> Found | None:
    """The place that the words name; None for what tells of something wrong or says too much: a report."""
    long = len(words) > LONGEST_TEXT
    if long or dangers.spoken_of(words) or guess(words, await categories.keywords(tx)) is not None:
        return None
    return index.find(words, near=home_of(person, index), forgiving=True)
