"""My requests: what a resident has asked for, how it stands, and what they may still do about it."""

from bot.buttons import Add, CancelForSure, CancelRequest
from bot.dispatch import additions, cancelling, outcomes
from bot.handlers import asking
from bot.handlers.given import taking
from bot.handlers.opening import open_page
from bot.scene import Answer, Command, Said, Scene, Tap
from bot.tap import PRIVATE, on_command, on_tap
from storage import outbox
from storage.records import Act, Lane, Piece, PromptKind


async def list_mine(command: Command) -> None:
    await asking.drop(command)
    await show(command)


async def show(scene: Scene) -> None:
    """The list of the resident's requests."""
    await outbox.say(scene.tx, kind="mine", person_id=scene.person.id, now=scene.now, lane=Lane.ANSWER)


async def add(tap: Tap, press: Add) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.ADD, tap.now)
    return await asking.ask_words(tap, PromptKind.ADD, press.request_id)


async def cancel(tap: Tap, press: CancelRequest) -> Answer:
    """Ask on the card whether that is meant."""
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.CANCEL, tap.now)
    await open_page(tap, press, "cancel")
    return Answer("answer-sure")


async def cancel_for_sure(tap: Tap, press: CancelForSure) -> Answer:
    """End it; what the person was asked about it need not be answered any more."""
    await cancelling.cancel(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    await asking.drop(tap, about=press.request_id)
    return Answer("answer-taken-back")


async def revise(said: Said, piece: Piece) -> None:
    """A message of the person was edited."""
    await additions.revise(said.tx, said.person, piece, said.words, rules=said.rules, now=said.now)


takes = {PromptKind.ADD: taking(additions.add, "answer-added")}
taps = [on_tap(Add, add), on_tap(CancelRequest, cancel), on_tap(CancelForSure, cancel_for_sure)]
routes = [on_command("my", list_mine, where=PRIVATE)]
