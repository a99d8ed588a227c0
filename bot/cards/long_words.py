"""Words that a card had to cut: the button that brings them whole, and the messages that do."""

from bot.buttons import ShowMedia
from bot.cards.page import Page, lines
from bot.cards.screen import Key, Screen, units
from bot.dispatch import group_words, outcomes, showing
from bot.dispatch.intake import media_of
from bot.dispatch.permissions import Relation
from storage import requests
from storage.records import Request

LONG = 1000
"""Units of what may have been cut on some card, and is said whole when all is asked for."""
PART = 3500
"""Units in one message, which has a heading besides."""


async def show_keys(page: Page, request: Request, *, results: bool) -> list[Key]:
    """One button, where there is more than the card shows: words that were cut, photos and files (locations
    come along uncounted), or a location alone."""
    press = ShowMedia(request.id)
    said = (request.words, request.result or "") if results else (request.words,)
    if any(units(words) > page.longest for words in said):
        return [page.key("label-show-all", press)]
    found = await showing.media_for(page.tx, request.id, results=results)
    count = len(media_of(found))
    if count:
        return [page.key("label-show-media", press, count=str(count))]
    return [page.key("label-show-location", press)] if found else []


def parts(words: str) -> list[str]:
    """Long words in pieces that fit a message, cut at a line's end where there is one near."""
    found = []
    while units(words) > PART:
        end = PART if words.isascii() else PART // 2  # no sign is more than two units
        at = words.rfind("\n", end // 2, end)
        end = at + 1 if at > 0 else end
        found.append(words[:end].strip())
        words = words[end:]
    return [*found, words.strip()]


def long_of(request: Request, *, results: bool) -> list[tuple[str, int]]:
    """(which words, which part) of all that may have been cut."""
    which = ("words", "result") if results else ("words",)
    return [
        (name, at)
        for name in which
        if units(getattr(request, name) or "") > LONG
        for at in range(len(parts(getattr(request, name))))
    ]


async def long_words(page: Page) -> Screen | None:
    """One part, for those who have to do with the request."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or page.reader is None:
        return None
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now)
    if not are:
        return None
    words = getattr(request, page.view["of"]) or ""
    if are == {Relation.INFORMED}:
        words = await group_words.masked(page.tx, request, words)
    found = parts(words)
    at = page.view["part"]
    if at >= len(found):
        return None
    return Screen(
        lines(
            await page.heading(request),
            page.text(f"all-{page.view['of']}"),
            page.text("line-words", words=found[at]),
        )
    )
