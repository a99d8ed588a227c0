"""What people began and left for a day goes, with a word that quotes it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from bot.dispatch import drafting
from bot.dispatch.rules import Rules
from storage import drafts, outbox, pieces
from storage.database import Tx
from storage.records import Draft, Lane, Piece, PieceKind

KEPT = timedelta(days=1)
AT_ONCE = 100


async def any_left(tx: Tx, now: datetime) -> bool:
    """Whether there is something to be dropped."""
    since = now - KEPT
    return bool(await drafts.untouched_since(tx, since, 1) or await pieces.loose_since(tx, since, 1))


async def drop(tx: Tx, *, rules: Rules, now: datetime) -> None:
    """Drop reports in the making that nobody has touched for a day, and messages of which was never said
    what they are about; a good many at a time."""
    for draft in await drafts.untouched_since(tx, now - KEPT, AT_ONCE):
        await _drop_draft(tx, draft, rules, now)
    loose = await pieces.loose_since(tx, now - KEPT, AT_ONCE)
    for person_id, some in groupby(loose, key=lambda piece: piece.person_id):
        left = list(some)
        words = "\n".join(piece.words for piece in left if piece.words)
        await _quote(tx, person_id, words, _more(left), rules=rules, now=now)
        for piece in left:
            await pieces.drop(tx, piece.id)


async def _drop_draft(tx: Tx, draft: Draft, rules: Rules, now: datetime) -> None:
    words = "\n".join(part for part in (draft.words, draft.place_words) if part)
    left = await pieces.of_draft(tx, draft.id)
    await _quote(tx, draft.person_id, words, _more(left), rules=rules, now=now)
    await drafting.close(tx, draft, {"end": "expired"}, now)


def _more(left: Sequence[Piece]) -> int:
    """How many are more than words."""
    return sum(piece.kind is not PieceKind.TEXT for piece in left)


async def _quote(tx: Tx, person_id: int, words: str, more: int, *, rules: Rules, now: datetime) -> None:
    """Say the words again; media have to be sent again. Where there was nothing, nothing is said."""
    if not words and not more:
        return
    await outbox.say(
        tx,
        kind="plain",
        person_id=person_id,
        data={"text": "draft-dropped" if words else "draft-dropped-media", "more": more}
        | ({"words": words} if words else {}),
        now=now,
        lane=Lane.REMINDER,
        not_before=rules.leaves_at(now, lane=Lane.REMINDER),
    )
