"""My grid, from the desk: how it stands there, grid by grid, its picture, and where nobody answers."""

from bot.buttons import DrawGrid, OpenMyGrid, ShowCoverage, TurnCoverage, ViewGrid
from bot.dispatch import drawings, my_grid
from bot.dispatch.refusals import NotYours
from bot.scene import Answer, Tap
from bot.tap import on_tap
from storage import outbox
from storage.records import Lane


async def open_my_grid(tap: Tap, press: OpenMyGrid) -> Answer:  # noqa: ARG001 - the shape of a handler
    """The grid of the one post, or which of several."""
    own = await my_grid.own(tap.tx, tap.person.id, tap.now)
    if not own:
        raise NotYours
    view = {"grid": own[0].id if len(own) == 1 else 0, "at": 0}
    await outbox.say(
        tap.tx, kind="my-grid", person_id=tap.person.id, data=view, now=tap.now, lane=Lane.ANSWER
    )
    return Answer("answer-media-below")


async def view(tap: Tap, press: ViewGrid) -> Answer:
    """Another grid on the same card, or another page of it; grid 0: the own ones to choose from."""
    if press.grid_id and not await my_grid.may_see(tap.tx, tap.person.id, press.grid_id, tap.now):
        raise NotYours
    await tap.turn_to(await tap.card("my-grid"), {"grid": press.grid_id, "at": press.page})
    return Answer("answer-done")


async def draw(tap: Tap, press: DrawGrid) -> Answer:
    """Have the worker draw the grid."""
    who = {"person_id": tap.person.id, "grid_id": press.grid_id}
    await drawings.order(tap.tx, "grid-picture", **who, now=tap.now)
    return Answer("answer-picture")


async def show_coverage(tap: Tap, press: ShowCoverage) -> Answer:
    """Where nobody answers within the grid; grid 0: anywhere, for administrators."""
    await _check_coverage(tap, press.grid_id)
    view = {"grid": press.grid_id, "at": 0}
    await outbox.say(
        tap.tx, kind="coverage", person_id=tap.person.id, data=view, now=tap.now, lane=Lane.ANSWER
    )
    return Answer("answer-media-below")


async def turn_coverage(tap: Tap, press: TurnCoverage) -> Answer:
    await _check_coverage(tap, press.grid_id)
    await tap.turn_to(await tap.card("coverage"), {"grid": press.grid_id, "at": press.page})
    return Answer("answer-done")


async def _check_coverage(tap: Tap, grid_id: int) -> None:
    """Raises NotYours."""
    if not await my_grid.may_see_coverage(tap.tx, tap.person.id, grid_id, tap.now):
        raise NotYours


taps = [
    on_tap(OpenMyGrid, open_my_grid),
    on_tap(ViewGrid, view),
    on_tap(DrawGrid, draw),
    on_tap(ShowCoverage, show_coverage),
    on_tap(TurnCoverage, turn_coverage),
]
