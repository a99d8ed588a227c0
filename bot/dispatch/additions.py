"""What a resident has to say besides the report: more words and photos, and words mended afterwards.

What groups read is not touched by either: it was masked, or written by those who answer, when it was offered,
and they can change it when they have read what is new.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.dispatch import drafting, ledger, lifecycle, outcomes
from bot.dispatch.drafting import WORDS_LIMIT
from bot.dispatch.mending import mended
from bot.dispatch.refusals import NothingSaid, TooLong
from bot.dispatch.rules import Rules
from storage import drafts, pieces, requests
from storage.database import Tx
from storage.records import Act, Person, Piece, Purpose, Request


async def add(
    tx: Tx,
    person: Person,
    request_id: int,
    words: str,
    *,
    rules: Rules,
    now: datetime,
    media: Sequence[int] = (),
) -> Request:
    """More of the resident's words, or `media` (ids of pieces): those who answer have them at once.

    Raises NothingSaid, or TooLong when there is no end to it.
    """
    request = await outcomes.may(tx, person, request_id, Act.ADD, now)
    if not words.strip() and not media:
        raise NothingSaid
    data = {"words": words, "pieces": list(media)}
    grown = _within_limit(f"{request.words}\n{words}".strip())
    change = lifecycle.move(request, Act.ADD, by_id=person.id, now=now, data=data, words=grown)
    return await ledger.record(tx, change, rules.for_words(words))


async def revise(tx: Tx, person: Person, piece: Piece, words: str, *, rules: Rules, now: datetime) -> None:
    """A message that is kept reads otherwise now: so does what it has become. Raises TooLong."""
    draft = await drafts.get(tx, piece.draft_id) if piece.draft_id else None
    if draft:
        await drafting.revise(tx, draft, piece, words, now)
        return
    await pieces.set_words(tx, piece.id, words)
    if piece.request_id:
        await _in_request(tx, person, piece, piece.request_id, words, rules=rules, now=now)


async def _in_request(
    tx: Tx, person: Person, piece: Piece, request_id: int, words: str, *, rules: Rules, now: datetime
) -> None:
    """The report changes with it; of a result, or of what was relayed, only the history tells."""
    request = await requests.get(tx, request_id)
    if request is None:
        return
    data = {"was": piece.words, "now": words, "purpose": piece.purpose}
    after = mended(request.words, piece.words, words) if piece.purpose is Purpose.REPORT else None
    if after is None:
        await ledger.note(tx, request.id, Act.REVISE, by_id=person.id, now=now, data=data)
        return
    change = lifecycle.move(
        request, Act.REVISE, by_id=person.id, now=now, data=data, words=_within_limit(after)
    )
    await ledger.record(tx, change, rules.for_words(words))


def _within_limit(words: str) -> str:
    if len(words) > WORDS_LIMIT:
        raise TooLong
    return words
