"""A play in one file: a zip with ``state.json``, ``redvest.db`` (the bot's SQLite file) and ``files/0``,
``files/1``, … (the bytes that were sent).

A file may come from somebody else, so nothing is unpacked under a name of its own, nothing is run, and
nothing is read that would be larger than what can be saved here.
"""

import io
import json
import struct
import zipfile
import zlib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from bot.texts import LANGUAGES
from sandbox.kept import TELEGRAM, Json
from sandbox.play.doing import SUBJECTS
from sandbox.play.stories import STORIES
from sandbox.shapes import check

FORMAT = 1
STATE, DATABASE, FILES = "state.json", "redvest.db", "files/"
LARGEST = 256 * 1024 * 1024
"""Bytes of all parts together."""
LARGEST_FILE = LARGEST + LARGEST // 16
MOST_PARTS = 10_000
LONGEST_ENTRY = 128
"""Bytes that name a part in the list at the end of a zip; ours need about half."""
END = struct.Struct("<4s4H2LH")
END_SIGN, LARGE_SIGN, LARGE_SIZE = b"PK\x05\x06", b"PK\x06\x07", 20
"""How a zip ends (PKWARE's APPNOTE.TXT, 4.3.16), and what stands before that in one of a larger kind."""
PLAIN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Ways of packing that are unpacked no further than is asked for."""

GUIDE = {"name": {*STORIES}, "at": int, "known": {f"{kind.__name__}?": int for kind in SUBJECTS}}
SHAPE = {
    "format": {FORMAT}.__contains__,
    "language": {*LANGUAGES},
    "guide": (GUIDE,),
    "telegram": TELEGRAM,
}


class NoState(ValueError):
    """This is no play that was saved, or none that this version can load; why, for a log."""


class TooLarge(Exception):
    """There is more than can be saved."""


@dataclass(frozen=True, slots=True)
class State:
    """A play at one moment: both its halves, the language it began in, and where its guide is."""

    telegram: Json
    files: list[bytes]
    database: bytes
    language: str
    guide: Json | None


def pack(state: State) -> bytes:
    """The file of a state; TooLarge when it could not be loaded again."""
    told = {"format": FORMAT, "redvest": metadata.version("redvest"), "language": state.language}
    told |= {"guide": state.guide, "telegram": state.telegram}
    parts = {STATE: json.dumps(told, ensure_ascii=False).encode(), DATABASE: state.database}
    parts |= {f"{FILES}{number}": data for number, data in enumerate(state.files)}
    if len(parts) > MOST_PARTS or sum(map(len, parts.values())) > LARGEST:
        raise TooLarge
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name.startswith(FILES) else zipfile.ZIP_DEFLATED
            file.writestr(name, data, kind)
    return packed.getvalue()


def read_file(path: Path) -> bytes:
    """What is in the file there; NoState when that is surely no saved play."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise NoState("larger than what can be saved")
        return path.read_bytes()
    except OSError as error:
        raise NoState(str(error)) from error


def unpack(packed: bytes) -> State:
    """The state in a file; NoState for any other file."""
    try:
        return _state(_parts(packed))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        struct.error,
    ) as error:
        raise NoState(f"not a zip, or a damaged one: {error}") from error
    except (LookupError, TypeError, ValueError) as error:
        raise NoState(str(error)) from error


def _parts(packed: bytes) -> dict[str, bytes]:
    _check_end(packed)
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        infos = file.infolist()
        names = {STATE, DATABASE, *(f"{FILES}{number}" for number in range(len(infos) - 2))}
        if len(infos) > MOST_PARTS or {info.filename for info in infos} != names:
            raise NoState("other parts than a saved play has")
        if sum(info.file_size for info in infos) > LARGEST or {info.compress_type for info in infos} - PLAIN:
            raise NoState("larger than what can be saved")
        return {info.filename: file.read(info) for info in infos}  # never more than it says


def _check_end(packed: bytes) -> None:
    """The list of parts is read as a whole, so it must not be longer than that of a saved play."""
    sign, _, _, _, _, length, _, _ = END.unpack(packed[-END.size :])
    is_large = packed[-END.size - LARGE_SIZE :].startswith(LARGE_SIGN)
    if sign != END_SIGN or is_large or length > MOST_PARTS * LONGEST_ENTRY:
        raise NoState("no zip, or one with other parts than a saved play has")


def _state(parts: dict[str, bytes]) -> State:
    told: Any = json.loads(parts[STATE])
    check(told, SHAPE)
    if told["guide"] and told["guide"]["at"] not in range(len(STORIES[told["guide"]["name"]].steps) + 1):
        raise NoState("its story has other steps")
    files = [parts[f"{FILES}{number}"] for number in range(len(parts) - 2)]
    return State(told["telegram"], files, parts[DATABASE], told["language"], told["guide"])
