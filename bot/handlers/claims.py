"""A volunteer's taps: Claim in the group or from the list; Arrived, Done and Withdraw in private."""

from bot.buttons import Arrive, Claim, Finish, Withdraw
from bot.dispatch import claims
from bot.dispatch.refusals import NotStarted, Refused, TooManyClaims
from bot.handlers.asking import ask_words
from bot.handlers.given import Given
from bot.scene import Answer, Scene, Tap
from bot.tap import on_tap
from storage import cards, outbox
from storage.records import Act, Prompt, PromptKind


async def take(tap: Tap, press: Claim) -> Answer:
    """Take a place. Whatever list or card the button stands on shows the truth afterwards."""
    try:
        await claims.claim(tap.tx, tap.person, press.task_id, tap.chat_id, rules=tap.rules, now=tap.now)
    except Refused as refused:  # it writes nothing before that
        answer = _why_not(tap, refused)
    else:
        answer = Answer("answer-claimed")
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card:
        await outbox.refresh_card(tap.tx, card.id, tap.now)
    return answer


def _why_not(tap: Tap, refused: Refused) -> Answer:
    match refused:
        case NotStarted():
            return Answer(refused.key, alert=True, url=tap.house.link("claim"))
        case TooManyClaims():
            limit = str(tap.rules.policy.limits.open_claims)
            return Answer("answer-too-many-claims", {"limit": limit}, alert=True)
        case _:
            return Answer(refused.key, alert=True)


async def arrive(tap: Tap, press: Arrive) -> Answer:
    new = await claims.arrive(tap.tx, tap.person, press.task_id, now=tap.now)
    return Answer("answer-arrived" if new else "answer-arrived-before")


async def finish(tap: Tap, press: Finish) -> Answer:
    task, _ = await claims.may(tap.tx, tap.person, press.task_id, Act.FINISH)
    return await ask_words(tap, PromptKind.FINISH, task.request_id, task.id)


async def withdraw(tap: Tap, press: Withdraw) -> Answer:
    task, _ = await claims.may(tap.tx, tap.person, press.task_id, Act.WITHDRAW)
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
taps = [on_tap(Claim, take), on_tap(Arrive, arrive), on_tap(Finish, finish), on_tap(Withdraw, withdraw)]
