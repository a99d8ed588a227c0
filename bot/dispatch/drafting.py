"""A report in the making: what comes in, what its words say by themselves, and its one card."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.dispatch.atlas import Atlas
from bot.dispatch.guessing import guess
from bot.dispatch.places import MOST_CHOICES, Found, Index
from bot.dispatch.refusals import TooLong
from storage import cards, categories, drafts, outbox, pieces
from storage.database import Tx
from storage.records import Card, Draft, Lane, Person, Piece

WORDS_LIMIT = 20_000
"""Characters of a resident's words. Cards show as much as fits; all of it is kept."""
COPIES = 10
"""How many of a person's newest draft cards are looked at."""


async def begin(
    tx: Tx, person: Person, *, grid_id: int | None, atlas: Atlas, now: datetime, words: str = ""
) -> None:
    """A new report, with the place of the door's poster or with words; an empty one gives way, any other
    waits."""
    current = await drafts.current(tx, person.id)
    if current and not await _has_content(tx, current):
        await close(tx, current, {"end": "below"}, now)
    draft = await drafts.start(tx, person_id=person.id, grid_id=grid_id, now=now)
    if words:
        draft = await _understood(tx, person, draft, words, first=True, atlas=atlas)
    await post(tx, draft, now)


async def begin_with(tx: Tx, person: Person, loose: list[Piece], *, atlas: Atlas, now: datetime) -> None:
    """A new report of what was sent before it was known where it belongs."""
    draft = await drafts.start(tx, person_id=person.id, grid_id=None, now=now)
    for piece in loose:
        await pieces.give_to_draft(tx, piece.id, draft.id)
    words = _words_of(loose)
    await post(tx, await _understood(tx, person, draft, words, first=True, atlas=atlas), now)


async def add(tx: Tx, person: Person, draft: Draft, piece: Piece, *, atlas: Atlas, now: datetime) -> None:
    """A message has become part of the report. Raises TooLong when there is no end to its words."""
    before = [other for other in await pieces.of_draft(tx, draft.id) if other.id != piece.id]
    first = not draft.words and not before
    draft = await _understood(tx, person, draft, piece.words, first=first, atlas=atlas)
    if piece.album and any(other.album == piece.album for other in before):
        await refresh(tx, draft, now)
    else:
        await post(tx, draft, now)


async def revise(tx: Tx, draft: Draft, piece: Piece, words: str, now: datetime) -> None:
    """A message that is part of the report was edited: the new words stand in place of the old."""
    before = _words_of(await pieces.of_draft(tx, draft.id))
    await pieces.set_words(tx, piece.id, words)
    after = _words_of(await pieces.of_draft(tx, draft.id))
    draft = _within_limit(replace(draft, words=_joined(draft.words.removesuffix(before).strip(), after)))
    await refresh(tx, await _guessed(tx, draft), now)


async def locate(tx: Tx, person: Person, draft: Draft, text: str, *, atlas: Atlas, now: datetime) -> None:
    """The place was asked for and written. What of it is no grid is kept beside; nothing of it is lost."""
    index = await atlas.index(tx)
    near = draft.at_grid_id or home_of(person, index)
    found = _find(index, draft.place_words, text, near)
    if len(found.choices) == 1:
        draft = at(draft, found.choices[0], place_words=found.rest)
    else:
        whole = _joined(draft.place_words, text, " ")
        draft = replace(draft, place_words=whole, found=found.choices, at_grid_id=None, page=0)
    await post(tx, _within_limit(draft), now)


def at(draft: Draft, grid_id: int, *, place_words: str | None = None) -> Draft:
    """The draft with its place settled."""
    words = draft.place_words if place_words is None else place_words
    return replace(draft, grid_id=grid_id, place_words=words, found=(), at_grid_id=None, page=0)


def home_of(person: Person, index: Index) -> int | None:
    """The grid the person has called home, if it is still there."""
    return person.home_grid_id if person.home_grid_id in index.tree.places else None


