"""What a group is shown besides its tasks: what is open there, codes to bind it by, languages to choose."""

from collections import Counter
from collections.abc import Sequence

from bot.buttons import Claim
from bot.cards.page import Page, lines
from bot.cards.person import language_keys
from bot.cards.screen import Screen
from storage import grids, groups, tasks
from storage.records import Group, Request, Task

SHOWN = 8
"""How many tasks stand on a list at most."""


async def open_card(page: Page) -> Screen | None:
    """What somebody is still wanted for in the group, a line and a button each, the oldest first."""
    group = await groups.get(page.tx, page.message.group_id or 0)
    if group is None:
        return None
    if group.ended_at is not None:
        return Screen(page.text("task-unserved"), lasting=True)
    found = await tasks.open_in(page.tx, [group.id])
    if not found:
        return Screen(page.text("open-nothing"), lasting=True)
    shown = [(task, await tasks.request_of(page.tx, task)) for task in found[:SHOWN]]
    more = len(found) - len(shown)
    return Screen(
        lines(
            page.text("open-title"),
            *[await open_line(page, task, request) for task, request in shown],
            page.text("open-more", count=more) if more else None,
        ),
        tuple(
            (page.key("label-claim-number", Claim(task.id), number=f"#{request.number}"),)
            for task, request in shown
        ),
        lasting=True,
    )


def titles(bound: Sequence[Group]) -> list[str]:
    """What the groups call themselves; where several do so alike, the topics with their own names."""
    often = Counter(group.title for group in bound)
    return [
        f"{group.title} · {group.topic}" if group.topic and often[group.title] > 1 else group.title
        for group in bound
    ]


async def open_line(page: Page, task: Task, request: Request) -> str:
    """Number, kind, place as groups see it, and how many are wanted."""
    return page.text(
        "open-line",
        number=request.number,
        kind=await page.kind(request.category_id),
        place=await page.place(request.grid_id, public=True),
        free=task.places - task.held,
    )


async def codes_card(page: Page) -> Screen:
    """Grids by their codes, each with what to send in the group to bind it."""
    said = [
        page.text("bind-code", place=await page.place(grid.id), code=grid.code)
        for grid_id in page.view["grids"]
        if (grid := await grids.get(page.tx, grid_id))
    ]
    return Screen(lines(page.text(page.view["text"], words=page.view["words"]), *said))


async def language_card(page: Page) -> Screen | None:
    """The languages that the group can be spoken to in."""
    return Screen(page.text("group-language"), language_keys(page), lasting=True)
