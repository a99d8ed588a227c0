"""Files: what was uploaded by anybody, found again by file_id or by path."""

from typing import Any

FOLDERS = {"photo": "photos", "video": "videos", "voice": "voice", "document": "documents"}
ENDINGS = {"photo": "jpg", "video": "mp4", "voice": "oga", "document": "bin"}
TYPES = {
    "photo": "image/jpeg",
    "video": "video/mp4",
    "voice": "audio/ogg",
    "document": "application/octet-stream",
}
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024


class StoredFile:
    """The bytes of a file and how it is called."""

    __slots__ = ("data", "id", "kind", "name", "path", "unique_id")

    def __init__(self, number: int, kind: str, data: bytes, name: str | None) -> None:
        self.kind = kind
        self.data = data
        self.id = f"{kind.upper()}AAIB{number:08d}AgADsandbox"
        self.unique_id = f"AQAD{number:08d}"
        ending = name.rpartition(".")[2] if name and "." in name else ENDINGS[kind]
        self.name = name or f"file_{number}.{ending}"
        self.path = f"{FOLDERS[kind]}/file_{number}.{ending}"

    def json(self) -> dict[str, Any]:
        """The File object."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    def content(self) -> dict[str, Any]:
        """How it stands in a message: {"photo": [PhotoSize]}, {"document": Document}, …"""
        base = self.json()
        match self.kind:
            case "photo":
                return {"photo": [{**base, "width": 1280, "height": 960}]}
            case "video":
                about = {"width": 1280, "height": 720, "duration": 1, "file_name": self.name}
            case "voice":
                about = {"duration": 1}
            case _:
                about = {"file_name": self.name}
        return {self.kind: {**base, **about, "mime_type": TYPES[self.kind]}}


class Files:
    """All files of the sandbox."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, data: bytes, name: str | None = None) -> StoredFile:
        """Keep a file; kind is photo, video, voice or document."""
        stored = StoredFile(len(self._by_id), kind, data, name)
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """By file_id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """By the path that getFile gave."""
        return self._by_path.get(path)
