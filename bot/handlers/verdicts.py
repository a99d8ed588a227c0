"""The resident's word on how it ended: Solved with stars and words, Not solved, Appeal."""

from bot.buttons import Appeal, Confirm, Rate, Reopen, SkipComment
from bot.dispatch import declining, outcomes, rating
from bot.handlers import asking
from bot.handlers.given import taking
from bot.scene import Answer, Tap
from bot.tap import on_tap
from storage.records import PromptKind


async def confirm(tap: Tap, press: Confirm) -> Answer:
    """Solved: then there is nothing to be said against it any more."""
    await rating.solve(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    await asking.drop(tap, about=press.request_id)
    return Answer("answer-solved")


async def rate(tap: Tap, press: Rate) -> Answer:
    """Stars; after the first ones, words are asked for."""
    before = await rating.ratable(tap.tx, tap.person, press.request_id, tap.now)
    await rating.rate(tap.tx, tap.person, press.request_id, press.stars, rules=tap.rules, now=tap.now)
    if before.stars is None:
        await asking.ask_words(tap, PromptKind.COMMENT, press.request_id)
    return Answer("answer-rated")


async def skip(tap: Tap, press: SkipComment) -> Answer:
    await rating.skip(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    await asking.drop(tap, about=press.request_id, end="cancelled")
    return Answer("answer-thanks")


async def reopen(tap: Tap, press: Reopen) -> Answer:
    await outcomes.may_reopen(tap.tx, tap.person, press.request_id, tap.now)
    return await asking.ask_words(tap, PromptKind.REOPEN, press.request_id)


async def appeal(tap: Tap, press: Appeal) -> Answer:
    await declining.may_appeal(tap.tx, tap.person, press.request_id, tap.now)
    return await asking.ask_words(tap, PromptKind.APPEAL, press.request_id)


takes = {
    PromptKind.REOPEN: taking(outcomes.reopen, "answer-reopened"),
    PromptKind.COMMENT: taking(rating.comment, "answer-thanks"),
    PromptKind.APPEAL: taking(declining.appeal, "answer-appealed"),
}
taps = [
    on_tap(Confirm, confirm),
    on_tap(Rate, rate),
    on_tap(SkipComment, skip),
    on_tap(Reopen, reopen),
    on_tap(Appeal, appeal),
]
