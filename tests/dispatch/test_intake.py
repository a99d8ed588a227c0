"""A draft asks for one thing at a time, and is a request when nothing is missing."""

from datetime import UTC, datetime
from itertools import product

import pytest

from bot.dispatch.intake import Question, next_question
from storage.records import Draft, Piece, PieceKind, Purpose

NOW = datetime(2026, 3, 3, tzinfo=UTC)


def draft(words="", *, category_id=None, not_sure=False, grid_id=None):
    return Draft(
        id=1, person_id=12, words=words, place_words="", grid_id=grid_id, category_id=category_id,
        not_sure=not_sure, guessed=True, found=(), at_grid_id=None, at_category_id=None, page=0, turn=1,
        changed_at=NOW,
    )  # fmt: skip


def piece(kind):
    is_file = kind not in (PieceKind.TEXT, PieceKind.LOCATION)
    return Piece(
        id=1, person_id=12, chat_id=12, message_id=1, kind=kind, words="", file_id="F" if is_file else None,
        latitude=None, longitude=None, album=None, purpose=Purpose.REPORT, draft_id=1, prompt_id=None,
        request_id=None, task_id=None, created_at=NOW,
    )  # fmt: skip


SENT = [
    (),
    (PieceKind.TEXT,),
    (PieceKind.LOCATION,),
    (PieceKind.PHOTO,),
    (PieceKind.LOCATION, PieceKind.VOICE),
]


@pytest.mark.parametrize(
    ("words", "sent", "kind", "not_sure", "grid"),
    list(product(["", "leak"], SENT, [None, 4], [False, True], [None, 3])),
)
def test_the_first_thing_that_is_missing_is_asked(words, sent, kind, not_sure, grid):
    found = draft(words, category_id=kind, not_sure=not_sure, grid_id=grid)
    asked = next_question(found, [piece(kind) for kind in sent])
    if not words and not {PieceKind.PHOTO, PieceKind.VOICE} & set(sent):
        assert asked is Question.WORDS
    elif kind is None and not not_sure:
        assert asked is Question.KIND
    elif grid is None:
        assert asked is Question.PLACE
    else:
        assert asked is Question.NOTHING


@pytest.mark.parametrize("kind", [kind for kind in PieceKind if kind not in ("text", "location")])
def test_every_kind_of_file_does_instead_of_words(kind):
    assert next_question(draft(), [piece(kind)]) is Question.KIND
