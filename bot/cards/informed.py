"""What a leader is shown where somebody else answers first: what it is and who answers, to be read only."""

from bot.cards.long_words import show_keys
from bot.cards.office_lines import status_line
from bot.cards.page import Page, lines, rows
from bot.cards.request_lines import by_when_line, moved, responsible_line
from bot.cards.screen import Screen
from bot.dispatch import group_words, outcomes, permissions
from bot.dispatch.permissions import Relation
from storage import requests
from storage.records import Request


async def informed_card(page: Page) -> Screen | None:
    """It follows the request to its end. Not said any more to whom it has come, nor to who leads there no
    longer."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or page.reader is None:
        return None
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now)
    if page.card is None and Relation.INFORMED not in are:
        return None
    if are.isdisjoint(permissions.ANSWERING | {Relation.INFORMED}):
        return await moved(page, request)
    text = lines(
        page.text("informed-title"),
        await page.heading(request),
        page.text("line-place", place=await page.place(request.grid_id)),
        page.text("line-words", words=await group_words.masked(page.tx, request, request.words)),
        status_line(page, request),
        await _who_answers(page, request),
        await by_when_line(page, request),
    )
    return Screen(text, rows(await show_keys(page, request, results=False), 1), lasting=True)


async def _who_answers(page: Page, request: Request) -> str | None:
    return await responsible_line(page, request) if request.responsible_id is not None else None
