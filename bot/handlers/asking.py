"""Asking for the words that an act needs, and no longer waiting for them. What is answered: `answers`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.buttons import CancelPrompt
from bot.dispatch import talk
from bot.dispatch.leftovers import KEPT
from bot.dispatch.questions import ON_THE_CARD, PURPOSES
from bot.scene import Answer, Said, Scene, Tap
from bot.tap import on_tap
from storage import cards, outbox, pieces, prompts
from storage.records import Lane, Prompt, PromptKind, Purpose

NOTHING: Mapping[str, Any] = {}
OPTIONAL = frozenset({PromptKind.COMMENT})
NOT_FOR_LONG = timedelta(minutes=10)


async def ask_words(
    tap: Tap,
    kind: PromptKind,
    request_id: int,
    task_id: int | None = None,
    data: Mapping[str, Any] = NOTHING,
) -> Answer:
    """Ask for some words; the person's next message is the answer, and no longer that to another question."""
    await post(tap, await wait_for(tap, kind, request_id, task_id, data))
    return Answer("answer-ask-words")


async def wait_for(
    scene: Scene,
    kind: PromptKind,
    request_id: int,
    task_id: int | None = None,
    data: Mapping[str, Any] = NOTHING,
) -> Prompt:
    """The same where the question stands on a card already."""
    before = await prompts.of_person(scene.tx, scene.person.id)
    if before and (before.kind, before.request_id, before.task_id) != (kind, request_id, task_id):
        await _leave(scene, before, "replaced")
    return await prompts.ask(
        scene.tx,
        person_id=scene.person.id,
        kind=kind,
        request_id=request_id,
        task_id=task_id,
        data=data,
        now=scene.now,
    )


async def post(scene: Scene, prompt: Prompt) -> None:
    """Post the question below what was said last."""
    await outbox.say(
        scene.tx,
        kind="ask",
        person_id=scene.person.id,
        request_id=prompt.request_id,
        task_id=prompt.task_id,
        data={"kind": prompt.kind},
        now=scene.now,
        lane=Lane.ANSWER,
    )


async def cancel(tap: Tap, press: CancelPrompt) -> Answer:
    prompt = await prompts.of_person(tap.tx, tap.person.id)
    if prompt and prompt.request_id == press.request_id:
        await prompts.end(tap.tx, tap.person.id)
    await close(tap, press.request_id, "cancelled")
    return Answer("answer-cancelled")


async def drop(
    scene: Scene, *, about: int | None = None, kind: PromptKind | None = None, end: str = "replaced"
) -> bool:
    """The person turns to something else: what they write next is no answer to an earlier question, or to one
    about this request, or of this kind. Whether there was one."""
    prompt = await prompts.of_person(scene.tx, scene.person.id)
    if prompt is None or about not in (None, prompt.request_id) or kind not in (None, prompt.kind):
        return False
    await _leave(scene, prompt, end)
    return True


async def settle(scene: Scene, kind: PromptKind, request_id: int) -> None:
    """What was asked has been said by a tap; photos that were sent for it stay with the request."""
    prompt = await prompts.of_person(scene.tx, scene.person.id)
    if prompt is None or (prompt.kind, prompt.request_id) != (kind, request_id):
        return
    for piece in await pieces.of_prompt(scene.tx, prompt.id):
        await pieces.give_to_request(scene.tx, piece.id, request_id, PURPOSES.get(kind, Purpose.TALK))
    await prompts.end(scene.tx, scene.person.id)
    await close(scene, request_id, "answered")


async def _leave(scene: Scene, prompt: Prompt, end: str) -> None:
    """The question is answered no more. Whoever has sent photos for it hears that they went nowhere."""
    if await pieces.of_prompt(scene.tx, prompt.id):
        await talk.tell(scene.tx, scene.person, prompt.request_id, "talk-left", now=scene.now)
    await prompts.end(scene.tx, scene.person.id)
    await close(scene, prompt.request_id, end)


async def waited_for(said: Said) -> Prompt | None:
    """The question whose answer may come now. What may be said and need not is not waited for long, and
    anything else no longer than a day, so that nobody's next matter goes to those whom they had to do with
    before; a reply is to the question still."""
    prompt = await prompts.of_person(said.tx, said.person.id)
    if prompt is None:
        return None
    optional = prompt.kind in OPTIONAL
    late = said.now > prompt.asked_at + (NOT_FOR_LONG if optional else KEPT)
    if late and (optional or said.reply_to is None):
        await drop(said, end="over")
        return None
    return prompt


async def close(scene: Scene, request_id: int, end: str) -> None:
    """What was asked stands no longer: its cards lose their buttons, and say how it ended."""
    for card in await cards.of_subject(scene.tx, request_id=request_id):
        if card.kind == "ask" and card.person_id == scene.person.id and "end" not in card.view:
            await cards.set_view(scene.tx, card.id, card.view | {"end": end})
            await outbox.refresh_card(scene.tx, card.id, scene.now)
    await close_pages(scene, request_id)


async def close_pages(scene: Scene, request_id: int, *, but: int | None = None) -> None:
    """No card of the request asks by itself any more, `but` this one."""
    for card in await cards.of_subject(scene.tx, request_id=request_id):
        asks = card.person_id == scene.person.id and card.view.get("page") in ON_THE_CARD
        if asks and card.id != but:
            await cards.set_view(scene.tx, card.id, card.view | {"page": None})
            await outbox.refresh_card(scene.tx, card.id, scene.now)


taps = [on_tap(CancelPrompt, cancel)]
