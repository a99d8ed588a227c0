"""The coverage report in chat: what is missing, what to do about it, and where."""

from itertools import groupby

from bot.buttons import TurnCoverage
from bot.cards.listing import part, turning_to
from bot.cards.page import Page, lines
from bot.cards.screen import Screen
from bot.dispatch import coverage, my_grid
from bot.dispatch.coverage import Gap, Missing
from bot.texts import plain_text
from storage.coverage import Line

LINES_A_PAGE = 12


async def coverage_card(page: Page) -> Screen | None:
    """A page of it, for those who see to the grid; grid 0 is everything."""
    if page.reader is None:
        return None
    grid_id = page.view.get("grid", 0)
    if not await my_grid.may_see_coverage(page.tx, page.reader.id, grid_id, page.now):
        weekly_and_unread = page.card is None and page.view.get("weekly")
        return None if weekly_and_unread else Screen(page.text("grid-not-yours"), lasting=True)
    found = await coverage.look(page.tx, grid_id or None, page.now)
    listed = [(missing, line) for missing in found.missing for line in (missing.lines or (None,))]
    at, shown = part(listed, page.view.get("at", 0), LINES_A_PAGE)
    said = []
    for missing, together in groupby(shown, key=lambda each: each[0]):
        here = [line for _, line in together if line]
        said += ["", _heading(page, missing), *[_line(page, missing.gap, line) for line in here]]
        if here and here[-1] is missing.lines[-1]:
            said += _rest(page, missing)
    turn = turning_to(page, lambda to: TurnCoverage(grid_id, to), at, len(listed), LINES_A_PAGE)
    return Screen(
        "\n".join([await _title(page, grid_id, found), *said]), (turn,) if turn else (), lasting=True
    )


async def _title(page: Page, grid_id: int, found: coverage.Coverage) -> str:
    where = page.text("coverage-of", grid=await page.grid_name(grid_id)) if grid_id else None
    title = page.text("coverage-weekly" if page.view.get("weekly") else "coverage-title")
    covered = page.text("coverage-complete", count=found.grids) if not found.missing else None
    return lines(title, where, covered)


def _heading(page: Page, missing: Missing) -> str:
    """How many, and what to do."""
    return page.text(f"coverage-{missing.gap}", count=missing.how_many)


def _line(page: Page, gap: Gap, line: Line) -> str:
    if gap in (Gap.VACANT, Gap.BUILDINGS):
        at = line.at or plain_text(page.language, "coverage-top")
        names, more = page.listed(list(line.names)), line.how_many - len(line.names)
        if more:
            return page.text("coverage-line-grids-more", at=at, names=names, count=str(line.how_many))
        return page.text("coverage-line-grids", at=at, names=names)
    if line.until:
        return page.text("coverage-line-until", name=line.name, at=line.at, until=page.moment(line.until))
    said = page.text("coverage-line-at" if line.at else "coverage-line", name=line.name, at=line.at)
    return said + page.text("coverage-bind", code=line.code) if line.code else said


def _rest(page: Page, missing: Missing) -> list[str]:
    """How many more there are than the lines say."""
    more = missing.how_many - sum(line.how_many for line in missing.lines)
    return [page.text("coverage-rest", count=str(more))] if more > 0 else []
