"""Posters: ordered here, made by the worker."""

from bot.buttons import MakePosters
from bot.dispatch import drawings
from bot.scene import Answer, Tap
from bot.tap import on_tap


async def make_posters(tap: Tap, press: MakePosters) -> Answer:
    """They come as a document, in a moment."""
    await drawings.order(tap.tx, "posters", person_id=tap.person.id, grid_id=press.grid_id, now=tap.now)
    return Answer("answer-posters")


taps = [on_tap(MakePosters, make_posters)]
