"""A volunteer's taps: Claim in the group, Done and Withdraw in private."""

from bot.buttons import Claim, Finish, Withdraw
from bot.dispatch import claims
from bot.dispatch.refusals import NotStarted
from bot.handlers.asking import ask_words
from bot.handlers.given import Given
from bot.tap import Answer, Scene, Tap, on_tap
from storage.records import Prompt, PromptKind


async def take(tap: Tap, press: Claim) -> Answer:
    try:
        await claims.claim(tap.tx, tap.person, press.task_id, tap.chat_id, rules=tap.rules, now=tap.now)
    except NotStarted as refused:
        return Answer(refused.key, alert=True, url=tap.house.link("claim"))
    return Answer("answer-claimed")


async def finish(tap: Tap, press: Finish) -> Answer:
    task, _ = await claims.held(tap.tx, tap.person, press.task_id)
    return await ask_words(tap, PromptKind.FINISH, task.request_id, task.id)


async def withdraw(tap: Tap, press: Withdraw) -> Answer:
    task, _ = await claims.held(tap.tx, tap.person, press.task_id)
    return await ask_words(tap, PromptKind.WITHDRAW, task.request_id, task.id)


async def take_result(scene: Scene, prompt: Prompt, given: Given) -> str:
    await claims.finish(
        scene.tx,
        scene.person,
        prompt.task_id or 0,
        given.words,
        media=given.media,
        rules=scene.rules,
        now=scene.now,
    )
    return "answer-thanks"


async def take_reason(scene: Scene, prompt: Prompt, given: Given) -> str:
    await claims.withdraw(
        scene.tx, scene.person, prompt.task_id or 0, given.words, rules=scene.rules, now=scene.now
    )
    return "answer-withdrawn"


takes = {PromptKind.FINISH: take_result, PromptKind.WITHDRAW: take_reason}
taps = [on_tap(Claim, take), on_tap(Finish, finish), on_tap(Withdraw, withdraw)]
