"""What a group sees of a task, and what its claimants see in private."""

from bot.buttons import Claim, Finish, Withdraw
from bot.cards.page import Page, lines, resident_line
from bot.cards.screen import Screen
from storage import people, requests, tasks
from storage.records import ClaimStatus, Task, TaskStatus


async def task_card(page: Page) -> Screen | None:
    """The group's card: no name, phone or door number of the resident; always who and how many places."""
    task = await tasks.get(page.tx, page.message.task_id or 0)
    request = await requests.get(page.tx, page.message.request_id or 0)
    if task is None or request is None:
        return None
    if page.card is None and task.status in (TaskStatus.DONE, TaskStatus.WITHDRAWN):
        return None
    names = page.listed([name for _, name in await tasks.claimants(page.tx, task.id)])
    keys = ((page.key("label-claim", Claim(task.id)),),) if task.status is TaskStatus.OPEN else ()
    return Screen(
        lines(
            page.text(
                "task-heading",
                number=request.number,
                kind=await page.kind(request.category_id),
                places=task.places,
            ),
            page.text("line-place", place=await page.place(request.grid_id, public=True)),
            page.text("line-words", words=task.words),
            *_standing(page, task, names),
        ),
        keys=keys,
        lasting=True,
    )


def _standing(page: Page, task: Task, names: str) -> list[str]:
    if task.status is TaskStatus.DONE:
        return [page.text("task-done", names=names)]
    if task.status is TaskStatus.WITHDRAWN:
        return [page.text("task-withdrawn")]
    free = task.places - task.held
    if not task.held:
        return [page.text("task-nobody", free=free)]
    taken = page.text("task-held", held=str(task.held), places=str(task.places), names=names)
    return [taken, page.text("task-free", free=free) if free else page.text("task-full")]


async def claim_card(page: Page) -> Screen | None:
    """The claimant's: with the resident's name and phone as long as the place is held, and no longer."""
    task = await tasks.get(page.tx, page.message.task_id or 0)
    request = await requests.get(page.tx, page.message.request_id or 0)
    if task is None or request is None or page.reader is None:
        return None
    claim = await tasks.last_claim(page.tx, task.id, page.reader.id)
    if claim is None or (page.card is None and claim.status is not ClaimStatus.HELD):
        return None
    title = page.text("claim-title", number=request.number, kind=await page.kind(request.category_id))
    if claim.status is not ClaimStatus.HELD:
        return Screen(lines(title, page.text(ENDED[claim.status])), lasting=True)
    resident = await people.get(page.tx, request.resident_id)
    return Screen(
        lines(
            title,
            page.text("line-place", place=await page.place(request.grid_id)),
            page.text("line-words", words=request.words),
            resident_line(page, resident),
            page.text("claim-next"),
        ),
        keys=(
            (
                page.key("label-finish", Finish(task.id)),
                page.key("label-withdraw", Withdraw(task.id)),
            ),
        ),
        lasting=True,
    )


ENDED = {
    ClaimStatus.DONE: "claim-done",
    ClaimStatus.WITHDRAWN: "claim-withdrawn",
    ClaimStatus.RELEASED: "claim-over",
}
