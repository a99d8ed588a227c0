"""Who may do what: one table, asked by the services before they act and by the cards for their buttons."""

from collections.abc import Collection
from enum import StrEnum

from storage.records import Act, Request, RequestStatus

S = RequestStatus


class Relation(StrEnum):
    """What a person is to a request."""

    RESIDENT = "resident"
    RESPONSIBLE = "responsible"
    SUPERVISOR = "supervisor"  # it was escalated to them
    ADMIN = "admin"
    OFFICE = "office"  # sits in an office around it, or stands in there, while it is in the queue
    CLAIMANT = "claimant"  # holds a place of one of its tasks
    INFORMED = "informed"  # leads there, and somebody else was to answer first: reads, and no more


RESIDENT = frozenset({Relation.RESIDENT})
ABOVE = frozenset({Relation.SUPERVISOR, Relation.ADMIN, Relation.OFFICE})
ANSWERING = ABOVE | {Relation.RESPONSIBLE}
OPEN = frozenset({S.SUBMITTED, S.ASSIGNED, S.ACCEPTED})

RIGHTS: dict[Act, tuple[frozenset[Relation], frozenset[RequestStatus]]] = {
    Act.ACCEPT: (ANSWERING, frozenset({S.SUBMITTED, S.ASSIGNED})),
    Act.OFFER: (ANSWERING, frozenset({S.SUBMITTED, S.ASSIGNED, S.ACCEPTED})),
    Act.RESOLVE: (ANSWERING, frozenset({S.ACCEPTED})),
    Act.ASSIGN: (ANSWERING, OPEN),
    Act.CORRECT: (ANSWERING, OPEN),
    Act.DECLINE: (ANSWERING, frozenset({S.SUBMITTED, S.ASSIGNED})),
    Act.REWORD: (ANSWERING, OPEN),
    Act.SAY: (ANSWERING | RESIDENT | {Relation.CLAIMANT}, frozenset(S)),
    Act.ARRIVE: (frozenset({Relation.CLAIMANT}), OPEN),
    Act.FINISH: (frozenset({Relation.CLAIMANT}), OPEN),
    Act.WITHDRAW: (frozenset({Relation.CLAIMANT}), OPEN),
    Act.ADD: (RESIDENT, OPEN),
    Act.CANCEL: (ABOVE | RESIDENT, OPEN),
    Act.CONFIRM: (RESIDENT, frozenset({S.RESOLVED})),
    Act.REOPEN: (RESIDENT, frozenset({S.RESOLVED, S.CLOSED})),
    Act.APPEAL: (RESIDENT, frozenset({S.DECLINED})),
    Act.RATE: (RESIDENT, frozenset({S.CLOSED})),
}
"""act → (who, in which states). What is not in the table nobody may do by a tap."""
GROUP_ACTS = frozenset({Act.OFFER, Act.REWORD})
"""What has to do with groups, to which nothing of a confidential request is shown."""


def relations(
    person_id: int,
    request: Request,
    *,
    supervisor: bool = False,
    admin: bool = False,
    office: bool = False,
    informed: bool = False,
    claimant: bool = False,
) -> frozenset[Relation]:
    """Everything a person is to a request; may be nothing. Nobody answers for what they asked for.

    `office`: they sit in an office around it, which matters while it is in the queue.
    """
    resident = person_id == request.resident_id
    known = {
        Relation.RESIDENT: resident,
        Relation.RESPONSIBLE: person_id == request.responsible_id and not resident,
        Relation.SUPERVISOR: supervisor and not resident,
        Relation.ADMIN: admin and not resident,
        Relation.OFFICE: office and request.status is S.SUBMITTED and not resident,
        Relation.INFORMED: informed and not resident,
        Relation.CLAIMANT: claimant,
    }
    return frozenset(relation for relation, holds in known.items() if holds)


def has_right(act: Act, are: Collection[Relation]) -> bool:
    """Whether somebody who is all of `are` may do `act` in any state."""
    who, _ = RIGHTS[act]
    return not who.isdisjoint(are)


def allowed(are: Collection[Relation], request: Request) -> frozenset[Act]:
    """The acts open to somebody who is all of `are`, as the request stands.

    Nothing of a confidential request is for groups.
    """
    acts = {
        act for act, (who, states) in RIGHTS.items() if request.status in states and not who.isdisjoint(are)
    }
    return frozenset(acts - GROUP_ACTS if request.confidential else acts)


def may_see_contact(are: Collection[Relation]) -> bool:
    """Whether the resident's name and phone may be shown: to those who must reach them, while they must."""
    return not ANSWERING.isdisjoint(are) or Relation.CLAIMANT in are
