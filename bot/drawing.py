"""What is drawn of grids: posters and pictures. It takes long, so it is done in a thread; the libraries are
loaded when somebody first asks."""

import asyncio
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import IO, Any

from bot import grid_views
from bot.cards.page import in_words
from bot.dispatch.doors import doors
from bot.dispatch.drawings import Made
from bot.dispatch.rules import Rules
from bot.pictures.view import GridView
from bot.texts import language_of, plain_text
from storage import doors as stored
from storage import grids, people
from storage.database import Database, Tx
from storage.records import Grid, Person

MOST_POSTERS = 1_000
"""Pages of one document in a chat; for more there is the command line."""


async def posters(
    database: Database, payload: dict[str, Any], *, username: str, language: str
) -> Made | None:
    """A page for each door of the grid; None if there is no such grid any more."""

    async def look(tx: Tx) -> tuple[list[Grid], list[Grid]]:
        grid_id = payload["grid_id"]
        return await grids.path(tx, grid_id), await stored.within(tx, grid_id)

    path, inside = await database.read(look)
    if not inside:
        return None
    found = list(doors(inside, path[1:]))
    name, code = path[0].name, path[0].code
    if len(found) > MOST_POSTERS:
        return Made("posters-too-many", {"grid": name, "count": str(len(found)), "code": code})
    out = BytesIO()
    await asyncio.to_thread(draw_posters, found, out, username=username, language=language)
    values = {"grid": name, "count": len(found)}
    return Made("posters-caption", values, f"posters-{code}.pdf", "document", out.getvalue())


def draw_posters(found: Iterable[list[Grid]], out: IO[bytes], *, username: str, language: str) -> int:
    """Draw a page for each of the grids, of which the others with it are said; how many pages there are."""
    from bot.pictures.posters import Poster, posters  # noqa: PLC0415 - reportlab, which few runs need

    pages = (Poster(in_words(path), f"https://t.me/{username}?start=at_{path[0].code}") for path in found)
    return posters(pages, out, language=language)


async def grid_picture(
    database: Database, payload: dict[str, Any], *, rules: Rules, language: str, now: datetime
) -> Made | None:
    """The grid as it stands, in the language of who asked; None if it is no more."""

    async def look(tx: Tx) -> tuple[GridView | None, Person | None]:
        view = await grid_views.look(tx, payload["grid_id"], zone=rules.zone, now=now)
        return view, await people.get(tx, payload["person_id"])

    view, person = await database.read(look)
    if view is None:
        return None
    language = language_of(person.reads if person else None, language)
    content = await asyncio.to_thread(_draw_grid, view, language)
    at = view.now
    time = plain_text(language, "moment", month=at.month, day=str(at.day), time=f"{at:%H:%M}")
    return Made("picture-caption", {"grid": view.name, "time": time}, "grid.png", "photo", content)


def _draw_grid(view: GridView, language: str) -> bytes:
    from bot.pictures.grids import grid_picture  # noqa: PLC0415 - Pillow and shapely, as above

    return grid_picture(view, language)
