"""Bringing what was said about a request to one reader, and to another when that one has to do with it no
longer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dispatch import offices
from storage import outbox, requests
from storage.database import Tx
from storage.records import Act, Piece, PieceKind, Request

UNCAPTIONED = frozenset({PieceKind.VIDEO_NOTE, PieceKind.LOCATION})
"""Telegram gives these no caption: the words about them go before them."""
LEAVING = frozenset({Act.WITHDRAW, Act.RELEASE, Act.FINISH})
"""With these a claimant is on the other side no longer."""


async def relay(
    tx: Tx,
    request_id: int,
    piece: Piece,
    data: Mapping[str, Any],
    *,
    to: int,
    now: datetime,
    not_before: datetime,
) -> None:
    """Have a piece brought to a person. `data`: "as" what its sender speaks, and for which "grid"."""
    for part in ("words", "file") if piece.kind in UNCAPTIONED else ("both",):
        await outbox.say(
            tx,
            kind="said",
            person_id=to,
            request_id=request_id,
            data={**data, "piece": piece.id, "part": part},
            now=now,
            not_before=not_before,
        )


async def hand_over(tx: Tx, request_id: int, left: int, now: datetime) -> None:
    """Somebody answers for the request, or works on it, no longer: what waits for them (the night, say) is
    for whoever answers now."""
    waiting = await outbox.take_back(tx, kind="said", person_id=left, request_id=request_id)
    request = await requests.get(tx, request_id) if waiting else None
    if request is None:
        return
    heirs = await who_answer(tx, request, now)
    for message in waiting:
        for heir in heirs:
            await outbox.say(
                tx,
                kind="said",
                person_id=heir,
                request_id=request_id,
                data=message.data,
                now=now,
                not_before=max(now, message.not_before),
            )


async def who_answer(tx: Tx, request: Request, now: datetime) -> list[int]:
    """The one responsible; while there is none, everybody of the office."""
    if request.responsible_id is not None:
        return [request.responsible_id]
    return [person.id for person in await offices.office(tx, request, now)]
