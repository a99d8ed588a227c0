"""Albums sent one piece at a time."""

from typing import TYPE_CHECKING, Any

from sandbox.messages import Message

if TYPE_CHECKING:
    from sandbox.sharing import Sharer

IMAGE = b"\xff\xd8\xff\xe0 a picture"


class Album:
    """An album; other things may be said between its pieces. Each piece makes its update at once, or, when
    ``late``, only when it ``arrives``: after others, and in any order."""

    def __init__(self, sender: "Sharer", **where: Any) -> None:
        self._sender = sender
        self._where = where
        self._group = {"media_group_id": str(sender.telegram.next_long_id())}
        self.messages: list[Message] = []

    def photo(self, data: bytes = IMAGE, caption: str = "", **about: Any) -> Message:
        """Send a picture. ``about``: late=, size=, name=, as for ``piece``."""
        return self.piece("photo", data, caption, **about)

    def video(self, data: bytes = b"a film", caption: str = "", **about: Any) -> Message:
        """Send a video; as ``photo``."""
        return self.piece("video", data, caption, **about)

    def document(self, data: bytes = b"a file", caption: str = "", **about: Any) -> Message:
        """Send a file; as ``photo``. Telegram's apps send no pictures or videos along with files."""
        return self.piece("document", data, caption, **about)

    def audio(self, data: bytes = b"a song", caption: str = "", **about: Any) -> Message:
        """Send music; as ``photo``. Telegram's apps send nothing else along with music."""
        return self.piece("audio", data, caption, **about)

    def piece(
        self, kind: str, data: bytes, caption: str = "", *, late: bool = False, name: str = "", size: int = 0
    ) -> Message:
        """Send a piece of this kind of file; ``size`` in bytes, where Telegram is to say more than the data
        has."""
        message = self._sender.puts_file(
            kind, data, caption, self._group, name=name, size=size, **self._where
        )
        self.messages.append(message)
        if not late:
            self.arrives(message)
        return message

    def arrives(self, piece: Message) -> None:
        """Tell the bot of a late piece."""
        self._sender.telegram.deliver(piece)
