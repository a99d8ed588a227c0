"""What may happen to a request, and what then is: a table, read by pure functions.

The table is printed in docs/lifecycle.md; a test holds the two together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.dispatch.refusals import (
    AlreadyHeld,
    NotStarted,
    OwnRequest,
    PlaceTaken,
    TaskOver,
    TooLate,
    TooManyClaims,
)
from storage.records import Act, Claim, ClaimStatus, Clock, Person, Request, RequestStatus, Task, TaskStatus

S = RequestStatus
OPEN = frozenset({S.SUBMITTED, S.ASSIGNED, S.ACCEPTED})
ENDED = frozenset({S.CLOSED, S.DECLINED, S.CANCELLED})
EVERY_CLOCK = frozenset(Clock)


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the table. `target` None: the status stays."""

    sources: frozenset[RequestStatus]
    target: RequestStatus | None
    starts: Clock | None = None
    stops: frozenset[Clock] = frozenset()


MOVES: dict[Act, Move] = {
    Act.QUEUE: Move(OPEN, S.SUBMITTED, starts=Clock.ANSWER, stops=EVERY_CLOCK - {Clock.CLAIM}),
    Act.ASSIGN: Move(OPEN, S.ASSIGNED, starts=Clock.ANSWER, stops=EVERY_CLOCK - {Clock.CLAIM}),
    Act.ACCEPT: Move(
        frozenset({S.ASSIGNED}), S.ACCEPTED, starts=Clock.SOLVE, stops=frozenset({Clock.ANSWER, Clock.CLIMB})
    ),
    Act.OFFER: Move(frozenset({S.ACCEPTED}), None),
    Act.RESOLVE: Move(frozenset({S.ACCEPTED}), S.RESOLVED, starts=Clock.CONFIRM, stops=EVERY_CLOCK),
    Act.CONFIRM: Move(frozenset({S.RESOLVED}), S.CLOSED, stops=EVERY_CLOCK),
    Act.EXPIRE: Move(frozenset({S.RESOLVED}), S.CLOSED, stops=EVERY_CLOCK),
    Act.REOPEN: Move(
        frozenset({S.RESOLVED, S.CLOSED}), S.ASSIGNED, starts=Clock.ANSWER, stops=frozenset({Clock.CONFIRM})
    ),
    Act.DECLINE: Move(frozenset({S.ASSIGNED}), S.DECLINED, stops=EVERY_CLOCK),
    Act.APPEAL: Move(frozenset({S.DECLINED}), S.SUBMITTED, starts=Clock.ANSWER),
    Act.CANCEL: Move(OPEN, S.CANCELLED, stops=EVERY_CLOCK),
    Act.ADD: Move(OPEN, None),
    Act.REVISE: Move(frozenset(S), None),
    Act.REWORD: Move(OPEN, None),
    Act.CORRECT: Move(OPEN, None),
    Act.RATE: Move(frozenset({S.CLOSED}), None),
    Act.ESCALATE: Move(OPEN, None, starts=Clock.CLIMB, stops=frozenset({Clock.CLIMB})),
    Act.REMIND: Move(OPEN | {S.RESOLVED}, None),
}
"""act → from where, to where, which clock starts and which stop.

To offer is to accept first; a supervisor who acts has the request assigned to them first. Both are moves
of their own and stand in the history as such. So is the assignment to the level above that follows an appeal,
and that to whoever is right for a place or kind that was corrected.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be recorded: the request before and after, and why."""

    before: Request
    after: Request
    act: Act
    by_id: int | None
    at: datetime
    data: Mapping[str, Any]
    starts: Clock | None = None
    stops: frozenset[Clock] = frozenset()


def move(
    request: Request,
    act: Act,
    *,
    by_id: int | None,
    now: datetime,
    data: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Change:
    """The change that `act` makes; `fields` are what it sets on the request besides the status.

    Raises TooLate if the request is not where the act starts from.
    """
    line = MOVES[act]
    if request.status not in line.sources:
        raise TooLate
    after = replace(request, status=line.target or request.status, version=request.version + 1, **fields)
    return Change(request, after, act, by_id, now, data or {}, line.starts, line.stops)


def may_reopen(request: Request, now: datetime) -> bool:
    """Whether there is still time to say Not solved."""
    return request.status is S.RESOLVED or (request.reopen_until is not None and now < request.reopen_until)


def reopen(request: Request, *, by_id: int, reason: str, now: datetime, media: Sequence[int] = ()) -> Change:
    """The resident's Not solved, with `media` (ids of pieces) that show it; stars given before are no more.

    Raises TooLate past the time for it.
    """
    if not may_reopen(request, now):
        raise TooLate
    return move(
        request,
        Act.REOPEN,
        by_id=by_id,
        now=now,
        data={"reason": reason, "pieces": list(media)},
        reopened=request.reopened + 1,
        confirmed=False,
        closed_at=None,
        reopen_until=None,
        stars=None,
        comment=None,
    )


def claim(task: Task, *, by: Person, resident_id: int, own: Claim | None, held: int, limit: int) -> Task:
    """The task with one place more taken.

    `own` is the person's live claim on it, `held` how many places they hold anywhere. Raises the reason
    why they may not.
    """
    refused_when: list[tuple[bool, type[Exception]]] = [
        (own is not None, AlreadyHeld),
        (task.status is TaskStatus.FULL, PlaceTaken),
        (task.status is not TaskStatus.OPEN, TaskOver),
        (by.id == resident_id, OwnRequest),
        (not by.reachable, NotStarted),
        (held >= limit, TooManyClaims),
    ]
    for applies, refusal in refused_when:
        if applies:
            raise refusal
    return _with_held(task, task.held + 1)


def give_back(task: Task, claim: Claim) -> Task:
    """The task with the place of `claim` free again. Raises TooLate if the place is not held."""
    if claim.status is not ClaimStatus.HELD or task.status not in (TaskStatus.OPEN, TaskStatus.FULL):
        raise TooLate
    return _with_held(task, task.held - 1)


def all_finished(claims: list[Claim]) -> bool:
    """Whether every claimant still on a place has said Done, and there is one."""
    live = [c.status for c in claims if c.status in (ClaimStatus.HELD, ClaimStatus.DONE)]
    return bool(live) and all(status is ClaimStatus.DONE for status in live)


def _with_held(task: Task, held: int) -> Task:
    status = TaskStatus.FULL if held >= task.places else TaskStatus.OPEN
    return replace(task, held=held, status=status, version=task.version + 1)


def end_task(task: Task, *, done: int) -> Task:
    """The task when its request is resolved: done if somebody finished on it, else withdrawn."""
    return replace(
        task, held=done, status=TaskStatus.DONE if done else TaskStatus.WITHDRAWN, version=task.version + 1
    )
