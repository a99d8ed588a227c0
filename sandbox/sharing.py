"""What persons send besides words. Every act makes the update a bot would get."""

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from sandbox.albums import IMAGE, Album
from sandbox.messages import Message
from sandbox.speaking import Speaker, Where, own_words

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


class About(TypedDict, total=False):
    """Of a file: its name, and the size in bytes Telegram says where that is more than the data."""

    name: str
    size: int


class How(Where, About, total=False):
    """Where a file is sent, and what it says of itself."""


class Sharer(Speaker):
    """Somebody who sends media, places, numbers and the rest. ``phone`` and ``place`` (latitude, longitude)
    are what they share of themselves, and may be set."""

    def __init__(self, telegram: "Telegram", user: dict[str, Any]) -> None:
        super().__init__(telegram, user)
        self.phone = f"+8613{self.id % 10**9:09d}"
        self.place = (36.62, 101.77)

    # Files

    def sends_photo(self, data: bytes = IMAGE, caption: str = "", **how: Unpack[How]) -> Message:
        """Send a picture."""
        return self._sends_file("photo", data, caption, **how)

    def sends_video(self, data: bytes = b"a film", caption: str = "", **how: Unpack[How]) -> Message:
        """Send a video."""
        return self._sends_file("video", data, caption, **how)

    def sends_animation(self, data: bytes = b"a loop", caption: str = "", **how: Unpack[How]) -> Message:
        """Send a film without sound (GIF)."""
        return self._sends_file("animation", data, caption, **how)

    def sends_audio(self, data: bytes = b"a song", caption: str = "", **how: Unpack[How]) -> Message:
        """Send music."""
        return self._sends_file("audio", data, caption, **how)

    def sends_voice(self, data: bytes = b"a voice", caption: str = "", **how: Unpack[How]) -> Message:
        """Send a voice message."""
        return self._sends_file("voice", data, caption, **how)

    def sends_video_note(self, data: bytes = b"a face", **how: Unpack[How]) -> Message:
        """Send a round video message."""
        return self._sends_file("video_note", data, "", **how)

    def sends_document(self, data: bytes = b"a file", caption: str = "", **how: Unpack[How]) -> Message:
        """Send a file."""
        return self._sends_file("document", data, caption, **how)

    def sends_sticker(self, emoji: str = "👍", data: bytes = b"a sticker", **how: Unpack[How]) -> Message:
        """Send a sticker, which stands for the emoji."""
        message = self.puts_file("sticker", data, "", **how)
        message.json["sticker"]["emoji"] = emoji
        self.telegram.deliver(message)
        return message

    def sends_album(
        self, pieces: list[bytes | tuple[str, bytes]], caption: str = "", **where: Unpack[Where]
    ) -> list[Message]:
        """Send pictures (bytes) and other media (("video", bytes), …) as one album: one message each, with
        the same media_group_id; the caption is the first one's."""
        album = self.album(**where)
        for number, piece in enumerate(pieces):
            kind, data = ("photo", piece) if isinstance(piece, bytes) else piece
            album.piece(kind, data, "" if number else caption)
        return album.messages

    def album(self, **where: Unpack[Where]) -> Album:
        """An album whose pieces are sent one at a time."""
        return Album(self, **where)

    # Other things

    def sends_location(self, latitude: float, longitude: float, **where: Unpack[Where]) -> Message:
        """Send a place."""
        return self.posts({"location": {"latitude": latitude, "longitude": longitude}}, **where)

    def sends_venue(
        self, title: str, address: str, at: tuple[float, float] | None = None, **where: Unpack[Where]
    ) -> Message:
        """Send a place with a name and an address; ``at`` is where one stands unless given."""
        latitude, longitude = at or self.place
        location = {"latitude": latitude, "longitude": longitude}
        venue = {"location": location, "title": title, "address": address}
        return self.posts({"venue": venue, "location": location}, **where)

    def sends_contact(
        self, phone: str = "", of: "Sharer | str | None" = None, **where: Unpack[Where]
    ) -> Message:
        """Send a phone number: the own one, that of another person, or (``of`` a bare name) that of
        somebody in the address book who has no account."""
        owner = of or self
        if isinstance(owner, str):
            contact: dict[str, Any] = {"phone_number": phone, "first_name": owner}
        else:
            contact = {"phone_number": phone or owner.phone, "first_name": owner.name, "user_id": owner.id}
        return self.posts({"contact": contact}, **where)

    def sends_poll(self, question: str, options: list[str], **where: Unpack[Where]) -> Message:
        """Send an anonymous poll."""
        answers = [
            {"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(options)
        ]
        poll: dict[str, Any] = {
            "id": str(self.telegram.next_long_id()),
            "question": question,
            "options": answers,
        }
        poll |= {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
        poll |= {"allows_multiple_answers": False, "allows_revoting": True, "members_only": False}
        return self.posts({"poll": poll}, **where)

    def sends_dice(self, emoji: str = "🎲", value: int = 1, **where: Unpack[Where]) -> Message:
        """Throw a dice, a dart and the like."""
        return self.posts({"dice": {"emoji": emoji, "value": value}}, **where)

    def _sends_file(self, kind: str, data: bytes, caption: str, **how: Unpack[How]) -> Message:
        message = self.puts_file(kind, data, caption, **how)
        self.telegram.deliver(message)
        return message

    def puts_file(
        self,
        kind: str,
        data: bytes,
        caption: str,
        album: dict[str, str] | None = None,
        *,
        name: str = "",
        size: int = 0,
        **where: Unpack[Where],
    ) -> Message:
        """Put a file into the chat; the bot is told by ``telegram.deliver``."""
        stored = self.telegram.files.add(kind, data, name, size)
        message = self.puts(stored.content() | own_words("caption", caption) | (album or {}), **where)
        message.files = [data]
        return message
