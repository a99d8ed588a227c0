"""Leads through a story, step by step."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.play.play import Play


class Guide:
    """Knows the next step of a story."""

    def __init__(self, play: "Play", name: str) -> None:
        self._play, self._name = play, name

    def view(self) -> dict[str, Any]:
        """The next step, for the page."""
        return {"name": self._name}

    def play(self) -> None:
        """Do all steps, one after the other, at reading speed."""

    async def do(self) -> None:
        """Do the next step."""
