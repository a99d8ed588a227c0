"""What the page asks for to save the play and to load one; both raise ``Refused``."""

from typing import TYPE_CHECKING

from aiohttp import BodyPartReader, web

from sandbox.play.archive import LARGEST_FILE
from sandbox.play.given import Refused
from sandbox.play.saving import load, save

if TYPE_CHECKING:
    from sandbox.play.play import Play

CHUNK = 256 * 1024


async def send_saved(play: "Play", _: web.Request) -> web.StreamResponse:
    """The play as a file to be kept."""
    name, packed = await save(play)
    about = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=packed, content_type="application/zip", headers=about)


async def load_sent(play: "Play", request: web.Request) -> web.StreamResponse:
    """Go on with the play in the field ``state``."""
    try:
        packed = await _sent(request)
    except ValueError:
        packed = None
    if packed is None:
        raise Refused("page-refused-incomplete")
    await load(play, packed)
    return web.json_response({"ok": True})


async def _sent(request: web.Request) -> bytes | None:
    """The file; None for none. It may be larger than what is sent with an act."""
    if request.content_type != "multipart/form-data":
        return None
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "state":
            return await _read(part)
    return None


async def _read(part: BodyPartReader) -> bytes:
    found = bytearray()
    while chunk := await part.read_chunk(CHUNK):
        found += chunk
        if len(found) > LARGEST_FILE:
            raise Refused("page-refused-state")
    return bytes(found)
