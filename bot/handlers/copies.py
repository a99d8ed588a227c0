"""Copies of cards that nobody knows of: posted by a process that died before it could note them.

Whoever taps one makes it a card again, which then shows the truth as the others do.
"""

from datetime import datetime
from typing import Any

from bot.buttons import (
    Add,
    Appeal,
    Back,
    CancelForSure,
    CancelPrompt,
    CancelRequest,
    Claim,
    Confirm,
    OpenRequest,
    Press,
    PressOnDraft,
    PressOnRequest,
    PressOnTask,
    Rate,
    Reopen,
    ShowHistory,
    SkipComment,
)
from bot.dispatch import outcomes
from bot.dispatch.permissions import ANSWERING, Relation
from bot.tap import Pressed
from storage import cards, drafts, events, outbox, people, requests, tasks
from storage.database import Tx
from storage.records import Act, Person

RESIDENTS = Confirm | Reopen | Rate | Appeal | Add | CancelRequest | CancelForSure | ShowHistory | Back
"""What stands on a resident's card; some of it on the card of those who answer too."""
Subject = dict[str, Any]
"""What `cards.adopt` is to know of a card besides where it stands."""


async def adopt(tx: Tx, tapped: Pressed, now: datetime) -> None:
    """Note the copy that was tapped, if it is none of the known cards, and have it drawn anew.

    Nothing is shown by it to anybody who may not see it: a button's data may be forged.
    """
    at = tapped.chat_id, tapped.message_id
    if not tapped.chat_id or await cards.find(tx, *at):
        return
    person = await people.by_telegram(tx, tapped.chat_id)
    found = await (_in_private(tx, tapped.press, person, now) if person else _in_group(tx, tapped))
    if found is None:
        return
    subject, view = found
    card = await cards.adopt(tx, **subject, chat_id=at[0], message_id=at[1], now=now)
    await cards.set_view(tx, card.id, view)
    await outbox.refresh_card(tx, card.id, now)


async def _in_group(tx: Tx, tapped: Pressed) -> tuple[Subject, Subject] | None:
    offered = await tasks.offered(tx, tapped.press.task_id) if isinstance(tapped.press, Claim) else None
    if offered is None or offered.chat_id != tapped.chat_id:
        return None
    task = offered.task
    return {"kind": "task", "group_id": task.group_id, "request_id": task.request_id, "task_id": task.id}, {}


async def _in_private(
    tx: Tx, press: Press | None, person: Person, now: datetime
) -> tuple[Subject, Subject] | None:
    subject: Subject | None
    view: Subject = {}
    match press:
        case PressOnDraft(draft_id):
            draft = await drafts.get(tx, draft_id)
            subject = {"kind": "draft"}
            view = {"draft": draft_id, "turn": draft.turn if draft and draft.person_id == person.id else 0}
        case CancelPrompt(request_id) | SkipComment(request_id):
            known = await requests.get(tx, request_id)
            subject = None if known is None else {"kind": "ask", "request_id": request_id}
        case OpenRequest():
            subject = None  # it stands on a list
        case PressOnTask(task_id):
            subject = await _of_task(tx, task_id, person)
        case PressOnRequest(request_id):
            subject = await _of_request(tx, press, request_id, person, now)
        case _:
            subject = None
    return None if subject is None else (subject | {"person_id": person.id}, view)


async def _of_task(tx: Tx, task_id: int, person: Person) -> Subject | None:
    task = await tasks.get(tx, task_id)
    if task is None or await tasks.last_claim(tx, task_id, person.id) is None:
        return None
    return {"kind": "claim", "request_id": task.request_id, "task_id": task_id}


async def _of_request(tx: Tx, press: Press, request_id: int, person: Person, now: datetime) -> Subject | None:
    request = await requests.get(tx, request_id)
    if request is None:
        return None
    are = await outcomes.relations_of(tx, person, request, now)
    if Relation.RESIDENT in are and isinstance(press, RESIDENTS):
        return {"kind": "receipt", "request_id": request_id}
    theirs = not are.isdisjoint(ANSWERING) or await _was_theirs(tx, request_id, person)
    return {"kind": "request", "request_id": request_id} if theirs else None


async def _was_theirs(tx: Tx, request_id: int, person: Person) -> bool:
    """Whether the person has answered for it once: then the copy is real, and says that it has gone on."""
    history = await events.of_request(tx, request_id)
    return any(event.act is Act.ASSIGN and event.data.get("to") == person.id for event in history)
