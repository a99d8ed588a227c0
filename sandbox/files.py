"""Files: what was uploaded by anybody, found again by file_id or by path."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """How files of a kind are kept, and what Telegram says of them in messages; ``named``: their own
    file name too."""

    type_name: str
    folder: str
    ending: str
    about: dict[str, Any]
    named: bool = False


FILM = {"width": 1280, "height": 720, "duration": 1, "mime_type": "video/mp4"}
STILL = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
KINDS = {
    "photo": Kind("Photo", "photos", "jpg", {"width": 1280, "height": 960}),
    "video": Kind("Video", "videos", "mp4", FILM, named=True),
    "animation": Kind("Animation", "animations", "mp4", FILM, named=True),
    "audio": Kind("Audio", "music", "mp3", {"duration": 1, "mime_type": "audio/mpeg"}, named=True),
    "voice": Kind("VoiceNote", "voice", "oga", {"duration": 1, "mime_type": "audio/ogg"}),
    "video_note": Kind("VideoNote", "video_notes", "mp4", {"length": 384, "duration": 1}),
    "sticker": Kind("Sticker", "stickers", "webp", STILL),
    "document": Kind("Document", "documents", "bin", {"mime_type": "application/octet-stream"}, named=True),
}
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024


OPUS_RATE = 48_000
OGG_HEADER = 27  # bytes before the segments of a page


def seconds_of(data: bytes) -> int:
    """How long a sound lasts, at least 1. Told of Ogg with Opus, as voice messages are: the position of its
    last page is the number of samples so far (RFC 3533, section 6; RFC 7845, section 4). Else 1."""
    last = data.rfind(b"OggS")
    if last < 0 or len(data) < last + OGG_HEADER or b"OpusHead" not in data[:64]:
        return 1
    return max(round(int.from_bytes(data[last + 6 : last + 14], "little") / OPUS_RATE), 1)


class StoredFile:
    """The bytes of a file and how it is called; ``size`` is what Telegram says, which may be more than is
    really kept."""

    __slots__ = ("data", "id", "kind", "name", "path", "size", "unique_id")

    def __init__(self, number: int, kind: str, data: bytes, name: str, size: int) -> None:
        self.kind = kind
        self.data = data
        self.size = size or len(data)
        self.id = f"{kind.upper()}AAIB{number:08d}AgADsandbox"
        self.unique_id = f"AQAD{number:08d}"
        ending = name.rpartition(".")[2] if "." in name else KINDS[kind].ending
        self.name = name or f"file_{number}.{ending}"
        self.path = f"{KINDS[kind].folder}/file_{number}.{ending}"

    def json(self) -> dict[str, Any]:
        """The File object."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}

    def content(self) -> dict[str, Any]:
        """How it stands in a message: {"photo": [PhotoSize]}, {"document": Document}, …"""
        kind = KINDS[self.kind]
        about = self.json() | kind.about
        if kind.named:
            about["file_name"] = self.name
        if self.kind == "voice":
            about["duration"] = seconds_of(self.data)
        if self.kind == "photo":
            return {"photo": [about]}
        if self.kind == "animation":
            plain = {key: about[key] for key in (*self.json(), "mime_type", "file_name")}
            return {"animation": about, "document": plain}  # so that old bots see something
        return {self.kind: about}


class Files:
    """All files of the sandbox."""

    def __init__(self, stored: Iterable[StoredFile] = ()) -> None:
        self._by_id = {file.id: file for file in stored}
        self._by_path = {file.path: file for file in self._by_id.values()}

    @property
    def all(self) -> list[StoredFile]:
        """Every file, by its number."""
        return list(self._by_id.values())

    def add(self, kind: str, data: bytes, name: str = "", size: int = 0) -> StoredFile:
        """Keep a file of one of the ``KINDS``; without ``size`` it is as large as it is."""
        stored = StoredFile(len(self._by_id), kind, data, name, size)
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """By file_id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """By the path that getFile gave."""
        return self._by_path.get(path)
