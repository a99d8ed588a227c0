"""The list of tasks: what a volunteer has taken, and what they could take, each a button that opens it."""

from bot.buttons import OpenTask, pack
from bot.cards.groups import open_line
from bot.cards.listing import Which, part, turning
from bot.cards.page import Page, lines
from bot.cards.screen import Key, Screen
from storage import groups, tasks
from storage.records import Request, Task


async def tasks_card(page: Page) -> Screen | None:
    """What they have taken first, then what they could take, the oldest of each first."""
    if page.reader is None:
        return None
    taken = await tasks.held_tasks(page.tx, page.reader.id)
    reach = [group.id for group in await groups.in_reach(page.tx, page.reader.id, page.now)]
    listed = [*taken, *await tasks.open_in(page.tx, reach, but_for=page.reader.id)]
    if not listed:
        return Screen(page.text("tasks-none" if reach else "tasks-no-group"), lasting=True)
    at, shown = part(listed, int(page.view.get("at", 0)))
    found = [(task, await tasks.request_of(page.tx, task)) for task in shown]
    mine = [await _taken_line(page, request) for task, request in found if task in taken]
    free = [await open_line(page, task, request) for task, request in found if task not in taken]
    keys = [(await _key(page, task, request),) for task, request in found]
    turn = turning(page, Which.TASKS, at, len(listed))
    return Screen(
        lines(
            page.text("tasks-title"),
            page.text("tasks-taken") if mine else None,
            *mine,
            page.text("tasks-free") if free else None,
            *free,
        ),
        tuple(row for row in (*keys, turn) if row),
        lasting=True,
    )


async def _taken_line(page: Page, request: Request) -> str:
    """Whoever has taken it knows the exact place."""
    return page.text(
        "taken-line",
        number=request.number,
        kind=await page.kind(request.category_id),
        place=await page.place(request.grid_id),
    )


async def _key(page: Page, task: Task, request: Request) -> Key:
    return Key(f"#{request.number} {await page.kind(request.category_id)}", pack(OpenTask(task.id)))
