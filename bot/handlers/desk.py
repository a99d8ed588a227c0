"""My desk: what a person answers for, by deadline."""

from bot.tap import Scene


async def show(scene: Scene) -> None:
    """The desk's list."""
