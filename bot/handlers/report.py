"""A resident's report: words, then one tap at a time on the draft's card."""

from collections.abc import Callable
from dataclasses import replace

from bot.buttons import (
    CancelDraft,
    ChangeKind,
    ChangePlace,
    OpenGrid,
    PickGrid,
    PickKind,
    PressOnDraft,
    Submit,
    TurnPage,
)
from bot.dispatch import intake
from bot.dispatch.refusals import Gone
from bot.handlers import asking
from bot.tap import PRIVATE, Answer, Command, Said, Scene, Tap, on_command, on_tap
from storage import cards, categories, drafts, grids
from storage.records import Card, Draft

COPIES = 5
"""How many of a person's newest draft cards are looked at."""


async def start_report(command: Command) -> None:
    await asking.drop(command)
    await begin(command)


async def begin(scene: Scene) -> None:
    """A new report."""
    await intake.begin(scene.tx, scene.person, words="", grid_id=None, now=scene.now)


async def hear(said: Said, draft: Draft | None) -> None:
    """What is wrong, in a message: part of the draft, or of a new one."""
    await intake.add_words(said.tx, said.person, said.words, said.now)


async def pick_kind(tap: Tap, press: PickKind) -> Answer:
    """Not sure, a category that shows its items, or an item."""
    draft = await _draft(tap, press)
    if press.category_id == 0:
        return await _change(tap, draft, not_sure=True, category_id=None, at_category_id=None)
    category = await categories.get(tap.tx, press.category_id)
    if category is None:
        raise Gone
    if await categories.children(tap.tx, category.id):
        return await _change(tap, draft, at_category_id=category.id)
    return await _change(tap, draft, category_id=category.id, not_sure=False, at_category_id=None)


async def change_kind(tap: Tap, press: ChangeKind) -> Answer:
    draft = await _draft(tap, press)
    return await _change(tap, draft, category_id=None, not_sure=False, at_category_id=None)


async def open_grid(tap: Tap, press: OpenGrid) -> Answer:
    """Look inside a grid; one with nothing inside is the place."""
    draft = await _draft(tap, press)
    if press.grid_id == 0:
        return await _change(tap, draft, at_grid_id=None, page=0)
    if await grids.children(tap.tx, press.grid_id):
        return await _change(tap, draft, at_grid_id=press.grid_id, page=0)
    return await pick_grid(tap, PickGrid(press.draft_id, press.grid_id))


async def pick_grid(tap: Tap, press: PickGrid) -> Answer:
    draft = await _draft(tap, press)
    if await grids.get(tap.tx, press.grid_id) is None:
        raise Gone
    return await _change(tap, draft, grid_id=press.grid_id, at_grid_id=None, page=0)


async def turn_page(tap: Tap, press: TurnPage) -> Answer:
    draft = await _draft(tap, press)
    return await _change(tap, draft, page=press.page)


async def change_place(tap: Tap, press: ChangePlace) -> Answer:
    draft = await _draft(tap, press)
    return await _change(tap, draft, grid_id=None, at_grid_id=None, page=0)


async def submit(tap: Tap, press: Submit) -> Answer:
    draft = await _draft(tap, press)
    request = await intake.submit(tap.tx, tap.person, draft, rules=tap.rules, now=tap.now)
    await _end(tap, draft, {"end": "submitted", "number": request.number})
    return Answer("answer-submitted", {"number": request.number})


async def cancel(tap: Tap, press: CancelDraft) -> Answer:
    draft = await _draft(tap, press)
    await drafts.drop(tap.tx, draft.id)
    await _end(tap, draft, {"end": "cancelled"})
    return Answer("answer-cancelled")


async def _draft(tap: Tap, press: PressOnDraft) -> Draft:
    draft = await drafts.get(tap.tx, press.draft_id)
    if draft is None or draft.person_id != tap.person.id:
        raise Gone
    return draft


async def _change(tap: Tap, draft: Draft, **fields: object) -> Answer:
    change: Callable[..., Draft] = replace
    await drafts.save(tap.tx, change(draft, **fields), tap.now)
    for card in await _copies(tap, draft):
        await tap.turn_to(card, {"draft": draft.id, "turn": draft.turn})
    return Answer("answer-done")


async def _end(tap: Tap, draft: Draft, how: dict[str, object]) -> None:
    for card in await _copies(tap, draft):
        await tap.turn_to(card, how)


async def _copies(tap: Tap, draft: Draft) -> list[Card]:
    """The card that was tapped, and every other that shows the same: one may have been posted twice."""
    tapped = await tap.card("draft")
    others = await cards.newest(tap.tx, person_id=tap.person.id, kind="draft", limit=COPIES)
    same = {"draft": draft.id, "turn": draft.turn}
    return [tapped, *(card for card in others if card.id != tapped.id and card.view == same)]


taps = [
    on_tap(PickKind, pick_kind),
    on_tap(ChangeKind, change_kind),
    on_tap(OpenGrid, open_grid),
    on_tap(PickGrid, pick_grid),
    on_tap(TurnPage, turn_page),
    on_tap(ChangePlace, change_place),
    on_tap(Submit, submit),
    on_tap(CancelDraft, cancel),
]
routes = [
    on_command("report", start_report, where=PRIVATE),
]
