"""What a group sees of a task, the same for whoever looks at it in private, and what its claimants see."""

from bot.buttons import Arrive, Claim, Finish, PressOnTask, TalkOnTask, Withdraw
from bot.cards.long_words import show_keys
from bot.cards.page import Page, lines, resident_line, rows
from bot.cards.screen import Key, Screen
from bot.dispatch import claims, permissions
from bot.dispatch.permissions import Relation
from bot.texts import plain_text
from storage import groups, people, requests, tasks
from storage.records import Act, ClaimStatus, Person, Request, Task, TaskStatus
from storage.records import Claim as Place

BUTTONS: tuple[tuple[tuple[Act, str, type[PressOnTask]], ...], ...] = (
    ((Act.ARRIVE, "label-arrive", Arrive), (Act.SAY, "label-message", TalkOnTask)),
    ((Act.FINISH, "label-finish", Finish), (Act.WITHDRAW, "label-withdraw", Withdraw)),
)
"""What a claimant may do, in rows."""
OVER = (TaskStatus.DONE, TaskStatus.WITHDRAWN)
Keys = tuple[tuple[Key, ...], ...]


async def task_card(page: Page) -> Screen | None:
    """The group's card: no name, phone or door number of the resident; always who and how many places."""
    found = await _of_task(page)
    if found is None or (page.card is None and found[0].status in OVER):
        return None
    task, request = found
    if request.confidential:
        return _called_back(page, request)
    served = await _is_served(page, task)
    keys = _claim_keys(page, task) if served else ()
    return Screen(await _as_groups_see(page, task, request, served=served), keys, lasting=True)


async def offered_card(page: Page) -> Screen | None:
    """The same in private, for somebody who may take it from there, or has taken it."""
    found = await _of_task(page)
    if found is None or page.reader is None:
        return None
    task, request = found
    if request.confidential:
        return _called_back(page, request) if page.card else None
    free = await _may_claim(page, page.reader, task)
    if page.card is None and not free:
        return None
    keys = _claim_keys(page, task) if free else ()
    served = await _is_served(page, task)
    return Screen(await _as_groups_see(page, task, request, served=served), keys, lasting=True)


def _called_back(page: Page, request: Request) -> Screen:
    """It turned out to be nothing for groups: not even of what kind it is stays there."""
    return Screen(page.text("task-called-back", number=request.number), lasting=True)


async def claim_card(page: Page) -> Screen | None:
    """The claimant's: with the resident's name and phone as long as the place is held, and no longer."""
    found = await _of_task(page)
    if found is None or page.reader is None:
        return None
    task, request = found
    place = await tasks.last_claim(page.tx, task.id, page.reader.id)
    if place is None or (page.card is None and place.status is not ClaimStatus.HELD):
        return None
    if request.confidential and place.status is not ClaimStatus.HELD:
        return _called_back(page, request)
    title = page.text("claim-title", number=request.number, kind=await page.kind(request.category_id))
    if place.status is not ClaimStatus.HELD:
        return Screen(lines(title, page.text(ENDED[place.status])), lasting=True)
    others = [name for id_, name in await _on_it(page, task) if id_ != page.reader.id]
    return Screen(
        lines(
            title,
            page.text("line-place", place=await _exact_place(page, request)),
            page.text("line-words", words=request.words),
            resident_line(page, await people.get(page.tx, request.resident_id)),
            page.text("claim-together", names=page.listed(others)) if others else None,
            page.text("claim-there" if place.arrived_at else "claim-next"),
        ),
        (*_work_keys(page, request, task, place), *rows(await show_keys(page, request, results=False), 1)),
        lasting=True,
    )


ENDED = {
    ClaimStatus.DONE: "claim-done",
    ClaimStatus.WITHDRAWN: "claim-withdrawn",
    ClaimStatus.RELEASED: "claim-over",
}


async def _of_task(page: Page) -> tuple[Task, Request] | None:
    task = await tasks.get(page.tx, page.message.task_id or 0)
    request = await requests.get(page.tx, page.message.request_id or 0)
    return None if task is None or request is None else (task, request)


async def _is_served(page: Page, task: Task) -> bool:
    """Whether the task's group still is one where tasks are taken."""
    group = await groups.get(page.tx, task.group_id)
    return group is not None and group.ended_at is None


async def _may_claim(page: Page, reader: Person, task: Task) -> bool:
    """Whether a Claim of the reader in private would not be refused for who they are or what they have."""
    return (
        task.status is TaskStatus.OPEN
        and await _is_served(page, task)
        and await tasks.live_claim(page.tx, task.id, reader.id) is None
        and await claims.may_take(page.tx, reader, task, page.now)
    )


def _claim_keys(page: Page, task: Task) -> Keys:
    return ((page.key("label-claim", Claim(task.id)),),) if task.status is TaskStatus.OPEN else ()


def _work_keys(page: Page, request: Request, task: Task, place: Place) -> Keys:
    acts = permissions.allowed({Relation.CLAIMANT}, request) - ({Act.ARRIVE} if place.arrived_at else set())
    return tuple(
        tuple(page.key(label, press(task.id)) for act, label, press in row if act in acts) for row in BUTTONS
    )


async def _exact_place(page: Page, request: Request) -> str:
    """Where it is, with what was written of it."""
    return f"{await page.place(request.grid_id)} {request.place_words}".strip()


async def _as_groups_see(page: Page, task: Task, request: Request, *, served: bool) -> str:
    return lines(
        page.text(
            "task-heading",
            number=request.number,
            kind=await page.kind(request.category_id),
            places=task.places,
        ),
        page.text("line-place", place=await page.place(request.grid_id, public=True)),
        page.text("line-words", words=task.words),
        *await _standing(page, task, served=served),
    )


async def _standing(page: Page, task: Task, *, served: bool) -> list[str]:
    """Who is on it and how many are still wanted, or how it ended."""
    names = page.listed([name for _, name in await _on_it(page, task)])
    if task.status is TaskStatus.DONE:
        return [page.text("task-done", names=names)]
    taken = (
        [page.text("task-held", held=str(task.held), places=str(task.places), names=names)]
        if task.held
        else []
    )
    if not served:
        return [*taken, page.text("task-unserved")]
    if task.status is TaskStatus.WITHDRAWN:
        return [page.text("task-withdrawn")]
    free = task.places - task.held
    if not taken:
        return [page.text("task-nobody", free=free)]
    return [*taken, page.text("task-free", free=free) if free else page.text("task-full")]


async def _on_it(page: Page, task: Task) -> list[tuple[int, str]]:
    """(person, name) of those on its places; whoever has arrived is marked, while there is work."""
    there = {
        place.person_id
        for place in await tasks.claims_of(page.tx, task.id)
        if place.status is ClaimStatus.HELD and place.arrived_at
    }
    return [
        (id_, plain_text(page.language, "claimant-there", name=name) if id_ in there else name)
        for id_, name in await tasks.claimants(page.tx, task.id)
    ]
