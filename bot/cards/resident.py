"""What a resident sees of a request: the receipt that follows it, and the result to judge."""

from bot.buttons import Confirm, Reopen
from bot.cards.page import Page, lines
from bot.cards.request_lines import by_when_line, responsible_line, result_line
from bot.cards.screen import Key, Screen
from bot.dispatch import lifecycle, permissions
from bot.dispatch.permissions import Relation
from storage import deadlines, requests
from storage.records import Act, Clock, Request, RequestStatus


async def receipt(page: Page) -> Screen | None:
    """The number, who answers and by when; later how it stands."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None:
        return None
    return Screen(
        lines(
            page.text("receipt-title", number=request.number),
            page.text("line-place", place=await page.place(request.grid_id)),
            page.text("line-words", words=request.words),
            page.text("line-status", status=page.text(status_key(request))),
            await _who(page, request),
            await by_when_line(page, request),
        ),
        keys=_verdict_keys(page, request),
        lasting=True,
    )


async def result(page: Page) -> Screen | None:
    """What was done, and whether it is solved."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or (page.card is None and request.status is not RequestStatus.RESOLVED):
        return None
    asked = request.status is RequestStatus.RESOLVED
    ends = await deadlines.end_of(page.tx, request_id=request.id, clock=Clock.CONFIRM)
    remind = asked and ends and page.view.get("reminder")
    return Screen(
        lines(
            page.text("result-title", number=request.number),
            page.text("line-words", words=request.words),
            result_line(page, request),
            page.text("result-ask")
            if asked
            else page.text("line-status", status=page.text(status_key(request))),
            page.text("result-remind", by=page.moment(ends)) if remind and ends else None,
        ),
        keys=_verdict_keys(page, request),
        lasting=True,
    )


def status_key(request: Request) -> str:
    """The text that says how a request stands, to its resident."""
    if request.status is RequestStatus.CLOSED:
        return f"status-closed-{'confirmed' if request.confirmed else 'unconfirmed'}"
    return f"status-{request.status}"


async def _who(page: Page, request: Request) -> str | None:
    if request.status is RequestStatus.CLOSED:
        return None
    if request.responsible_id is None:
        return page.text("line-queue")
    return await responsible_line(page, request)


def _verdict_keys(page: Page, request: Request) -> tuple[tuple[Key, ...], ...]:
    acts = permissions.allowed({Relation.RESIDENT}, request)
    keys = []
    if Act.CONFIRM in acts:
        keys.append(page.key("label-solved", Confirm(request.id)))
    if Act.REOPEN in acts and lifecycle.may_reopen(request, page.now):
        keys.append(page.key("label-not-solved", Reopen(request.id)))
    return (tuple(keys),) if keys else ()
