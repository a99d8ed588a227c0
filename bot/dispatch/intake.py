"""From a draft to a request: the one thing it still asks for, and its submission."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum

from bot.dispatch import numbers, responsibility
from bot.dispatch.refusals import Incomplete, TooManyRequests
from bot.dispatch.rules import Rules
from storage import categories, drafts, events, grids, outbox, pieces, requests
from storage.database import Tx
from storage.records import (
    Act,
    Category,
    Draft,
    Lane,
    Person,
    Piece,
    Purpose,
    Request,
    RequestStatus,
    Urgency,
)

DRAW = random.SystemRandom()


class Question(StrEnum):
    """The one thing a draft asks for next."""

    WORDS = "words"
    KIND = "kind"
    PLACE = "place"
    NOTHING = "nothing"


def next_question(draft: Draft, sent: Sequence[Piece]) -> Question:
    """What is missing first. A file of any kind does instead of words; a location does not."""
    if not draft.words and not media_of(sent):
        return Question.WORDS
    if draft.category_id is None and not draft.not_sure:
        return Question.KIND
    if draft.grid_id is None:
        return Question.PLACE
    return Question.NOTHING


def warns(draft: Draft) -> bool:
    """Whether the numbers to call stand before all else."""
    return draft.danger is not None and not draft.danger_passed


def media_of(sent: Sequence[Piece]) -> list[Piece]:
    """What is more than words, and is counted."""
    return [piece for piece in sent if piece.file_id is not None]


async def submit(tx: Tx, person: Person, draft: Draft, *, rules: Rules, now: datetime) -> Request:
    """Make the draft a request and bring it to whoever answers.

    Raises Incomplete while something is asked for, TooManyRequests past the day's limit.
    """
    sent = await pieces.of_draft(tx, draft.id)
    if next_question(draft, sent) is not Question.NOTHING or draft.grid_id is None:
        raise Incomplete
    midnight = datetime.combine(now.astimezone(rules.zone).date(), time(), tzinfo=rules.zone)
    if (
        await requests.count_of_resident_since(tx, person.id, midnight)
        >= rules.policy.limits.requests_per_day
    ):
        raise TooManyRequests
    request = await _insert(tx, await _from_draft(tx, person, draft, draft.grid_id, now))
    too_many = media_of(sent)[rules.policy.limits.media_per_request :]
    for piece in sent:
        if piece not in too_many:
            await pieces.give_to_request(tx, piece.id, request.id, Purpose.REPORT)
    await drafts.drop(tx, draft.id)
    found = {"found": list(draft.found)} if draft.unplaced else {}  # for the office, which is to find out
    await events.add(tx, request_id=request.id, act=Act.SUBMIT, by_id=person.id, at=now, data=found)
    await outbox.say(
        tx, kind="receipt", person_id=person.id, request_id=request.id, now=now, lane=Lane.ANSWER
    )
    return await responsibility.route(tx, request, rules=rules, now=now, why="submitted")


async def _from_draft(tx: Tx, person: Person, draft: Draft, grid_id: int, now: datetime) -> Request:
    category: Category | None = None
    if draft.category_id is not None:
        category = await categories.get(tx, draft.category_id)
    return Request(
        id=0,
        number="",
        resident_id=person.id,
        category_id=draft.category_id,
        grid_id=grid_id,
        words=draft.words,
        place_words=draft.place_words,
        unplaced=draft.unplaced,
        urgency=category.urgency if category else Urgency.NORMAL,
        confidential=category.confidential if category else False,
        status=RequestStatus.SUBMITTED,
        responsible_id=None,
        responsible_grid_id=None,
        level=0,
        reopened=0,
        result=None,
        confirmed=False,
        version=1,
        created_at=now,
        closed_at=None,
    )


async def _insert(tx: Tx, request: Request) -> Request:
    length = numbers.length_for(await requests.how_many(tx))
    while True:
        numbered = replace(request, number=numbers.new_number(DRAW, length))
        request_id = await requests.add(tx, numbered)
        if request_id is not None:
            return replace(numbered, id=request_id)


async def grid_of_poster(tx: Tx, code: str) -> int | None:
    """The grid whose poster leads here; None for a code that is no longer known."""
    grid = await grids.by_code(tx, code)
    return grid.id if grid else None
