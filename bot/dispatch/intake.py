"""From words to a request: the draft's next question, and its submission."""

import random
from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum

from bot.dispatch import numbers, responsibility
from bot.dispatch.refusals import Incomplete, TooLong, TooManyRequests
from bot.dispatch.rules import Rules
from storage import cards, categories, drafts, events, grids, outbox, requests
from storage.database import Tx
from storage.records import Act, Category, Draft, Lane, Person, Request, RequestStatus, Urgency

WORDS_LIMIT = 20_000
"""Characters of a resident's words. Cards show as much as fits; all of it is kept."""

DRAW = random.SystemRandom()


class Question(StrEnum):
    """The one thing a draft asks for next."""

    WORDS = "words"
    KIND = "kind"
    PLACE = "place"
    NOTHING = "nothing"


def next_question(draft: Draft) -> Question:
    if not draft.words:
        return Question.WORDS
    if draft.category_id is None and not draft.not_sure:
        return Question.KIND
    if draft.grid_id is None:
        return Question.PLACE
    return Question.NOTHING


async def begin(tx: Tx, person: Person, *, words: str, grid_id: int | None, now: datetime) -> None:
    """Start a report; a place from the door's poster is kept for it."""
    draft = await drafts.start(tx, person_id=person.id, words=words, grid_id=grid_id, now=now)
    await _post_below(tx, draft, now)


async def add_words(tx: Tx, person: Person, words: str, now: datetime) -> None:
    """What is said outside of any other conversation begins a report or adds to it.

    Raises TooLong when there is no end to it.
    """
    draft = await drafts.current(tx, person.id)
    if draft is None:
        await begin(tx, person, words=words, grid_id=None, now=now)
    else:
        draft = replace(draft, words=f"{draft.words}\n{words}".strip())
        if len(draft.words) > WORDS_LIMIT:
            raise TooLong
        await _post_below(tx, draft, now)


async def _post_below(tx: Tx, draft: Draft, now: datetime) -> None:
    """Post the draft's card below the person's last words; the one before then points to it."""
    draft = replace(draft, turn=draft.turn + 1)
    await drafts.save(tx, draft, now)
    await outbox.say(
        tx,
        kind="draft",
        person_id=draft.person_id,
        data={"draft": draft.id, "turn": draft.turn},
        now=now,
        lane=Lane.ANSWER,
    )
    for before in await cards.newest(tx, person_id=draft.person_id, kind="draft"):
        await outbox.refresh_card(tx, before.id, now)


async def submit(tx: Tx, person: Person, draft: Draft, *, rules: Rules, now: datetime) -> Request:
    """Make the draft a request and bring it to whoever answers.

    Raises Incomplete while something is asked for, TooManyRequests past the day's limit.
    """
    if next_question(draft) is not Question.NOTHING or draft.grid_id is None:
        raise Incomplete
    midnight = datetime.combine(now.astimezone(rules.zone).date(), time(), tzinfo=rules.zone)
    if (
        await requests.count_of_resident_since(tx, person.id, midnight)
        >= rules.policy.limits.requests_per_day
    ):
        raise TooManyRequests
    request = await _insert(tx, await _from_draft(tx, person, draft, draft.grid_id, now))
    await drafts.drop(tx, draft.id)
    await events.add(tx, request_id=request.id, act=Act.SUBMIT, by_id=person.id, at=now, data={})
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
