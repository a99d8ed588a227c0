"""What those see who answer for a request: the one responsible, supervisors, administrators."""

from collections.abc import Sequence

from bot.buttons import (
    Accept,
    CancelRequest,
    CorrectKind,
    CorrectPlace,
    Decline,
    Offer,
    Press,
    Reassign,
    Resolve,
    ShowHistory,
    Talk,
)
from bot.cards.helpers import helper_lines
from bot.cards.long_words import show_keys
from bot.cards.office_lines import door_line, last_reason, status_line, task_lines, why_line
from bot.cards.office_pages import PAGES
from bot.cards.office_queue import queue_keys, queue_line
from bot.cards.page import Page, lines, resident_line, rows
from bot.cards.request_lines import by_when_line, moved, responsible_line, result_line
from bot.cards.screen import Screen
from bot.dispatch import lifecycle, outcomes, permissions
from storage import events, people, requests
from storage.records import Act, Event, Request, RequestStatus

BUTTONS: tuple[tuple[Act, str, type[Press]], ...] = (
    (Act.ACCEPT, "label-accept", Accept),
    (Act.OFFER, "label-offer", Offer),
    (Act.RESOLVE, "label-resolve", Resolve),
    (Act.SAY, "label-message", Talk),
    (Act.ASSIGN, "label-reassign", Reassign),
    (Act.CORRECT, "label-change-place", CorrectPlace),
    (Act.CORRECT, "label-change-kind", CorrectKind),
    (Act.DECLINE, "label-decline", Decline),
    (Act.CANCEL, "label-cancel-request", CancelRequest),
)
"""What may be done, the next likely first. The words for groups are changed where it is offered to them."""


async def office_card(page: Page) -> Screen | None:
    """The card of those who answer; its first line says why it came."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or page.reader is None:
        return None
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now)
    history = await events.of_request(page.tx, request.id)
    if page.card is None and not _still_wanted(page, request, history):
        return None
    if permissions.ANSWERING.isdisjoint(are):
        return await moved(page, request) if page.card else None  # it went on before it was said
    if request.status in lifecycle.ENDED:
        return await _over(page, request, history)
    acts = permissions.allowed(are, request)
    text = await _text(page, request, history)
    opened = PAGES.get(page.view.get("page") or "")
    if opened and opened.act in acts:
        return await opened.screen(page, request, text)
    keys = [page.key(label, press(request.id)) for act, label, press in BUTTONS if act in acts]  # type: ignore[call-arg]
    keys += [
        *await show_keys(page, request, results=True),
        page.key("label-history", ShowHistory(request.id)),
    ]
    text = lines(text, await queue_line(page, request))
    return Screen(text, (*await queue_keys(page, request), *rows(keys, 2)), lasting=True)


def _still_wanted(page: Page, request: Request, history: Sequence[Event]) -> bool:
    """Whether a card that has waited to be said still need be: nobody is called to what is over or taken, and
    whoever declined a request is not called to it again."""
    match page.message.kind:
        case "request":
            return True
        case "queue":
            declined_by = [event.data["from"] for event in history if event.act is Act.APPEAL]
            waits = request.status is RequestStatus.SUBMITTED
            return waits and page.reader is not None and page.reader.id not in declined_by
        case _:
            return request.status in lifecycle.OPEN


async def _text(page: Page, request: Request, history: Sequence[Event]) -> str:
    return lines(
        await why_line(page, request, history),
        await page.heading(request),
        page.text("line-place", place=await page.place(request.grid_id)),
        door_line(page, request),
        page.text("line-words", words=request.words),
        resident_line(page, await people.get(page.tx, request.resident_id)),
        *await helper_lines(page, request),
        last_reason(page, request, history),
        result_line(page, request),
        status_line(page, request),
        await _responsible(page, request),
        await by_when_line(page, request),
        page.text("line-escalated", level=request.level) if request.level else None,
        *await task_lines(page, request),
    )


async def _over(page: Page, request: Request, history: Sequence[Event]) -> Screen:
    """What it was and how it ended."""
    text = lines(
        await page.heading(request),
        page.text("line-place", place=await page.place(request.grid_id)),
        page.text("line-words", words=request.words),
        result_line(page, request),
        status_line(page, request),
        last_reason(page, request, history),
    )
    return Screen(text, rows(await show_keys(page, request, results=True), 1), lasting=True)


async def _responsible(page: Page, request: Request) -> str | None:
    """Who answers, for those who are not that themselves."""
    if request.responsible_id is None or (page.reader and request.responsible_id == page.reader.id):
        return None
    return await responsible_line(page, request)
