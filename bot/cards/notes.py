"""Short messages without a life of their own: questions for words, notes."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.buttons import CancelPrompt, SkipComment, ThatIsAll
from bot.cards import from_resident
from bot.cards.corrections import correction
from bot.cards.page import Page, kept_apart, lines
from bot.cards.screen import Key, Screen
from bot.dispatch import group_words, outcomes
from bot.dispatch.lifecycle import OPEN
from bot.dispatch.permissions import ANSWERING
from bot.dispatch.questions import WITHOUT_WORDS
from storage import events, grids, groups, people, pieces, prompts, requests, tasks
from storage.records import (
    Act,
    ClaimStatus,
    Prompt,
    PromptKind,
    Request,
    RequestStatus,
    TaskStatus,
)

Said = dict[str, object]


async def ask(page: Page) -> Screen | None:
    """A question for words; over once they came, were not wanted, or something else was asked."""
    prompt = await prompts.of_person(page.tx, page.reader.id) if page.reader else None
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None:
        return None
    asked = prompt and (prompt.request_id, prompt.kind) == (request.id, page.view.get("kind"))
    if prompt is None or not asked or "end" in page.view:
        ended = ENDS.get(page.view.get("end", ""), "ask-over")
        return Screen(page.text(ended, number=request.number), lasting=True) if page.card else None
    sent = len(await pieces.of_prompt(page.tx, prompt.id))
    enough = prompt.kind in WITHOUT_WORDS
    keys = [page.key("label-that-is-all", ThatIsAll(request.id))] if sent and enough else []
    keys.append(_no_answer(page, prompt, request))
    return Screen(
        lines(
            page.text(f"ask-{prompt.kind}", number=request.number),
            await _now(page, request) if prompt.kind is PromptKind.REWORD else None,
            page.text("ask-sent" if enough else "ask-sent-words", sent=sent) if sent else None,
        ),
        (tuple(keys),),
        lasting=True,
    )


def _no_answer(page: Page, prompt: Prompt, request: Request) -> Key:
    """For whoever does not want to say anything: there may be nothing to cancel by that."""
    if prompt.kind is PromptKind.COMMENT:
        return page.key("label-skip", SkipComment(request.id))
    return page.key("label-cancel", CancelPrompt(request.id))


async def _now(page: Page, request: Request) -> str:
    """What is to be changed, to be copied by a tap."""
    return page.text("ask-reword-now", words=await group_words.present(page.tx, request))


ENDS = {"answered": "ask-answered", "cancelled": "ask-cancelled", "replaced": "ask-replaced"}
"""How a question ended → its last words; of one that ended before its card was noted it is not known how."""


async def notice(page: Page) -> Screen | None:
    """One line about a request; what is no longer so is not said."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None:
        return None
    values = await _values(page, request)
    return None if values is None else Screen(page.text(_text_key(page, request), **values))


def _text_key(page: Page, request: Request) -> str:
    """While nobody answers, it went to the office and not to a name. What turned out to be confidential is
    no matter of those who answered before."""
    kind = page.message.kind
    if kind == "note-moved-corrected" and request.confidential:
        kind = "note-moved"
    queued = request.responsible_id is None and kind in IN_THE_QUEUE
    return f"{kind}-queue" if queued else kind


IN_THE_QUEUE = frozenset(
    {
        "note-moved",
        "note-moved-corrected",
        "note-moved-absent",
        "note-new-responsible",
        "note-corrected",
        "note-appealed",
    }
)


async def _values(page: Page, request: Request) -> dict[str, object] | None:
    """What a notice says besides its words; None if it need not be said any more."""
    said: dict[str, object] = {"number": request.number}
    special = VALUES.get(page.message.kind)
    return said if special is None else await special(page, request, said)


async def _responsible(page: Page, request: Request, said: Said) -> Said:
    return said | {"name": await page.name_of(request.responsible_id)}


async def _accepted(page: Page, request: Request, said: Said) -> Said | None:
    return await _responsible(page, request, said) if request.status is RequestStatus.ACCEPTED else None


async def _new_responsible(page: Page, request: Request, said: Said) -> Said | None:
    return await _responsible(page, request, said) if request.status in OPEN else None


async def _corrected(page: Page, request: Request, said: Said) -> Said | None:
    """What was changed to what, why, and who answers now."""
    data = page.view if "what" in page.view else await _last_correction(page, request)
    return await _responsible(page, request, said | await correction(page, data))


async def _last_correction(page: Page, request: Request) -> Mapping[str, Any]:
    event = await events.last(page.tx, request.id, Act.CORRECT)
    return event.data if event else {}


async def _moved_corrected(page: Page, request: Request, said: Said) -> Said | None:
    return None if _answers(page, request) else await _corrected(page, request, said)


