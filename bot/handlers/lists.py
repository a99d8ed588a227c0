"""Turning the pages of a list: the tapped card shows another part of it."""

from bot.buttons import TurnList
from bot.cards.listing import Which
from bot.dispatch.refusals import Gone
from bot.scene import Answer, Tap
from bot.tap import on_tap

KINDS = {Which.MINE: "mine", Which.DESK: "desk", Which.TASKS: "tasks"}
"""The list → the kind of its card."""


async def turn(tap: Tap, press: TurnList) -> Answer:
    kind = next((kind for which, kind in KINDS.items() if which == press.which), None)
    if kind is None:
        raise Gone
    await tap.turn_to(await tap.card(kind), {"at": press.page})
    return Answer("answer-done")


taps = [on_tap(TurnList, turn)]
