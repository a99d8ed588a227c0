"""Lines about a request that stand on cards of more than one audience."""

from bot.cards.page import Page, lines
from bot.cards.screen import Screen
from bot.dispatch.lifecycle import OPEN
from storage import deadlines
from storage.records import Clock, Request


async def moved(page: Page, request: Request) -> Screen:
    """It is no longer the reader's; of what is confidential they are not even told the kind any more."""
    number = page.text("heading", number=request.number, kind="").strip()
    heading = number if request.confidential else await page.heading(request)
    return Screen(lines(heading, page.text("line-moved")), lasting=True)


async def responsible_line(page: Page, request: Request) -> str:
    """Who answers, and for which grid."""
    return page.text(
        "line-responsible",
        name=await page.name_of(request.responsible_id),
        grid=await page.grid_name(request.responsible_grid_id),
    )


def result_line(page: Page, request: Request) -> str | None:
    """What was done; while it is done again, what was not enough."""
    if request.result is None:
        return None
    key = "line-last-result" if request.status in OPEN else "line-result"
    return page.text(key, words=request.result or page.text("result-in-photos"))


async def by_when_line(page: Page, request: Request) -> str | None:
    """By when it is to be answered or solved; None when that is past or nothing runs."""
    for clock, key in ((Clock.ANSWER, "line-by-when"), (Clock.SOLVE, "line-solve-by")):
        ends = await deadlines.end_of(page.tx, request_id=request.id, clock=clock)
        if ends is not None and ends > page.now:
            return page.text(key, by=page.moment(ends))
    return None
