"""What those see who answer for a request: the one responsible, supervisors, administrators."""

from bot.buttons import Accept, Back, Offer, OfferPlaces, OfferTo, Press, Resolve, pack
from bot.cards.page import Page, lines, resident_line, rows
from bot.cards.request_lines import by_when_line, responsible_line, result_line
from bot.cards.screen import Key, Screen
from bot.dispatch import lifecycle, outcomes, permissions
from storage import events, grids, groups, people, requests, tasks
from storage.records import Act, Clock, Request, RequestStatus, TaskStatus

TASKS_SHOWN = 10
"""How many of the newest offers stand on a card."""
Keys = tuple[tuple[Key, ...], ...]
BUTTONS: tuple[tuple[Act, str, type[Press]], ...] = (
    (Act.ACCEPT, "label-accept", Accept),
    (Act.OFFER, "label-offer", Offer),
    (Act.RESOLVE, "label-resolve", Resolve),
)


async def office_card(page: Page) -> Screen | None:
    """The card of those who answer; its first line says why it came."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None or page.reader is None:
        return None
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now)
    acts = permissions.allowed(are, request)
    if page.card is None and not acts:
        return None  # it went on to somebody else before it was said
    if permissions.ANSWERING.isdisjoint(are):
        return Screen(lines(await page.heading(request), page.text("line-moved")), lasting=True)
    if request.status is RequestStatus.CLOSED:
        return Screen(await _over(page, request), lasting=True)
    contact = permissions.may_see_contact(are)
    text = lines(
        await _why(page, request),
        await page.heading(request),
        page.text("line-place", place=await page.place(request.grid_id)),
        page.text("line-words", words=request.words),
        resident_line(page, await people.get(page.tx, request.resident_id)) if contact else None,
        await _last_reason(page, request),
        result_line(page, request),
        page.text("line-status", status=page.text(_status_key(request))),
        await _responsible(page, request),
        await by_when_line(page, request),
        page.text("line-escalated", level=request.level) if request.level else None,
        *await _task_lines(page, request),
    )
    if page.view.get("page") == "offer" and Act.OFFER in acts:
        return await _offer_page(page, request, text)
    keys = [page.key(label, press(request.id)) for act, label, press in BUTTONS if act in acts]  # type: ignore[call-arg]
    return Screen(text, rows(keys, 2), lasting=True)


async def _over(page: Page, request: Request) -> str:
    """What it was and how it ended."""
    return lines(
        await page.heading(request),
        page.text("line-place", place=await page.place(request.grid_id)),
        page.text("line-words", words=request.words),
        result_line(page, request),
        page.text("line-status", status=page.text(_status_key(request))),
    )


async def _why(page: Page, request: Request) -> str | None:
    """Why the card came, as long as that is still so."""
    if request.status not in lifecycle.OPEN:
        return None
    accepted = request.status is RequestStatus.ACCEPTED
    match page.message.kind:
        case "queue":
            return await _nobody(page, request) if request.status is RequestStatus.SUBMITTED else None
        case "reminder":
            clock = page.view["clock"]
            return page.text(f"office-reminder-{clock}") if accepted == (clock == Clock.SOLVE) else None
        case "escalated":
            grid = await page.grid_name(page.view["from"])
            return page.text("office-escalated", **{"from": grid}, level=page.view["level"])
        case "reopened":
            return page.text("office-reopened")
        case _:
            return page.text("office-new")


async def _nobody(page: Page, request: Request) -> str:
    skipped = await _skipped(page, request)
    return lines(page.text("office-queue"), *skipped, page.text("office-queue-hint"))


async def _skipped(page: Page, request: Request) -> list[str]:
    """Past whom the request came into the queue."""
    history = await events.of_request(page.tx, request.id)
    queued = next((event for event in reversed(history) if event.act is Act.QUEUE), None)
    if queued is None:
        return []
    skipped: list[list[str]] = queued.data["skipped"]
    return [page.text(f"why-{why}", grid=grid) for grid, why in skipped]


async def _last_reason(page: Page, request: Request) -> str | None:
    """Why the resident said Not solved, while it is being done again."""
    if not request.reopened or request.status not in lifecycle.OPEN:
        return None
    history = await events.of_request(page.tx, request.id)
    last = next((event for event in reversed(history) if event.act is Act.REOPEN), None)
    return None if last is None else page.text("line-reason", reason=last.data["reason"])


def _status_key(request: Request) -> str:
    if request.status is RequestStatus.CLOSED:
        return f"status-office-closed-{'confirmed' if request.confirmed else 'unconfirmed'}"
    if request.status is RequestStatus.RESOLVED:
        return "status-office-resolved"
    return f"status-{request.status}"


async def _responsible(page: Page, request: Request) -> str | None:
    """Who answers, for those who are not that themselves."""
    if request.responsible_id is None or (page.reader and request.responsible_id == page.reader.id):
        return None
    return await responsible_line(page, request)


async def _task_lines(page: Page, request: Request) -> list[str]:
    said = []
    for task in (await tasks.of_request(page.tx, request.id))[-TASKS_SHOWN:]:
        group = await groups.get(page.tx, task.group_id)
        names = page.listed([name for _, name in await tasks.claimants(page.tx, task.id)])
        if task.status is not TaskStatus.WITHDRAWN and group:
            said.append(
                page.text(
                    "line-task", title=group.title, held=str(task.held), places=str(task.places), names=names
                )
            )
    return said


async def _offer_page(page: Page, request: Request, text: str) -> Screen:
    places = int(page.view.get("places", 1))
    bound = await outcomes.places_to_offer(page.tx, request)
    back = (page.key("label-back", Back(request.id)),)
    if not bound:
        path = await grids.path(page.tx, request.grid_id)
        return Screen(lines(text, "", page.text("offer-nowhere", code=path[0].code)), (back,), lasting=True)
    counts = [
        Key(f"✓ {count}" if count == places else str(count), pack(OfferPlaces(request.id, count)))
        for count in outcomes.PLACES
    ]
    to = tuple((Key(group.title, pack(OfferTo(request.id, group.id, places))),) for group in bound)
    return Screen(lines(text, "", page.text("offer-title")), (tuple(counts), *to, back), lasting=True)
