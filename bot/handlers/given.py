"""What somebody gave in answer to a question for words."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.scene import Scene
from storage.records import Piece, Prompt


@dataclass(frozen=True, slots=True)
class Given:
    """The words of all its messages, and these, which belong to the request already."""

    words: str
    pieces: list[Piece]

    @property
    def media(self) -> list[int]:
        """The ids of what is more than words."""
        return [piece.id for piece in self.pieces if piece.file_id or piece.latitude is not None]

    @property
    def spot(self) -> tuple[float, float] | None:
        """The longitude and latitude of the last location among them."""
        for piece in reversed(self.pieces):
            if piece.longitude is not None and piece.latitude is not None:
                return piece.longitude, piece.latitude
        return None


Take = Callable[[Scene, Prompt, Given], Awaitable[str | None]]
"""Does what the answer was needed for; gives the key of the thanks, None if it has said them itself.

May raise Refused."""


def taking(act: Callable[..., Awaitable[object]], thanks: str) -> Take:
    """Takes words and media for what `act` does to the request, which is given them as services are."""

    async def take(scene: Scene, prompt: Prompt, given: Given) -> str:
        await act(
            scene.tx,
            scene.person,
            prompt.request_id,
            given.words,
            media=given.media,
            rules=scene.rules,
            now=scene.now,
        )
        return thanks

    return take
