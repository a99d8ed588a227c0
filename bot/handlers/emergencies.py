"""The numbers to call where a request runs already, and the key by which the words are a report as well."""

import re

from telegram import Message
from telegram.ext import filters

from bot.buttons import ReportAsWell
from bot.dispatch import dangers, emergencies
from bot.dispatch.refusals import Gone
from bot.handlers import asking, report
from bot.scene import Answer, Said, Scene, Tap
from bot.tap import on_said, on_tap
from storage import cards, pieces
from storage.records import Card, Piece, Purpose

PAYLOAD = re.compile(r"[A-Za-z0-9_-]+")
"""What Telegram lets a link bring along."""


async def warn(scene: Scene, request_id: int, piece: Piece) -> None:
    """Show the numbers to call, if by this piece the resident of the request tells of a danger."""
    await emergencies.warn(scene.tx, scene.person, request_id, piece, scene.now)


async def hear_command(said: Said) -> None:
    """Words behind a command that cannot wait: they are a report, whatever the command is."""
    await asking.drop(said)
    await report.begin(said, words=_behind(said.words))


def _behind(command: str) -> str:
    """The words behind a command; what a link brings along is none."""
    _, *words = command.split(maxsplit=1)
    return "" if not words or PAYLOAD.fullmatch(words[0]) else words[0]


class _CannotWait(filters.MessageFilter):
    """A command with words that tell of a danger."""

    def filter(self, message: Message) -> bool:
        return dangers.spoken_of(_behind(message.text or "")) is not None


async def report_as_well(tap: Tap, press: ReportAsWell) -> Answer:
    """Begin a report with what was said, which stays where it went too."""
    piece = await pieces.get(tap.tx, press.piece_id)
    if piece is None or piece.person_id != tap.person.id:
        raise Gone
    card = await tap.card("danger", request_id=piece.request_id)
    if card.kind != "danger":
        raise Gone
    known = await _cards_of(tap, piece, card)
    again = any("end" in each.view for each in known)
    if not again:
        await report.begin_with(tap, [await _copy(tap, piece)], danger_passed=True)
    for each in known:
        of = {"danger": dangers.spoken_of(piece.words), "piece": piece.id}  # a copy that nobody knew of
        await tap.turn_to(each, of | each.view | {"end": "reported"})
    return Answer("answer-reported-already" if again else "answer-done")


async def _cards_of(tap: Tap, piece: Piece, tapped: Card) -> list[Card]:
    """The tapped one, and any other that shows the numbers for the same piece."""
    shown = await cards.newest(tap.tx, person_id=tap.person.id, kind="danger", limit=emergencies.LOOKED_AT)
    return [tapped, *(each for each in shown if each.view.get("piece") == piece.id and each.id != tapped.id)]


async def _copy(tap: Tap, piece: Piece) -> Piece:
    """The same once more, for the new report. Where a message became a piece there is no place for another:
    the copy stands at the card."""
    copy = await pieces.add(
        tap.tx,
        person_id=piece.person_id,
        chat_id=tap.chat_id,
        message_id=tap.message_id,
        kind=piece.kind,
        words=piece.words,
        file_id=piece.file_id,
        latitude=piece.latitude,
        longitude=piece.longitude,
        album=None,
        purpose=Purpose.REPORT,
        now=tap.now,
    )
    if copy is None:
        raise Gone
    return copy


taps = [on_tap(ReportAsWell, report_as_well)]
routes = [on_said(hear_command, filters.COMMAND & _CannotWait())]
"""To be asked before the commands themselves."""
