"""Which place somebody calls home: looked for, taken, forgotten, outside of any report."""

from bot.buttons import HomeIs, LookForHome
from bot.dispatch.refusals import Gone
from bot.handlers.report import LAST_PAGE
from bot.scene import Answer, Tap
from bot.tap import on_tap
from storage import cards, grids, outbox, people


async def look(tap: Tap, press: LookForHome) -> Answer:
    """Look inside a grid; one with nothing inside is home."""
    if press.page > LAST_PAGE:
        raise Gone
    if press.grid_id and not await grids.children(tap.tx, press.grid_id):
        return await settle(tap, HomeIs(press.grid_id))
    view: dict[str, object] = {"page": "home", "at": press.grid_id or None, "number": press.page}
    await tap.turn_to(await tap.card("leaf"), view)
    return Answer("answer-done")


async def settle(tap: Tap, press: HomeIs) -> Answer:
    """Home is this grid; its door is not known yet. 0: none any more."""
    if press.grid_id and press.grid_id not in (await tap.house.atlas.index(tap.tx)).tree.places:
        raise Gone
    await people.set_home(tap.tx, tap.person.id, press.grid_id or None, "")
    card = await tap.card("leaf")
    await cards.set_view(tap.tx, card.id, {"page": "home"})
    await outbox.refresh_card(tap.tx, card.id, tap.now)
    return Answer("answer-home" if press.grid_id else "answer-home-forgotten")


taps = [on_tap(LookForHome, look), on_tap(HomeIs, settle)]
