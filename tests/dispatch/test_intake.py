"""A draft asks for one thing at a time, and is a request when nothing is missing."""

from datetime import UTC, datetime
from itertools import product

import pytest

from bot.dispatch.intake import Question, next_question
from storage.records import Draft


@pytest.mark.parametrize(
    ("words", "kind", "not_sure", "grid"), list(product(["", "leak"], [None, 4], [False, True], [None, 3]))
)
def test_the_first_thing_that_is_missing_is_asked(words, kind, not_sure, grid):
    draft = Draft(1, 12, words, grid, kind, not_sure, None, None, 0, 1, datetime(2026, 3, 3, tzinfo=UTC))
    asked = next_question(draft)
    if not words:
        assert asked is Question.WORDS
    elif kind is None and not not_sure:
        assert asked is Question.KIND
    elif grid is None:
        assert asked is Question.PLACE
    else:
        assert asked is Question.NOTHING