async def _corrected_office(page: Page, request: Request, said: Said) -> Said | None:
    return await _corrected(page, request, said) if _answers(page, request) else None


async def _moved(page: Page, request: Request, said: Said) -> Said | None:
    return None if _answers(page, request) else await _responsible(page, request, said)


def _answers(page: Page, request: Request) -> bool:
    """Whether the reader is the one responsible."""
    return page.reader is not None and page.reader.id == request.responsible_id


async def _expired(page: Page, request: Request, said: Said) -> Said | None:
    until = request.reopen_until
    return None if until is None else said | {"by": page.moment(until)}


async def _late(page: Page, request: Request, said: Said) -> Said | None:
    return said if request.status in OPEN and _answers(page, request) else None


async def _claimed(page: Page, request: Request, said: Said) -> Said | None:  # noqa: ARG001 - one shape
    return said if await tasks.claimants(page.tx, page.message.task_id or 0) else None


async def _reopened(page: Page, request: Request, said: Said) -> Said:
    history = await events.of_request(page.tx, request.id)
    last = next(event for event in reversed(history) if event.act is Act.REOPEN)
    reason = await _in_passing(page, request, last.data["reason"])
    return said | {"name": await page.name_of(request.responsible_id), "reason": reason}


async def _in_passing(page: Page, request: Request, words: str) -> str:
    """The resident's words for somebody who need not answer them: as a group would read them."""
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now) if page.reader else frozenset()
    return await group_words.masked(page.tx, request, words) if are.isdisjoint(ANSWERING) else words


async def _appealed(page: Page, request: Request, said: Said) -> Said | None:
    appeal = await events.last(page.tx, request.id, Act.APPEAL)
    return said | {
        "name": await page.name_of(request.responsible_id),
        "reason": await _in_passing(page, request, appeal.data["reason"]) if appeal else "",
    }


async def _reworded(page: Page, request: Request, said: Said) -> Said | None:
    return said | {"words": await group_words.present(page.tx, request)}


async def _unclaimed(page: Page, request: Request, said: Said) -> Said | None:
    task = await tasks.get(page.tx, page.message.task_id or 0)
    waits = task is not None and task.status is TaskStatus.OPEN and not task.held
    return await _unposted(page, request, said) if waits else None


async def _unposted(page: Page, request: Request, said: Said) -> Said | None:  # noqa: ARG001 - one shape
    task = await tasks.get(page.tx, page.message.task_id or 0)
    group = await groups.get(page.tx, task.group_id) if task else None
    return said | {"title": group.title if group else ""}


async def _withdrawn(page: Page, request: Request, said: Said) -> Said:  # noqa: ARG001 - one shape for all
    claims = await tasks.claims_of(page.tx, page.message.task_id or 0)
    reasons = [
        claim.result
        for claim in claims
        if claim.person_id == page.view["person"] and claim.status is ClaimStatus.WITHDRAWN
    ]
    name = await page.name_of(page.view["person"])
    return said | {"name": name, "reason": (reasons and reasons[-1]) or ""}


async def _unreached(page: Page, request: Request, said: Said) -> Said | None:  # noqa: ARG001 - one shape
    person_id = page.view["person"]
    if await tasks.live_claim(page.tx, page.message.task_id or 0, person_id):
        return None
    person = await people.get(page.tx, person_id)
    return said | {"name": f"{kept_apart(person.name)} {person.phone or ''}".strip() if person else ""}


VALUES: dict[str, Callable[[Page, Request, Said], Awaitable[Said | None]]] = {
    "note-accepted": _accepted,
    "note-moved": _moved,
    "note-new-responsible": _new_responsible,
    "note-corrected": _corrected,
    "note-put-right": _corrected,
    "note-corrected-office": _corrected_office,
    "note-moved-corrected": _moved_corrected,
    "note-moved-absent": _moved,
    "note-appealed": _appealed,
    "note-reworded": _reworded,
    "note-claimed": _claimed,
    "note-unclaimed": _unclaimed,
    "note-unposted": _unposted,
    "note-unserved": _unposted,
    "note-withdrawn": _withdrawn,
    "note-unreached": _unreached,
    "note-expired": _expired,
    "note-escalated": _late,
    "note-reopened-below": _reopened,
    **from_resident.VALUES,
}


async def plain(page: Page) -> Screen:
    """Words that are not about a request; `text` names them, the rest of the view fills them."""
    values = {name: value for name, value in page.view.items() if name != "text"}
    grid = await grids.get(page.tx, values.pop("grid_id")) if "grid_id" in values else None
    if grid:
        values |= {"grid": grid.name, "code": grid.code}
    return Screen(page.text(page.view["text"], **values))
