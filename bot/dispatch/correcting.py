"""A wrong place or a wrong kind is put right, with a reason; then whoever is right for it answers.

To what, and why, may be said by taps, in words, or both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from bot.dispatch import answering, ledger, lifecycle, meaning, notices, offices, outcomes, responsibility
from bot.dispatch.answering import Decision
from bot.dispatch.ground import Ground
from bot.dispatch.guessing import guess
from bot.dispatch.lifecycle import Change
from bot.dispatch.places import Found, Index
from bot.dispatch.refusals import Gone, NothingSaid, TooLate
from bot.dispatch.rules import Rules
from storage import categories, events, grids, prompts, requests
from storage.database import Tx
from storage.records import (
    Act,
    Category,
    Clock,
    Event,
    Grid,
    Person,
    PromptKind,
    Request,
    RequestStatus,
)


class What(StrEnum):
    """What was wrong."""

    PLACE = "place"
    KIND = "kind"


class Why(StrEnum):
    """The common reasons; any other is said in words."""

    NOT_HERE = "not-here"
    OTHER_KIND = "other-kind"
    TOLD = "told"
    LOOKED = "looked"
    OFFICE = "office"  # the place was not known, and the office found it out


class Target(NamedTuple):
    """To what it is changed: a grid or a category, by its id."""

    what: What
    id: int


REASONS = {1: Why.NOT_HERE, 2: Why.OTHER_KIND, 3: Why.TOLD, 4: Why.LOOKED, 5: Why.OFFICE}
"""What buttons call them. A number is never given another meaning; 0 was "in words"."""
FITTING = {
    What.PLACE: (Why.NOT_HERE, Why.TOLD, Why.LOOKED),
    What.KIND: (Why.OTHER_KIND, Why.TOLD, Why.LOOKED),
}
"""What there is to choose from."""


async def meant(tx: Tx, request: Request, what: What, words: str, index: Index) -> Found:
    """The grids or the category that the words name, but for what it is now."""
    if what is What.PLACE:
        return meaning.place(words, index, near=request.grid_id, placed=not request.unplaced)
    return meaning.kind(words, request.category_id, await categories.keywords(tx))


def located(request: Request, spot: tuple[float, float], ground: Ground | None) -> Found:
    """The grids in which a location (longitude, latitude) may lie, but for where it is now."""
    if ground is None:
        return Found((), "")
    found = ground.find(*spot)
    now = None if request.unplaced else ground.around(request.grid_id)
    others = tuple(each for each in found.choices if each != now)
    return Found(others, "", sure=found.clear is not None)


async def likely(tx: Tx, request: Request, what: What, index: Index) -> int | None:
    """The one other grid or category that the resident's words clearly speak for, or at first seemed to. None
    for where nobody knows it: there is no reason to be asked."""
    if what is What.KIND:
        item = guess(request.words, await categories.keywords(tx)) if request.words else None
        return item if item != request.category_id else None
    if request.unplaced:
        return None
    said = await meant(tx, request, what, resident_words(request), index)
    history = await events.of_request(tx, request.id)
    others = {each for each in found_for(history) if each != request.grid_id}
    only = next(iter(others)) if len(others) == 1 else None
    return said.clear or (only if only in index.tree.places else None)


def resident_words(request: Request) -> str:
    """All that the resident wrote of the matter and of where it is."""
    return f"{request.place_words} {request.words}".strip()


async def words_kept(tx: Tx, person_id: int, request_id: int, what: What) -> str:
    """What the person has written about what is wrong, which did not say plainly what is right: it is the
    reason, once that is chosen."""
    prompt = await prompts.of_person(tx, person_id)
    if prompt is None or (prompt.kind, prompt.request_id) != (PromptKind.CORRECT, request_id):
        return ""
    return str(prompt.data.get("why", "")) if prompt.data["what"] == what else ""


async def may_correct(
    tx: Tx, person: Person, request_id: int, to: Target, now: datetime
) -> tuple[Request, Grid | Category]:
    """The request, and what it is to be changed to. Raises as `outcomes.may`, TooLate if it is so already,
    Gone for what is there no longer."""
    request = await outcomes.may(tx, person, request_id, Act.CORRECT, now)
    if _now(request, to.what) == to.id and not (to.what is What.PLACE and request.unplaced):
        raise TooLate
    find = grids.in_use if to.what is What.PLACE else categories.in_use
    target = await find(tx, to.id)
    if target is None:
        raise Gone
    return request, target


async def correct(
    tx: Tx, person: Person, request_id: int, to: Target, reason: str, *, rules: Rules, now: datetime
) -> Request:
    """Change the place or the kind, and have whoever is right for it answer. `reason`: a Why, or words.

    Raises as `may_correct`, NothingSaid without a reason.
    """
    before, target = await may_correct(tx, person, request_id, to, now)
    if not reason.strip():
        raise NothingSaid
    fields = _fields(target)
    right = await answering.decide(tx, replace(before, **fields), now)
    moves = await _moves(tx, before, replace(before, **fields), right, now)
    if not moves and right.to and right.to.person.id == before.responsible_id:
        fields["responsible_grid_id"] = right.to.post.grid_id
    data = {"what": to.what, "from": _now(before, to.what), "to": to.id, "reason": reason}
    change = lifecycle.move(before, Act.CORRECT, by_id=person.id, now=now, data=data, **fields)
    if to.what is What.KIND and not moves:
        change = _with_clock_anew(change)
    request = await ledger.record(tx, change, rules)
    await requests.keep_supervisors_around(tx, request.id, request.grid_id)
    await _call_back(tx, request, rules=rules, now=now)
    if moves:
        return await responsibility.route(tx, request, rules=rules, now=now, why="corrected")
    if right.informed and right.informed.person.id != request.responsible_id:
        await responsibility.inform(tx, request, right.informed, rules=rules, now=now)
    return request


def _now(request: Request, what: What) -> int | None:
    return request.grid_id if what is What.PLACE else request.category_id


def _fields(target: Grid | Category) -> dict[str, Any]:
    """What changes with it: another kind may be more urgent, and not for everybody."""
    if isinstance(target, Grid):
        return {"grid_id": target.id, "unplaced": False}
    return {"category_id": target.id, "urgency": target.urgency, "confidential": target.confidential}


async def _moves(tx: Tx, before: Request, after: Request, right: Decision, now: datetime) -> bool:
    """Whether somebody else is to answer now: not where the same one is right as before, even if another had
    taken it over from them. Where nobody answers, whether another office is to see to it, or the same to
    something else."""
    if before.responsible_id is None:
        placed = before.unplaced and not after.unplaced
        return right.to is not None or placed or await _other_office(tx, before, after, now)
    was = await answering.decide(tx, before, now)
    now_right = right.to and right.to.person.id
    return now_right not in (before.responsible_id, was.to and was.to.person.id)


async def _other_office(tx: Tx, before: Request, after: Request, now: datetime) -> bool:
    told = await offices.office(tx, before, now)
    return any(person not in told for person in await offices.office(tx, after, now))


def _with_clock_anew(change: Change) -> Change:
    """The same person has the time that the other kind gives, from now on."""
    clock = notices.late_clock(change.after)
    return replace(change, starts=clock, stops=frozenset({clock, Clock.CLIMB}))


async def _call_back(tx: Tx, request: Request, *, rules: Rules, now: datetime) -> None:
    """End what was offered where it should not be: anywhere if it is confidential, else to groups that do not
    serve the place."""
    serving = [] if request.confidential else await outcomes.places_to_offer(tx, request)
    await outcomes.end_tasks(
        tx, request, rules=rules, now=now, but_in=[group.id for group in serving], notice="note-called-back"
    )


def times_passed_on(history: Sequence[Event]) -> int:
    """How often a request went from one person to another, however that came about."""
    answered = [event.data["to"] for event in history if event.act is Act.ASSIGN]
    return sum(one != other for one, other in pairwise(answered))


def found_for(history: Sequence[Event]) -> list[int]:
    """The grids that the resident's words may have meant, as they were read when it was submitted."""
    submitted: Mapping[str, Any] = next((event.data for event in history if event.act is Act.SUBMIT), {})
    return list(submitted.get("found", []))


def waits_for_place(request: Request) -> bool:
    """Whether the office is to say where it is."""
    return request.unplaced and request.status is RequestStatus.SUBMITTED
