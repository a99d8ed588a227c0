"""The lines that only those read who answer for a request."""

from collections.abc import Awaitable, Callable, Sequence

from bot.cards.corrections import correction
from bot.cards.page import Page, lines
from bot.dispatch import lifecycle
from storage import groups, tasks
from storage.records import Act, ClaimStatus, Clock, Event, Request, RequestStatus, Task, TaskStatus

TASKS_SHOWN = 10
"""How many of the newest offers stand on a card."""
RUNNING = frozenset({TaskStatus.OPEN, TaskStatus.FULL})
TURNS = frozenset({Act.ASSIGN, Act.QUEUE, Act.REOPEN})
"""By these a request comes to somebody."""
REASONS = {Act.REOPEN: "line-reason", Act.DECLINE: "office-declined-reason"}


async def why_line(page: Page, request: Request, history: Sequence[Event]) -> str | None:
    """Why the card came, as long as that is still so."""
    if request.status not in lifecycle.OPEN:
        return None
    return await CALLS.get(page.message.kind, _turned)(page, request, history)


async def _reminded(page: Page, request: Request, history: Sequence[Event]) -> str | None:  # noqa: ARG001 - one shape
    clock = page.view["clock"]
    accepted = request.status is RequestStatus.ACCEPTED
    return page.text(f"office-reminder-{clock}") if accepted == (clock == Clock.SOLVE) else None


async def _escalated(page: Page, request: Request, history: Sequence[Event]) -> str | None:  # noqa: ARG001 - one shape
    grid = await page.grid_name(page.view["from"])
    return page.text("office-escalated", **{"from": grid}, level=page.view["level"])


async def _reopened(page: Page, request: Request, history: Sequence[Event]) -> str | None:  # noqa: ARG001 - one shape
    return page.text("office-reopened")


async def _queued(page: Page, request: Request, history: Sequence[Event]) -> str | None:
    return _nobody(page, history) if request.status is RequestStatus.SUBMITTED else None


async def _turned(page: Page, request: Request, history: Sequence[Event]) -> str | None:
    """How it came to the one responsible: by an appeal (which it stays), from a colleague, or new; what was
    only posted `anew` is not that."""
    if request.status is RequestStatus.SUBMITTED:
        return _nobody(page, history)
    appealed = _appealed(page, history)
    own = page.reader is not None and page.reader.id == request.responsible_id
    if request.status is not RequestStatus.ASSIGNED or not own:
        return appealed
    turn = _last(history, *TURNS)
    if turn and turn.act is Act.REOPEN:
        return page.text("office-reopened")
    if turn and turn.data.get("why") == "reassigned":
        name = await page.name_of(turn.by_id)
        return lines(appealed, page.text("office-reassigned", name=name, reason=turn.data["reason"]))
    if turn and turn.data.get("why") == "corrected":
        return lines(appealed, await _corrected(page, history))
    return appealed or (None if page.view.get("anew") else page.text("office-new"))


async def _corrected(page: Page, history: Sequence[Event]) -> str | None:
    """Who put what right, so that it came here."""
    event = _last(history, Act.CORRECT)
    if event is None:
        return None
    name = await page.name_of(event.by_id)
    return page.text("office-corrected", name=name, **await correction(page, event.data))


CALLS: dict[str, Callable[[Page, Request, Sequence[Event]], Awaitable[str | None]]] = {
    "queue": _queued,
    "reminder": _reminded,
    "escalated": _escalated,
    "reopened": _reopened,
}
"""kind of card → why it came; the others came to whoever answers now."""


def _appealed(page: Page, history: Sequence[Event]) -> str | None:
    appeal = _last(history, Act.APPEAL)
    return page.text("office-appeal", reason=appeal.data["reason"]) if appeal else None


def _nobody(page: Page, history: Sequence[Event]) -> str:
    """It waits for the office: as an appeal, as nobody knows where it is, or past whom it came there."""
    appealed = _appealed(page, history)
    if appealed:
        return lines(appealed, page.text("office-appeal-hint"))
    queued = _last(history, Act.QUEUE)
    if queued and queued.data.get("how") == "unplaced":
        return page.text("office-unplaced")
    skipped: list[list[str]] = queued.data["skipped"] if queued else []
    said = [page.text(f"why-{why}", grid=grid) for grid, why in skipped]
    return lines(page.text("office-queue"), *said, page.text("office-queue-hint"))


def last_reason(page: Page, request: Request, history: Sequence[Event]) -> str | None:
    """Why the resident said Not solved, while it is being done again; why it was declined, when it is."""
    if request.status is RequestStatus.DECLINED:
        act = Act.DECLINE
    elif request.reopened and request.status in lifecycle.OPEN:
        act = Act.REOPEN
    else:
        return None
    last = _last(history, act)
    return None if last is None else page.text(REASONS[act], reason=last.data["reason"])


def _last(history: Sequence[Event], *acts: Act) -> Event | None:
    return next((event for event in reversed(history) if event.act in acts), None)


def status_line(page: Page, request: Request) -> str:
    return page.text("line-status", status=page.text(_status_key(request)))


def _status_key(request: Request) -> str:
    if request.status is RequestStatus.CLOSED:
        return f"status-office-closed-{'confirmed' if request.confirmed else 'unconfirmed'}"
    if request.status in lifecycle.OPEN:
        return f"status-{request.status}"
    return f"status-office-{request.status}"


def door_line(page: Page, request: Request) -> str | None:
    """Where exactly, as the resident wrote it."""
    return page.text("office-door", words=request.place_words) if request.place_words else None


async def task_lines(page: Page, request: Request) -> list[str]:
    """Where it was offered, who came, and what those say who are done while it is still open."""
    said = []
    for task in (await tasks.of_request(page.tx, request.id))[-TASKS_SHOWN:]:
        if task.status is not TaskStatus.WITHDRAWN:
            said += await _task(page, request, task)
    return said


async def _task(page: Page, request: Request, task: Task) -> list[str]:
    group = await groups.get(page.tx, task.group_id)
    people = dict(await tasks.claimants(page.tx, task.id))
    names = page.listed(list(people.values()))
    title = group.title if group else ""
    said = [page.text("line-task", title=title, held=str(task.held), places=str(task.places), names=names)]
    if task.status not in RUNNING:
        return said
    claims = await tasks.claims_of(page.tx, task.id)
    done = [claim for claim in claims if claim.status is ClaimStatus.DONE]
    said += [
        page.text("office-task-result", name=people[claim.person_id], words=claim.result or "✓")
        for claim in done
    ]
    if lifecycle.all_finished(claims) and request.status is not RequestStatus.ACCEPTED:
        said.append(page.text("office-tasks-done"))
    return said