def _find(index: Index, before: str, text: str, near: int | None) -> Found:
    """What was written of the place, together with what was written before; if that is unclear, alone."""
    together = index.find(_joined(before, text, " "), near=near)
    if not before or len(together.choices) == 1:
        return together
    alone = index.find(text, near=near)
    return Found(alone.choices, _joined(before, alone.rest, " ")) if alone.choices else together


async def _understood(
    tx: Tx, person: Person, draft: Draft, words: str, *, first: bool, atlas: Atlas
) -> Draft:
    """The draft with these further words, and with what they say of its kind and place."""
    draft = await _guessed(tx, _within_limit(replace(draft, words=_joined(draft.words, words))))
    return _placed(draft, words, person, await atlas.index(tx), first=first)


async def _guessed(tx: Tx, draft: Draft) -> Draft:
    """With the kind that its words speak for, unless one was chosen by hand."""
    item = guess(draft.words, await categories.keywords(tx)) if draft.guessed and draft.words else None
    return replace(draft, category_id=item or draft.category_id)


def _placed(draft: Draft, words: str, person: Person, index: Index, *, first: bool) -> Draft:
    """With the place the words name; a first message that names none is from home. A place chosen stands."""
    home = home_of(person, index)
    if draft.grid_id not in (None, home):
        return draft
    choices = index.find(words, near=home).choices if words else ()
    if len(choices) == 1:
        return draft if _lies_in(index, draft.grid_id, choices[0]) else at(draft, choices[0])
    if draft.grid_id is None and len(choices) < MOST_CHOICES:  # as many may be any of a whole city
        settled = home if first and not choices else None
        return replace(draft, grid_id=settled, found=choices or draft.found)
    return draft


def _lies_in(index: Index, grid_id: int | None, outer: int) -> bool:
    places = index.tree.places
    return grid_id is not None and places[outer] in index.tree.upward(places[grid_id])


def _words_of(sent: list[Piece]) -> str:
    return "\n".join(piece.words for piece in sent if piece.words)


def _joined(before: str, words: str, by: str = "\n") -> str:
    return f"{before}{by}{words}".strip()


def _within_limit(draft: Draft) -> Draft:
    if len(draft.words) + len(draft.place_words) > WORDS_LIMIT:
        raise TooLong
    return draft


async def _has_content(tx: Tx, draft: Draft) -> bool:
    return bool(draft.words or draft.place_words or await pieces.of_draft(tx, draft.id))


# Its card


async def post(tx: Tx, draft: Draft, now: datetime) -> None:
    """Post the draft's card below the person's last words; the one before then points to it."""
    before = await cards_of(tx, draft)
    draft = replace(draft, turn=draft.turn + 1)
    await drafts.save(tx, draft, now)
    await outbox.say(
        tx, kind="draft", person_id=draft.person_id, data=view_of(draft), now=now, lane=Lane.ANSWER
    )
    for card in before:
        await outbox.refresh_card(tx, card.id, now)


async def refresh(tx: Tx, draft: Draft, now: datetime) -> None:
    """Keep the draft as it is now; its card shows it where it stands."""
    await drafts.save(tx, draft, now)
    for card in await cards_of(tx, draft):
        await outbox.refresh_card(tx, card.id, now)


async def close(tx: Tx, draft: Draft, how: dict[str, Any], now: datetime) -> None:
    """Remove the draft and what is still its own; its cards say how it ended."""
    for card in await cards_of(tx, draft):
        await cards.set_view(tx, card.id, card.view | how)
        await outbox.refresh_card(tx, card.id, now)
    await drafts.drop(tx, draft.id)


async def cards_of(tx: Tx, draft: Draft) -> list[Card]:
    """The live card of a draft, and its copies: one may have been posted twice."""
    newest = await cards.newest(tx, person_id=draft.person_id, kind="draft", limit=COPIES)
    return [card for card in newest if card.view == view_of(draft)]


def view_of(draft: Draft) -> dict[str, Any]:
    """What a card is told so that it shows the draft."""
    return {"draft": draft.id, "turn": draft.turn}
