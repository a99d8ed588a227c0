"""A report in the making: one card that asks for the one thing still missing."""

from bot.buttons import (
    CancelDraft,
    ChangeKind,
    ChangePlace,
    OpenGrid,
    PickGrid,
    PickKind,
    Submit,
    TurnPage,
    pack,
)
from bot.cards.page import Page, lines, name_in, rows
from bot.cards.screen import Key, Screen
from bot.dispatch.intake import Question, next_question
from storage import categories, drafts, grids
from storage.records import Draft, Grid

PAGE_SIZE = 10
Keys = tuple[tuple[Key, ...], ...]


async def draft(page: Page) -> Screen | None:
    """The card of a person's draft; one that has ended, or was followed by another, says so."""
    end = page.view.get("end")
    if end:
        return Screen(page.text(f"draft-{end}", number=page.view.get("number", "")), lasting=True)
    found = await drafts.get(page.tx, page.view.get("draft", 0))
    if found is None or found.turn != page.view.get("turn"):
        return Screen(page.text("draft-below"), lasting=True) if page.card else None
    ask, keys = await _next(page, found)
    return Screen(
        lines(
            page.text("draft-title"),
            page.text("draft-words", words=found.words) if found.words else None,
            await _known_kind(page, found),
            page.text("draft-place", place=await page.place(found.grid_id)) if found.grid_id else None,
            "",
            page.text(ask),
        ),
        keys=(*keys, (page.key("label-cancel", CancelDraft(found.id)),)),
        lasting=True,
    )


async def _known_kind(page: Page, draft: Draft) -> str | None:
    if draft.category_id is None and not draft.not_sure:
        return None
    return page.text("draft-kind", kind=await page.kind(draft.category_id))


async def _next(page: Page, draft: Draft) -> tuple[str, Keys]:
    match next_question(draft):
        case Question.WORDS:
            return "draft-ask-words", ()
        case Question.KIND:
            asked = "draft-ask-category" if draft.at_category_id is None else "draft-ask-item"
            return asked, await _kind_keys(page, draft)
        case Question.PLACE:
            return "draft-ask-place", await _place_keys(page, draft)
        case _:
            return "draft-ready", _ready_keys(page, draft)


async def _kind_keys(page: Page, draft: Draft) -> Keys:
    listed = await categories.children(page.tx, draft.at_category_id)
    picks = [
        Key(
            f"{category.icon} {name_in(category.names, page.language)}".strip(),
            pack(PickKind(draft.id, category.id)),
        )
        for category in listed
    ]
    below = [page.key("label-not-sure", PickKind(draft.id, 0))]
    if draft.at_category_id is not None:
        below.append(page.key("label-back", ChangeKind(draft.id)))
    return (*rows(picks, 2), tuple(below))


async def _place_keys(page: Page, draft: Draft) -> Keys:
    """The grids inside the open one, two to a row. The top is where there is first something to choose."""
    at = None if draft.at_grid_id is None else await grids.get(page.tx, draft.at_grid_id)
    listed = await grids.children(page.tx, at.id if at else None)
    while draft.at_grid_id is None and len(listed) == 1:
        at, listed = listed[0], await grids.children(page.tx, listed[0].id)
    first = draft.page * PAGE_SIZE
    picks = [Key(grid.name, pack(OpenGrid(draft.id, grid.id))) for grid in listed[first : first + PAGE_SIZE]]
    turn = []
    if draft.page:
        turn.append(page.key("label-previous-page", TurnPage(draft.id, draft.page - 1)))
    if first + PAGE_SIZE < len(listed):
        turn.append(page.key("label-next-page", TurnPage(draft.id, draft.page + 1)))
    return tuple(row for row in (*rows(picks, 2), tuple(turn), *_here_keys(page, draft, at)) if row)


def _here_keys(page: Page, draft: Draft, at: Grid | None) -> Keys:
    here = (page.key("label-here", PickGrid(draft.id, at.id), grid=at.name),) if at else ()
    back: tuple[Key, ...] = ()
    if at and draft.at_grid_id is not None:
        back = (page.key("label-back", OpenGrid(draft.id, at.parent_id or 0)),)
    return (here, back)


def _ready_keys(page: Page, draft: Draft) -> Keys:
    return (
        (page.key("label-submit", Submit(draft.id)),),
        (
            page.key("label-change-kind", ChangeKind(draft.id)),
            page.key("label-change-place", ChangePlace(draft.id)),
        ),
    )
