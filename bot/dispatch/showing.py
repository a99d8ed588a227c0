"""Bringing the media of a request to somebody: as few messages as Telegram lets them be."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from storage import outbox, pieces
from storage.database import Tx
from storage.records import Lane, Piece, PieceKind, Purpose

ALBUM = 10
"""Files in one album at most."""
TOGETHER = {PieceKind.PHOTO: "pictures", PieceKind.VIDEO: "pictures", PieceKind.DOCUMENT: "documents"}
"""What Telegram puts into one album; everything else goes alone."""


def bundles(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The media among the pieces, in order, those that can be one album together."""
    media = [piece for piece in pieces if piece.kind is not PieceKind.TEXT]
    bundled: list[list[Piece]] = []
    for _, run in groupby(media, key=_album):
        together = list(run)
        bundled += [together[at : at + ALBUM] for at in range(0, len(together), ALBUM)]
    return bundled


def _album(piece: Piece) -> str:
    return TOGETHER.get(piece.kind, str(piece.id))


async def show(
    tx: Tx,
    pieces: Iterable[Piece],
    *,
    person_id: int,
    request_id: int,
    now: datetime,
    lane: Lane = Lane.WORK,
    not_before: datetime | None = None,
) -> None:
    """Have the media among the pieces sent to a person, with the request's number."""
    for bundle in bundles(pieces):
        await outbox.say(
            tx,
            kind="media",
            person_id=person_id,
            request_id=request_id,
            data={"pieces": [piece.id for piece in bundle]},
            now=now,
            lane=lane,
            not_before=not_before,
        )


async def media_for(tx: Tx, request_id: int, *, results: bool) -> list[Piece]:
    """The photos and files of a request: what the resident sent, and with `results` those of the results."""
    found = await pieces.of_request(tx, request_id, Purpose.REPORT)
    if results:
        found = [*found, *await pieces.of_request(tx, request_id, Purpose.RESULT)]
    return [piece for piece in found if piece.kind is not PieceKind.TEXT]
