"""Talking through the bot: replies, and what may be about an open request."""

from bot.tap import Said
from storage.records import Piece


async def hear_reply(said: Said) -> bool:
    """Whether the message was a reply that says by that where it belongs; then it has gone there."""
    return False


async def follow(said: Said, first: Piece) -> None:
    """A late piece of an album whose first piece has gone to a request, or waits to be told where."""


async def ask_about(said: Said) -> bool:
    """Ask whether the message is about an open request or a new one; False if it can only be new."""
    return False
