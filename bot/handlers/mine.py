"""My requests: what a resident has asked for, how it stands, and what they may still do."""

from bot.tap import Said, Scene
from storage.records import Piece


async def show(scene: Scene) -> None:
    """The list of the resident's requests."""


async def revise(said: Said, piece: Piece) -> None:
    """A message of the person was edited."""
