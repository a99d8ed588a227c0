"""Whom those who answer may call for help: organisations that serve the place and the kind of request."""

from bot.cards.page import Page, kept_apart
from storage import categories, grids, organisations
from storage.records import Request

MOST = 3
"""How many are named: the nearest."""


async def helper_lines(page: Page, request: Request) -> list[str]:
    """A line for each of the nearest organisations that can be called: those that serve just this kind come
    before those that serve any."""
    codes = set(await categories.codes_upward(page.tx, request.category_id))
    path = await grids.path(page.tx, request.grid_id)
    near = await organisations.of_grids(page.tx, [grid.id for grid in path])
    with_phone = [each for each in near if each.contact]
    fitting = [each for each in with_phone if not codes.isdisjoint(each.categories)]
    of_any_kind = [each for each in with_phone if not each.categories]
    return [
        page.text("line-helper", name=kept_apart(each.name), phone=each.contact)
        for each in (fitting + of_any_kind)[:MOST]
    ]
