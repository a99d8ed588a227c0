"""A resident's report: whatever they send, then one tap at a time on the draft's card."""

from collections.abc import Callable
from dataclasses import replace

from bot.buttons import (
    CancelDraft,
    ChangeKind,
    ChangePlace,
    GoOn,
    MakeHome,
    OpenGrid,
    PickFound,
    PickGrid,
    PickHome,
    PickKind,
    PressOnDraft,
    SendLocation,
    Submit,
    TurnPage,
    UnsureWhere,
)
from bot.dispatch import dangers, drafting, intake, menus, placing
from bot.dispatch.intake import Question
from bot.dispatch.menus import Why
from bot.dispatch.places import Index
from bot.dispatch.refusals import Gone, TooManyRequests, WhichOffice
from bot.handlers import asking
from bot.scene import Answer, Command, Said, Scene, Tap
from bot.tap import PRIVATE, on_command, on_tap
from storage import cards, categories, drafts, grids, outbox, people, pieces
from storage.records import Draft, Lane, Piece, PieceKind, Purpose, Urgency

LAST_PAGE = 10_000
"""No list is so long; and a page is kept as a number of no more than 32 bits."""


async def start_report(command: Command) -> None:
    """A new report, with the words that follow the command, if any do."""
    await asking.drop(command)
    await begin(command, words=command.argument)


async def begin(scene: Scene, grid_id: int | None = None, words: str = "") -> None:
    """A new report, with the place of the door's poster."""
    atlas = scene.house.atlas
    await drafting.begin(scene.tx, scene.person, grid_id=grid_id, words=words, atlas=atlas, now=scene.now)


async def begin_with(scene: Scene, loose: list[Piece], *, danger_passed: bool = False) -> None:
    """A new report of what was sent before it was known where it belongs."""
    await drafting.begin_with(
        scene.tx,
        scene.person,
        loose,
        atlas=scene.house.atlas,
        now=scene.now,
        danger_passed=danger_passed,
    )


async def hear(said: Said, draft: Draft | None) -> None:
    """A message: part of this report, or of a new one. While the place is asked for, a text is the place, but
    for a reply to what was said before, and for what cannot wait: that is more of it."""
    tx, person, atlas, now = said.tx, said.person, said.house.atlas, said.now
    if draft is None:
        draft = await drafts.start(tx, person_id=person.id, grid_id=None, now=now)
    before = await pieces.of_draft(tx, draft.id)
    asks_where = intake.next_question(draft, before) is Question.PLACE and not intake.warns(draft)
    if asks_where or said.sent.kind is PieceKind.LOCATION:
        await _bring_menu_back(said)
    more = said.reply_to in [piece.message_id for piece in before]
    if asks_where and said.sent.kind is PieceKind.TEXT and not more and not dangers.spoken_of(said.words):
        await drafting.locate(tx, person, draft, said.words, atlas=atlas, now=now)
    elif piece := await said.keep(Purpose.REPORT, draft_id=draft.id):
        await drafting.add(tx, person, draft, piece, atlas=atlas, now=now)


async def cancel_current(scene: Scene) -> bool:
    """Drop the report the person is at; whether there was one."""
    draft = await drafts.current(scene.tx, scene.person.id)
    if draft:
        await drafting.close(scene.tx, draft, {"end": "cancelled"}, scene.now)
    return draft is not None


async def go_on(tap: Tap, press: GoOn) -> Answer:
    """The numbers to call were seen."""
    return await _change(tap, await _draft(tap, press), danger_passed=True)


# The kind


async def pick_kind(tap: Tap, press: PickKind) -> Answer:
    """Not sure, a category that shows its items, or an item."""
    draft = replace(await _draft(tap, press), guessed=False)
    if press.category_id == 0:
        return await _change(tap, draft, not_sure=True, category_id=None, at_category_id=None)
    category = await categories.get(tap.tx, press.category_id)
    if category is None:
        raise Gone
    if await categories.children(tap.tx, category.id):
        return await _change(tap, draft, category_id=None, not_sure=False, at_category_id=category.id)
    urgent = category.urgency is Urgency.EMERGENCY
    draft = drafting.warned(draft, dangers.of_kind(category.code, urgent, category.names.values()))
    return await _change(tap, draft, category_id=category.id, not_sure=False, at_category_id=None)


async def change_kind(tap: Tap, press: ChangeKind) -> Answer:
    draft = await _draft(tap, press)
    return await _change(tap, draft, category_id=None, not_sure=False, guessed=False, at_category_id=None)


# The place


async def open_grid(tap: Tap, press: OpenGrid) -> Answer:
    """Look inside a grid; one with nothing inside is the place."""
    draft = await _draft(tap, press)
    if press.grid_id == 0:
        return await _change(tap, draft, at_grid_id=None, found=(), page=0)
    if await grids.children(tap.tx, press.grid_id):
        return await _change(tap, draft, at_grid_id=press.grid_id, found=(), page=0)
    return await pick_grid(tap, press)


async def pick_grid(tap: Tap, press: PickGrid | OpenGrid) -> Answer:
    draft = await _draft(tap, press)
    await _index_with(tap, press.grid_id)
    return await _change(tap, placing.at(draft, press.grid_id))


