"""A picture or document that the worker has made, with words to it."""

from bot.cards.page import Page
from bot.cards.screen import Medium, Screen
from storage import files
from storage.records import PieceKind


async def file(page: Page) -> Screen | None:
    """The file of `view["file"]` with the text of `view["text"]`, its other values put in; nothing, if it has
    waited for so long that it was forgotten."""
    found = await files.get(page.tx, page.view["file"])
    if found is None:
        return None
    values = {name: value for name, value in page.view.items() if name not in ("file", "text")}
    medium = Medium(PieceKind(found.kind), None, None, None, name=found.name, content=found.content)
    return Screen(page.text(page.view["text"], **values), media=(medium,))
