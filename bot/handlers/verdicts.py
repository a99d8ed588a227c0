"""The resident's word on a result: Solved, Not solved."""

from bot.buttons import Confirm, Reopen
from bot.dispatch import outcomes
from bot.handlers.asking import ask_words
from bot.handlers.given import Given
from bot.tap import Answer, Scene, Tap, on_tap
from storage.records import Prompt, PromptKind


async def confirm(tap: Tap, press: Confirm) -> Answer:
    await outcomes.confirm(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    return Answer("answer-solved")


async def reopen(tap: Tap, press: Reopen) -> Answer:
    await outcomes.may_reopen(tap.tx, tap.person, press.request_id, tap.now)
    return await ask_words(tap, PromptKind.REOPEN, press.request_id)


async def take_reason(scene: Scene, prompt: Prompt, given: Given) -> str:
    await outcomes.reopen(
        scene.tx, scene.person, prompt.request_id, given.words, rules=scene.rules, now=scene.now
    )
    return "answer-reopened"


takes = {PromptKind.REOPEN: take_reason}
taps = [on_tap(Confirm, confirm), on_tap(Reopen, reopen)]
