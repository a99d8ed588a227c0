"""A report in the making: what comes in, what its words say by themselves, and its one card."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.dispatch import dangers, placing
from bot.dispatch.atlas import Atlas
from bot.dispatch.dangers import Danger
from bot.dispatch.guessing import guess
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


async def begin_with(
    tx: Tx, person: Person, loose: list[Piece], *, atlas: Atlas, now: datetime, danger_passed: bool = False
) -> None:
    """A new report of what was sent before it was known where it belongs. `danger_passed`: the numbers to
    call were shown for it."""
    draft = await drafts.start(tx, person_id=person.id, grid_id=None, now=now)
    for piece in loose:
        await pieces.give_to_draft(tx, piece.id, draft.id)
    draft = await _understood(tx, person, draft, _words_of(loose), first=True, atlas=atlas)
    draft = replace(draft, danger_passed=danger_passed)
    for piece in loose:
        draft = await _located(tx, person, draft, piece, atlas)
    await post(tx, draft, now)


async def add(tx: Tx, person: Person, draft: Draft, piece: Piece, *, atlas: Atlas, now: datetime) -> None:
    """A message has become part of the report. Raises TooLong when there is no end to its words."""
    before = [other for other in await pieces.of_draft(tx, draft.id) if other.id != piece.id]
    first = not draft.words and not before
    draft = await _understood(tx, person, draft, piece.words, first=first, atlas=atlas)
    draft = await _located(tx, person, draft, piece, atlas)
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
    await refresh(tx, await _guessed(tx, warned(draft, dangers.spoken_of(words))), now)


async def locate(tx: Tx, person: Person, draft: Draft, text: str, *, atlas: Atlas, now: datetime) -> None:
    """The place was asked for and written."""
    draft = placing.written(draft, text, person, await atlas.index(tx))
    await post(tx, _within_limit(draft), now)


async def _understood(
    tx: Tx, person: Person, draft: Draft, words: str, *, first: bool, atlas: Atlas
) -> Draft:
    """The draft with these further words, and with what they say of its danger, kind and place."""
    draft = _within_limit(replace(draft, words=_joined(draft.words, words)))
    draft = await _guessed(tx, warned(draft, dangers.spoken_of(words)))
    return placing.told(draft, words, person, await atlas.index(tx), first=first)


def warned(draft: Draft, danger: Danger | None) -> Draft:
    """With the numbers to call before all else, unless they were shown for the same danger."""
    if danger is None or danger == draft.danger:
        return draft
    return replace(draft, danger=danger, danger_passed=False)


async def _guessed(tx: Tx, draft: Draft) -> Draft:
    """With the kind that its danger or its words speak for, unless one was chosen by hand."""
    if not draft.guessed or not draft.words:
        return draft
    of_danger = dangers.KINDS.get(Danger(draft.danger)) if draft.danger else None
    urgent = await categories.by_code(tx, of_danger) if of_danger else None
    item = urgent.id if urgent else guess(draft.words, await categories.keywords(tx))
    return replace(draft, category_id=item or draft.category_id)


async def _located(tx: Tx, person: Person, draft: Draft, piece: Piece, atlas: Atlas) -> Draft:
    """With the place of a location, where grids have boundaries."""
    ground = await atlas.ground(tx)
    if ground is None or piece.longitude is None or piece.latitude is None:
        return draft
    return placing.located(draft, (piece.longitude, piece.latitude), person, ground)


def _words_of(sent: list[Piece]) -> str:
    return "\n".join(piece.words for piece in sent if piece.words)


def _joined(before: str, words: str) -> str:
    return f"{before}\n{words}".strip()


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
