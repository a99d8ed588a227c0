"""Who hears of a change: a pure function from the change to what is to be said, in kinds and ids."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.dispatch.lifecycle import OPEN, Change
from storage.records import Act, Clock, Lane, Request, RequestStatus


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to be said to one person (None: to everybody of the office)."""

    kind: str
    person_id: int | None
    lane: Lane = Lane.WORK
    data: dict[str, Any] = field(default_factory=dict)


MOVED = {"corrected": "note-moved-corrected", "absent": "note-moved-absent"}
"""Why a request went on → the word to whoever had it; for other reasons there is one for all."""


def of(change: Change) -> Iterator[Notice]:
    """What a change makes to be said. Cards that show the request follow by themselves."""
    said = SAID.get(change.act)
    if said is not None:
        yield from said(change)


def _assigned(change: Change) -> Iterator[Notice]:
    if change.after.responsible_id != change.by_id:
        yield Notice("request", change.after.responsible_id)
    yield from _moved(change)


def _moved(change: Change) -> Iterator[Notice]:
    """A word to whoever had it so far, and to the resident, who knows of one from the receipt."""
    before, after = change.before, change.after
    why = str(change.data.get("why"))
    if before.responsible_id is not None and before.responsible_id != after.responsible_id:
        yield Notice(MOVED.get(why, "note-moved"), before.responsible_id)
    if before.version > 1 and before.responsible_id != after.responsible_id and why != "corrected":
        yield Notice("note-new-responsible", after.resident_id)


def _corrected(change: Change) -> Iterator[Notice]:
    """To the resident what is different now, and who answers; to whoever answers, if they do so still."""
    said = dict(change.data)
    yield Notice("note-corrected", change.after.resident_id, data=said)
    if change.before.responsible_id not in (None, change.by_id):
        yield Notice("note-corrected-office", change.before.responsible_id, data=said)


def _cancelled(change: Change) -> Iterator[Notice]:
    """A word to the other side: to those who answer, or to the resident for whom it was ended."""
    if change.by_id == change.after.resident_id:
        yield from _to_those_who_answer(change.after, "note-cancelled")
    else:
        yield Notice("note-cancelled-above", change.after.resident_id)
        if change.after.responsible_id not in (None, change.by_id):
            yield Notice("note-cancelled", change.after.responsible_id)


def _revised(change: Change) -> Iterator[Notice]:
    """Of what is over nobody needs to hear that a word in it was mended."""
    if change.after.status in OPEN:
        yield from _to_those_who_answer(change.after, "note-revised")


def _reminded(request: Request) -> Iterator[Notice]:
    if request.status is RequestStatus.RESOLVED:
        yield Notice("result", request.resident_id, Lane.REMINDER, {"reminder": True})
    else:
        yield from _to_those_who_answer(request, "reminder", Lane.REMINDER, clock=late_clock(request))


def late_clock(request: Request) -> Clock:
    """What is waited for of those who answer: to accept, or to solve."""
    return Clock.SOLVE if request.status is RequestStatus.ACCEPTED else Clock.ANSWER


def _to_those_who_answer(
    request: Request, kind: str, lane: Lane = Lane.WORK, **data: Any
) -> Iterator[Notice]:
    """To the one responsible; while there is none, that is the office."""
    yield Notice(kind, request.responsible_id, lane, data)


def _queued(change: Change) -> Iterator[Notice]:
    yield Notice("queue", None)
    yield from _moved(change)


def _to_resident(kind: str) -> Callable[[Change], Iterator[Notice]]:
    return lambda change: iter([Notice(kind, change.after.resident_id)])


def _resolved(change: Change) -> Iterator[Notice]:
    yield Notice("result", change.after.resident_id, data={"pieces": change.data.get("pieces", [])})


def _reopened(change: Change) -> Iterator[Notice]:
    yield from _to_those_who_answer(change.after, "reopened", pieces=change.data.get("pieces", []))


def _declined(change: Change) -> Iterator[Notice]:
    yield Notice("declined", change.after.resident_id, data={"pieces": change.data.get("pieces", [])})


def _added(change: Change) -> Iterator[Notice]:
    yield from _to_those_who_answer(change.after, "note-added", pieces=change.data.get("pieces", []))


SAID: dict[Act, Callable[[Change], Iterator[Notice]]] = {
    Act.QUEUE: _queued,
    Act.ASSIGN: _assigned,
    Act.ACCEPT: _to_resident("note-accepted"),
    Act.RESOLVE: _resolved,
    Act.CONFIRM: lambda change: _to_those_who_answer(change.after, "note-confirmed"),
    Act.EXPIRE: _to_resident("note-expired"),
    Act.REOPEN: _reopened,
    Act.DECLINE: _declined,
    Act.CANCEL: _cancelled,
    Act.CORRECT: _corrected,
    Act.ADD: _added,
    Act.REVISE: _revised,
    Act.REMIND: lambda change: _reminded(change.before),
}
"""act → what it makes to be said. Of an appeal the assignment that follows speaks."""
