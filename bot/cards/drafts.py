"""A report in the making: one card that shows what is known and asks for the one thing still missing."""

from collections import Counter
from collections.abc import Sequence

from bot.buttons import CancelDraft, ChangeKind, ChangePlace, GoOn, MakeHome, PickKind, Submit, pack
from bot.cards.dangers import numbers_to_call
from bot.cards.draft_places import place_keys
from bot.cards.page import Page, lines, name_in, rows
from bot.cards.screen import Key, Screen
from bot.dispatch.intake import Question, media_of, next_question, warns
from storage import categories, drafts, pieces
from storage.records import Draft, Piece, PieceKind

Keys = tuple[tuple[Key, ...], ...]
CALLED = {
    PieceKind.PHOTO: "photo",
    PieceKind.VIDEO: "video",
    PieceKind.ANIMATION: "video",
    PieceKind.VIDEO_NOTE: "video",
    PieceKind.VOICE: "voice",
    PieceKind.AUDIO: "file",
    PieceKind.DOCUMENT: "file",
    PieceKind.LOCATION: "location",
}
"""What people call what they have sent."""


async def draft(page: Page) -> Screen | None:
    """The card of a person's draft; one that has ended, or was followed by another, says so."""
    end = page.view.get("end")
    if end:
        return Screen(page.text(f"draft-{end}", number=page.view.get("number", "")), lasting=True)
    found = await drafts.get(page.tx, page.view.get("draft", 0))
    if found is None or found.turn != page.view.get("turn"):
        return Screen(page.text("draft-below"), lasting=True) if page.card else None
    if warns(found):
        return _warning(page, found)
    sent = await pieces.of_draft(page.tx, found.id)
    ask, keys = await _next(page, found, sent)
    return Screen(
        lines(
            page.text("draft-title"),
            page.text("draft-words", words=found.words),
            *_sent(page, sent),
            await _kind(page, found),
            await _place(page, found),
            page.text("draft-place-words", words=found.place_words) if found.place_words else None,
            ask,
        ),
        keys=(*keys, (page.key("label-cancel", CancelDraft(found.id)),)),
        lasting=True,
    )


def _warning(page: Page, draft: Draft) -> Screen:
    """Whom to call now, and nothing else."""
    return Screen(
        numbers_to_call(page, draft.danger or "", page.text("danger-then")),
        keys=(
            (page.key("label-go-on", GoOn(draft.id)),),
            (page.key("label-cancel", CancelDraft(draft.id)),),
        ),
        lasting=True,
    )


def _sent(page: Page, sent: Sequence[Piece]) -> list[str]:
    """What was sent besides words, and how much of it does not fit."""
    counted = Counter(CALLED[piece.kind] for piece in sent if piece.kind in CALLED)
    said = [page.text(f"draft-sent-{what}", count=count) for what, count in counted.items()]
    limit = page.rules.policy.limits.media_per_request
    over = len(media_of(sent)) - limit
    return [
        *([page.listed(said)] if said else []),
        *([page.text("draft-too-many", limit=str(limit), over=str(over))] if over > 0 else []),
    ]


async def _kind(page: Page, draft: Draft) -> str | None:
    if draft.category_id is None and not draft.not_sure:
        return None
    key = "draft-kind-guessed" if draft.guessed else "draft-kind"
    return page.text(key, kind=await page.kind(draft.category_id))


async def _place(page: Page, draft: Draft) -> str | None:
    if draft.grid_id is None:
        return None
    home = page.reader is not None and page.reader.home_grid_id == draft.grid_id
    key = "place-unsure" if draft.unplaced else "draft-place-home" if home else "draft-place"
    return page.text(key, place=await page.place(draft.grid_id))


async def _next(page: Page, draft: Draft, sent: Sequence[Piece]) -> tuple[str, Keys]:
    """What is asked, and the keys to answer it."""
    match next_question(draft, sent):
        case Question.WORDS if draft.category_id is not None or draft.not_sure:
            return page.text("draft-ask-words"), ((page.key("label-change-kind", ChangeKind(draft.id)),),)
        case Question.WORDS:
            return page.text("draft-ask-anything"), await _kind_keys(page, draft)
        case Question.KIND:
            asked = "draft-ask-category" if draft.at_category_id is None else "draft-ask-item"
            return page.text(asked), await _kind_keys(
                page, draft, page.key("label-not-sure", PickKind(draft.id, 0))
            )
        case Question.PLACE:
            located = any(piece.kind is PieceKind.LOCATION for piece in sent)
            return _ask_place(page, draft, located=located), await place_keys(page, draft)
        case _:
            return page.text("draft-ready"), _ready_keys(page, draft)


def _ask_place(page: Page, draft: Draft, *, located: bool) -> str:
    if draft.found:
        return page.text("draft-ask-found" if len(draft.found) > 1 else "place-ask-one")
    if draft.place_words:
        return page.text("draft-ask-unknown")
    return page.text("draft-ask-located" if located else "draft-ask-place")


async def _kind_keys(page: Page, draft: Draft, *below: Key) -> Keys:
    listed = await categories.children(page.tx, draft.at_category_id)
    picks = [
        Key(
            f"{category.icon} {name_in(category.names, page.language)}".strip(),
            pack(PickKind(draft.id, category.id)),
        )
        for category in listed
    ]
    if draft.at_category_id is not None:
        below = (*below, page.key("label-back", ChangeKind(draft.id)))
    return (*rows(picks, 2), *([below] if below else []))


def _ready_keys(page: Page, draft: Draft) -> Keys:
    at_home = page.reader is not None and page.reader.home_grid_id == draft.grid_id
    return (
        (page.key("label-submit", Submit(draft.id)),),
        (
            page.key("label-change-kind", ChangeKind(draft.id)),
            page.key("label-change-place", ChangePlace(draft.id)),
        ),
        *(() if at_home or draft.unplaced else ((page.key("label-make-home", MakeHome(draft.id)),),)),
    )
