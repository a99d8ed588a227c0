"""Which place somebody calls home: looked for, written, sent, scanned; taken and forgotten, outside of any
report."""

from typing import Any

from bot.buttons import HomeIs, LookForHome
from bot.dispatch import homes
from bot.dispatch.places import Found, door_of
from bot.dispatch.refusals import Gone
from bot.handlers.report import LAST_PAGE
from bot.scene import Answer, Said, Scene, Tap
from bot.tap import on_tap
from storage import cards, grids, outbox, people
from storage.records import Card, Lane, PieceKind


async def look(tap: Tap, press: LookForHome) -> Answer:
    """Look inside a grid; one with nothing inside is home. From now on an answer may also be written."""
    if press.page > LAST_PAGE:
        raise Gone
    if press.grid_id and not await grids.children(tap.tx, press.grid_id):
        return await settle(tap, HomeIs(press.grid_id))
    view = homes.asking(tap.now, at=press.grid_id or None, number=press.page)
    await tap.turn_to(await tap.card("leaf"), view)
    return Answer("answer-done")


async def settle(tap: Tap, press: HomeIs) -> Answer:
    """Home is this grid, with the door that was written. 0: none any more."""
    index = await tap.house.atlas.index(tap.tx)
    if press.grid_id and press.grid_id not in index.tree.places:
        raise Gone
    card = await tap.card("leaf")
    found = index.find(card.view.get("written", ""), near=press.grid_id, forgiving=True)
    door = door_of(found.rest_for(press.grid_id)) if press.grid_id in found.choices else ""
    await people.set_home(tap.tx, tap.person.id, press.grid_id or None, door)
    await _turn(tap, card, homes.SET)
    return Answer("answer-home" if press.grid_id else "answer-home-forgotten")


async def hear(said: Said) -> bool:
    """Whether it was the answer to where they live, which they were asked last."""
    card = await homes.question(said.tx, said.person.id, said.now)
    found = await _found(said) if card else None
    if card is None or found is None:
        return False
    if found.clear is not None:
        await people.set_home(said.tx, said.person.id, found.clear, door_of(found.rest))
        await _say(said, card, homes.SET)
    else:
        unclear = homes.asking_which(said.now, found, said.words)
        await _say(said, card, unclear if found.choices else homes.asking(said.now, missed=True))
    return True


async def scanned(scene: Scene, grid_id: int) -> None:
    """A poster, whatever it is scanned for: where that hangs is home, if they were asked for that last."""
    card = await homes.question(scene.tx, scene.person.id, scene.now)
    if card:
        await people.set_home(scene.tx, scene.person.id, grid_id, "")
        await _say(scene, card, homes.SET)


async def _found(said: Said) -> Found | None:
    """What a location or words name; None for what is no answer."""
    atlas, what = said.house.atlas, said.sent
    if what.longitude is not None and what.latitude is not None:
        ground = await atlas.ground(said.tx)
        return ground.find(what.longitude, what.latitude) if ground else Found((), "")
    if what.kind is not PieceKind.TEXT:
        return None
    return await homes.read(said.tx, said.words, said.person, await atlas.index(said.tx))


async def _say(scene: Scene, before: Card, view: dict[str, Any]) -> None:
    """Below what was said last; the card above points there."""
    await _turn(scene, before, homes.below(view))
    await outbox.say(
        scene.tx, kind="leaf", person_id=scene.person.id, data=view, now=scene.now, lane=Lane.ANSWER
    )


async def _turn(scene: Scene, card: Card, view: dict[str, Any]) -> None:
    await cards.set_view(scene.tx, card.id, view)
    await outbox.refresh_card(scene.tx, card.id, scene.now)


taps = [on_tap(LookForHome, look), on_tap(HomeIs, settle)]
