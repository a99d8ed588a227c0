"""A wrong place or kind put right in words, which say what it is, why, or both; or by a location, which says
where. By taps: `correcting`."""

from collections.abc import Mapping
from typing import Any

from bot.dispatch import correcting, dangers, outcomes
from bot.dispatch.correcting import Target, What, Why
from bot.dispatch.places import Found
from bot.handlers import asking
from bot.handlers.given import Given
from bot.scene import Scene
from storage import outbox
from storage.records import Act, Lane, Prompt, PromptKind, Request


async def take_words(scene: Scene, prompt: Prompt, given: Given) -> None:
    """Put it right, if it is known by now what it is; else ask that, and keep the words for the reason. Who
    has left the page open for a while, or tells of a danger, may be writing of something else: then a tap has
    to say so as well."""
    request = await outcomes.may(scene.tx, scene.person, prompt.request_id, Act.CORRECT, scene.now)
    what = What(prompt.data["what"])
    why = "\n".join(words for words in (prompt.data.get("why"), given.words) if words)
    meant = await _meant(scene, request, what, why, given)
    danger = dangers.spoken_of(given.words) is not None
    late = scene.now - prompt.asked_at > asking.NOT_FOR_LONG
    to = None if late or danger else _settled(prompt.data, meant, spoken=bool(given.words))
    if to is not None and not why and correcting.waits_for_place(request):
        why = Why.OFFICE
    known = {"what": what, "why": why, "after": given.pieces[-1].id}  # no two questions are the same
    if to is None:
        found = dict.fromkeys([prompt.data.get("target"), *meant.choices, prompt.data.get("proposed")])
        unseen = given.spot is not None and not meant.choices
        view = {"found": [each for each in found if each], "danger": danger, "unseen": unseen}
        await _ask(scene, request, known, {"page": what, **view})
    elif not why:
        view = {"what": what, "target": to, "proposed": False}
        await _ask(scene, request, known | {"target": to}, {"page": "reason", **view})
    else:
        await _correct(scene, request, Target(what, to), why)


async def _meant(scene: Scene, request: Request, what: What, why: str, given: Given) -> Found:
    """Where a location lies that was sent. Else what all that was written means; if that is not clear, the
    last of it alone."""
    if what is What.PLACE and given.spot is not None:
        seen = correcting.located(request, given.spot, await scene.house.atlas.ground(scene.tx))
        if seen.choices or not given.words:
            return seen
    index = await scene.house.atlas.index(scene.tx)
    whole = await correcting.meant(scene.tx, request, what, why, index)
    if whole.clear is not None or why == given.words:
        return whole
    alone = await correcting.meant(scene.tx, request, what, given.words, index)
    return alone if alone.clear is not None or not whole.choices else whole


def _settled(known: Mapping[str, Any], meant: Found, *, spoken: bool) -> int | None:
    """What it is. Words after a tap on that are the reason, whatever they name."""
    if "target" in known:
        return int(known["target"])
    agreed = spoken and not meant.choices
    return meant.clear or (known.get("proposed") if agreed else None)


async def _correct(scene: Scene, request: Request, to: Target, why: str) -> None:
    """Say to what it was changed as well: whoever was misread sees it at once."""
    await correcting.correct(scene.tx, scene.person, request.id, to, why, rules=scene.rules, now=scene.now)
    await _say(scene, request, "note-put-right", {"what": to.what, "to": to.id, "reason": why})


async def _ask(scene: Scene, request: Request, known: Mapping[str, Any], view: Mapping[str, Any]) -> None:
    """Post the card anew, below the answer, where one tap says what is still to be said."""
    await asking.close(scene, request.id, "answered")
    await asking.wait_for(scene, PromptKind.CORRECT, request.id, data=known)
    await _say(scene, request, "request", {"anew": True, **view})


async def _say(scene: Scene, request: Request, kind: str, data: Mapping[str, Any]) -> None:
    await outbox.say(
        scene.tx,
        kind=kind,
        person_id=scene.person.id,
        request_id=request.id,
        data=data,
        now=scene.now,
        lane=Lane.ANSWER,
    )


takes = {PromptKind.CORRECT: take_words}
