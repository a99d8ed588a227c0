"""Tasks: what a volunteer holds, and what they could take."""

from bot.tap import Scene


async def show(scene: Scene) -> None:
    """The list of tasks."""