async def pick_found(tap: Tap, press: PickFound) -> Answer:
    """One of those that the written place may mean; what else was written is kept."""
    draft = await _draft(tap, press)
    index = await _index_with(tap, press.grid_id)
    found = index.find(draft.place_words, near=press.grid_id, forgiving=True)
    rest = found.rest_for(press.grid_id) if press.grid_id in found.choices else draft.place_words
    return await _change(tap, placing.at(draft, press.grid_id, place_words=rest))


async def pick_home(tap: Tap, press: PickHome) -> Answer:
    draft = await _draft(tap, press)
    home = placing.home_of(tap.person, await tap.house.atlas.index(tap.tx))
    if home is None:
        raise Gone
    return await _change(tap, placing.at_home(draft, tap.person, home))


async def send_location(tap: Tap, press: SendLocation) -> Answer:
    """Put Telegram's own key for that below the chat; the next message takes it away again."""
    await _draft(tap, press)
    await outbox.say(
        tap.tx, kind="location-key", person_id=tap.person.id, data={}, now=tap.now, lane=Lane.ANSWER
    )
    return Answer("answer-done")


async def _bring_menu_back(said: Said) -> None:
    """The ordinary large keys, where the one for the location stands above them."""
    key = await outbox.newest(said.tx, person_id=said.person.id, kind="location-key")
    menu = key and await outbox.newest(said.tx, person_id=said.person.id, kind="welcome")
    if key and (menu is None or menu.id < key.id):
        await menus.greet(said.tx, said.person.id, Why.LOCATED, said.now)


async def unsure_where(tap: Tap, press: UnsureWhere) -> Answer:
    """Not sure: the office finds out where it is."""
    index = await tap.house.atlas.index(tap.tx)
    draft = await _draft(tap, press)
    try:
        return await _change(tap, placing.unsure(draft, tap.person, index))
    except WhichOffice as which:
        return Answer(which.key, alert=True)


async def make_home(tap: Tap, press: MakeHome) -> Answer:
    """The chosen place is remembered."""
    draft = await _draft(tap, press)
    if draft.grid_id is None or draft.unplaced:
        raise Gone
    await people.set_home(tap.tx, tap.person.id, draft.grid_id, draft.place_words)
    await _change(tap, draft)
    return Answer("answer-home")


async def turn_page(tap: Tap, press: TurnPage) -> Answer:
    if press.page > LAST_PAGE:
        raise Gone
    return await _change(tap, await _draft(tap, press), page=press.page)


async def change_place(tap: Tap, press: ChangePlace) -> Answer:
    """Another place: what was written of the first one does not hold for it."""
    return await _change(tap, placing.nowhere(await _draft(tap, press)))


# Its end


async def submit(tap: Tap, press: Submit) -> Answer:
    """Make it a request, once: a second tap gets the number again."""
    draft = await drafts.get(tap.tx, press.draft_id)
    ended = await cards.find(tap.tx, tap.chat_id, tap.message_id) if draft is None else None
    if ended and ended.view.get("end") == "submitted":
        return Answer("answer-submitted", {"number": ended.view["number"]})
    draft = await _draft(tap, press)
    try:
        request = await intake.submit(tap.tx, tap.person, draft, rules=tap.rules, now=tap.now)
    except TooManyRequests:
        await drafts.save(tap.tx, draft, tap.now)  # it is kept for another day from now on
        limit = str(tap.rules.policy.limits.requests_per_day)
        return Answer("answer-too-many-requests", {"limit": limit}, alert=True)
    await _end(tap, draft, {"end": "submitted", "number": request.number})
    return Answer("answer-submitted", {"number": request.number})


async def cancel(tap: Tap, press: CancelDraft) -> Answer:
    await _end(tap, await _draft(tap, press), {"end": "cancelled"})
    return Answer("answer-cancelled")


# What all of them do


async def _draft(tap: Tap, press: PressOnDraft) -> Draft:
    draft = await drafts.get(tap.tx, press.draft_id)
    if draft is None or draft.person_id != tap.person.id:
        raise Gone
    return draft


async def _index_with(tap: Tap, grid_id: int) -> Index:
    """The index of places, if the grid is still among them."""
    index = await tap.house.atlas.index(tap.tx)
    if grid_id not in index.tree.places:
        raise Gone
    return index


async def _change(tap: Tap, draft: Draft, **fields: object) -> Answer:
    change: Callable[..., Draft] = replace
    draft = change(draft, **fields)
    await tap.turn_to(await tap.card("draft"), drafting.view_of(draft))
    await drafting.refresh(tap.tx, draft, tap.now)
    return Answer("answer-done")


async def _end(tap: Tap, draft: Draft, how: dict[str, object]) -> None:
    tapped = await tap.card("draft")
    await drafting.close(tap.tx, draft, how, tap.now)
    await tap.turn_to(tapped, how)


taps = [
    on_tap(PickKind, pick_kind),
    on_tap(ChangeKind, change_kind),
    on_tap(OpenGrid, open_grid),
    on_tap(PickGrid, pick_grid),
    on_tap(PickFound, pick_found),
    on_tap(PickHome, pick_home),
    on_tap(SendLocation, send_location),
    on_tap(UnsureWhere, unsure_where),
    on_tap(GoOn, go_on),
    on_tap(MakeHome, make_home),
    on_tap(TurnPage, turn_page),
    on_tap(ChangePlace, change_place),
    on_tap(Submit, submit),
    on_tap(CancelDraft, cancel),
]
routes = [
    on_command("report", start_report, where=PRIVATE),
]
