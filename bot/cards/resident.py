"""What a resident sees of a request: the receipt that follows it, the result to judge, a refusal."""

from bot.buttons import (
    Add,
    Appeal,
    Back,
    CancelForSure,
    CancelRequest,
    Confirm,
    Rate,
    Reopen,
    ShowHistory,
    pack,
)
from bot.cards.history import history
from bot.cards.long_words import show_keys
from bot.cards.page import Page, lines, rows
from bot.cards.request_lines import by_when_line, responsible_line, result_line
from bot.cards.screen import Key, Screen
from bot.dispatch import lifecycle, permissions, rating
from bot.dispatch.permissions import Relation
from storage import deadlines, events, requests
from storage.records import Act, Clock, Request, RequestStatus

Keys = tuple[tuple[Key, ...], ...]
STARS_IN_A_ROW = 3
WITH_RESULT = frozenset({RequestStatus.RESOLVED, RequestStatus.CLOSED})
WITHOUT_RESULT = frozenset({RequestStatus.DECLINED, RequestStatus.CANCELLED})


async def receipt(page: Page) -> Screen | None:
    """The number, who answers and by when; later how it stands, and what may be done about it now."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None:
        return None
    if page.view.get("page") == "history":
        return await history(page, request)
    text = lines(
        page.text("receipt-title", number=request.number),
        page.text("line-place", place=await page.place(request.grid_id)),
        page.text("line-words", words=request.words),
        None if request.status in WITHOUT_RESULT else result_line(page, request),
        *await _state(page, request),
        await _who(page, request),
        await by_when_line(page, request),
    )
    acts = permissions.allowed({Relation.RESIDENT}, request)
    if page.view.get("page") == "cancel" and Act.CANCEL in acts:
        return Screen(lines(text, "", page.text("cancel-ask")), _cancel_keys(page, request), lasting=True)
    keys = (
        *_verdict_keys(page, request),
        *_more_keys(page, request),
        *rows(await show_keys(page, request, results=True), 1),
    )
    return Screen(text, keys, lasting=True)


async def result(page: Page) -> Screen | None:
    """What was done, and whether it is solved; then the stars."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or (page.card is None and request.status is not RequestStatus.RESOLVED):
        return None
    asked = request.status is RequestStatus.RESOLVED
    ends = await deadlines.end_of(page.tx, request_id=request.id, clock=Clock.CONFIRM)
    remind = asked and ends and page.view.get("reminder")
    return Screen(
        lines(
            page.text("result-title", number=request.number)
            if request.status in WITH_RESULT
            else await page.heading(request),
            page.text("line-words", words=request.words),
            result_line(page, request),
            *([page.text("result-ask")] if asked else await _state(page, request)),
            page.text("result-remind", by=page.moment(ends)) if remind and ends else None,
        ),
        keys=_verdict_keys(page, request),
        lasting=True,
    )


async def declined(page: Page) -> Screen | None:
    """Why it is not taken on, and until when one may appeal."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or (page.card is None and request.status is not RequestStatus.DECLINED):
        return None
    return Screen(
        lines(
            page.text("declined-title", number=request.number)
            if request.status is RequestStatus.DECLINED
            else await page.heading(request),
            page.text("line-words", words=request.words),
            *await (_refusal if request.status is RequestStatus.DECLINED else _state)(page, request),
        ),
        keys=_verdict_keys(page, request),
        lasting=True,
    )


def standing(request: Request) -> str:
    """How a request stands, in a word of ours: its status, of a closed one whether the resident said so."""
    if request.status is RequestStatus.CLOSED:
        return f"closed-{'confirmed' if request.confirmed else 'unconfirmed'}"
    return request.status


async def _state(page: Page, request: Request) -> list[str]:
    """How it stands, with the reason of a refusal, and the resident's own stars."""
    said = [page.text("line-status", status=page.text(f"status-{standing(request)}"))]
    if request.status is RequestStatus.DECLINED:
        said += await _refusal(page, request)
    if request.stars:
        said.append(page.text("line-stars", stars="★" * request.stars))
    if request.comment:
        said.append(page.text("line-comment", words=request.comment))
    if rating.may_rate(request, page.now):
        said.append(page.text("stars-change" if request.stars else "stars-ask"))
    return said


async def _refusal(page: Page, request: Request) -> list[str]:
    event = await events.last(page.tx, request.id, Act.DECLINE)
    said = [page.text("declined-reason", reason=event.data["reason"])] if event else []
    if request.reopen_until and lifecycle.may_reopen(request, page.now):
        said.append(page.text("declined-appeal", by=page.moment(request.reopen_until)))
    return said


async def _who(page: Page, request: Request) -> str | None:
    if request.status in lifecycle.ENDED:
        return None
    if request.responsible_id is None:
        return page.text("line-queue")
    return await responsible_line(page, request)


def _verdict_keys(page: Page, request: Request) -> Keys:
    """The resident's word on how it ended, in time: Solved, Not solved, stars, Appeal."""
    acts = permissions.allowed({Relation.RESIDENT}, request)
    in_time = lifecycle.may_reopen(request, page.now)
    keys = []
    if Act.CONFIRM in acts:
        keys.append(page.key("label-solved", Confirm(request.id)))
    if Act.REOPEN in acts and in_time:
        keys.append(page.key("label-not-solved", Reopen(request.id)))
    if Act.APPEAL in acts and in_time:
        keys.append(page.key("label-appeal", Appeal(request.id)))
    stars = rows(_star_keys(request), STARS_IN_A_ROW) if rating.may_rate(request, page.now) else ()
    return (*stars, tuple(keys)) if keys else stars


def _star_keys(request: Request) -> list[Key]:
    return [
        Key(f"{'✓ ' if stars == request.stars else ''}{'★' * stars}", pack(Rate(request.id, stars)))
        for stars in rating.STARS
    ]


def _more_keys(page: Page, request: Request) -> Keys:
    acts = permissions.allowed({Relation.RESIDENT}, request)
    keys = []
    if Act.ADD in acts:
        keys.append(page.key("label-add", Add(request.id)))
    if Act.CANCEL in acts:
        keys.append(page.key("label-cancel-request", CancelRequest(request.id)))
    keys.append(page.key("label-history", ShowHistory(request.id)))
    return rows(keys, 3)


def _cancel_keys(page: Page, request: Request) -> Keys:
    return (
        (page.key("label-cancel-for-sure", CancelForSure(request.id)),),
        (page.key("label-back", Back(request.id)),),
    )
