"""Words that an act needs: asked for by a tap, taken from the person's next message."""

from bot.buttons import CancelPrompt
from bot.dispatch import claims, outcomes
from bot.dispatch.refusals import Refused
from bot.tap import Answer, Said, Scene, Tap, on_tap
from storage import cards, drafts, outbox
from storage.database import savepoint
from storage.records import Lane, Prompt, PromptKind

THANKS = {
    PromptKind.RESULT: "answer-resolved",
    PromptKind.FINISH: "answer-thanks",
    PromptKind.WITHDRAW: "answer-withdrawn",
    PromptKind.REOPEN: "answer-reopened",
}


async def ask_words(tap: Tap, kind: PromptKind, request_id: int, task_id: int | None = None) -> Answer:
    """Ask for some words; the person's next text is the answer, and no longer that to another question."""
    before = await drafts.asked(tap.tx, tap.person.id)
    if before and (before.kind, before.request_id) != (kind, request_id):
        await _close_questions(tap, before.request_id, "replaced")
    await drafts.ask(
        tap.tx, person_id=tap.person.id, kind=kind, request_id=request_id, task_id=task_id, now=tap.now
    )
    await outbox.say(
        tap.tx,
        kind="ask",
        person_id=tap.person.id,
        request_id=request_id,
        task_id=task_id,
        data={"kind": kind},
        now=tap.now,
        lane=Lane.ANSWER,
    )
    return Answer("answer-ask-words")


async def cancel(tap: Tap, press: CancelPrompt) -> Answer:
    prompt = await drafts.asked(tap.tx, tap.person.id)
    if prompt and prompt.request_id == press.request_id:
        await drafts.answered(tap.tx, tap.person.id)
    await _close_questions(tap, press.request_id, "cancelled")
    return Answer("answer-cancelled")


async def drop(scene: Scene) -> None:
    """The person turns to something else: what they write next is no answer to an earlier question."""
    prompt = await drafts.asked(scene.tx, scene.person.id)
    if prompt:
        await drafts.answered(scene.tx, scene.person.id)
        await _close_questions(scene, prompt.request_id, "replaced")


async def _close_questions(scene: Scene, request_id: int, end: str) -> None:
    """What was asked stands no longer: its cards lose their button, and say how it ended."""
    for card in await cards.of_subject(scene.tx, request_id=request_id):
        if card.kind == "ask" and card.person_id == scene.person.id and "end" not in card.view:
            await cards.set_view(scene.tx, card.id, card.view | {"end": end})
            await outbox.refresh_card(scene.tx, card.id, scene.now)


async def answer(said: Said, prompt: Prompt) -> None:
    """The words that were asked for: do what they were needed for, and thank."""
    words = said.words
    await drafts.answered(said.tx, said.person.id)
    await _close_questions(said, prompt.request_id, "answered")
    try:
        async with savepoint(said.tx):
            await _act(said, prompt, words)
    except Refused as refused:
        await said.reply(refused.key)  # and nothing is waited for any more
    else:
        await said.reply(THANKS[prompt.kind])


async def _act(said: Said, prompt: Prompt, words: str) -> None:
    tx, person, rules, now = said.tx, said.person, said.rules, said.now
    match prompt.kind:
        case PromptKind.RESULT:
            await outcomes.resolve(tx, person, prompt.request_id, words, rules=rules, now=now)
        case PromptKind.REOPEN:
            await outcomes.reopen(tx, person, prompt.request_id, words, rules=rules, now=now)
        case PromptKind.FINISH:
            await claims.finish(tx, person, prompt.task_id or 0, words, rules=rules, now=now)
        case PromptKind.WITHDRAW:
            await claims.withdraw(tx, person, prompt.task_id or 0, words, rules=rules, now=now)


taps = [on_tap(CancelPrompt, cancel)]
