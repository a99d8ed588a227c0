"""What was answered to a question for words: gathered until it is whole, then brought to its act."""

from bot.buttons import ThatIsAll
from bot.dispatch import dangers
from bot.dispatch.questions import PURPOSES, WITHOUT_WORDS, is_answer
from bot.dispatch.refusals import Gone, NothingSaid, Refused
from bot.handlers import asking, claims, correcting_words, emergencies, mine, office, report, talk, verdicts
from bot.handlers.given import Given, Take
from bot.scene import Answer, Said, Scene, Tap
from bot.tap import on_tap
from storage import cards, outbox, pieces, prompts
from storage.database import savepoint
from storage.records import Prompt, PromptKind, Purpose

TAKES: dict[PromptKind, Take] = {
    **office.takes,
    **correcting_words.takes,
    **verdicts.takes,
    **claims.takes,
    **mine.takes,
    **talk.takes,
}
"""For what words were asked → who takes them; the key of the thanks comes back."""


async def hear(said: Said, prompt: Prompt) -> None:
    """A message while an answer is waited for: it is that, or is kept until words come."""
    if await said.keep(_purpose(prompt), prompt_id=prompt.id) is None:
        return
    if is_answer(prompt, said.sent.kind, said.words):
        thanks = await _take(said, prompt)
        if thanks:
            await said.reply(thanks)
    elif len(await pieces.of_prompt(said.tx, prompt.id)) == 1:
        await asking.post(said, prompt)
    else:
        await _refresh(said, prompt)


async def that_is_all(tap: Tap, press: ThatIsAll) -> Answer:
    """The photos alone are the answer."""
    prompt = await prompts.of_person(tap.tx, tap.person.id)
    if prompt is None or prompt.request_id != press.request_id:
        raise Gone
    if prompt.kind not in WITHOUT_WORDS or not await pieces.of_prompt(tap.tx, prompt.id):
        raise NothingSaid
    return Answer(await _take(tap, prompt) or "answer-done")


async def _take(scene: Scene, prompt: Prompt) -> str | None:
    """Do what the answer was needed for; the key of what is said to that, if anything is left to be said.
    Refused or not, it is over; but words that cannot wait are a report then, whoever says them."""
    kept = await pieces.of_prompt(scene.tx, prompt.id)
    given = Given("\n".join(piece.words for piece in kept if piece.words), kept)
    try:
        async with savepoint(scene.tx):
            for piece in kept:
                await emergencies.warn(scene, prompt.request_id, piece)
            for piece in kept:
                await pieces.give_to_request(
                    scene.tx, piece.id, prompt.request_id, _purpose(prompt), prompt.task_id
                )
            key = await TAKES[prompt.kind](scene, prompt, given)
    except Refused as refused:
        key = refused.key
        if dangers.spoken_of(given.words):
            await report.begin_with(scene, kept)
    if await prompts.of_person(scene.tx, scene.person.id) == prompt:  # else whoever took it has asked on
        await prompts.end(scene.tx, scene.person.id)
        await asking.close(scene, prompt.request_id, "answered")
    return key


async def _refresh(said: Said, prompt: Prompt) -> None:
    for card in await cards.of_subject(said.tx, request_id=prompt.request_id):
        if card.kind == "ask" and card.person_id == said.person.id:
            await outbox.refresh_card(said.tx, card.id, said.now)


def _purpose(prompt: Prompt) -> Purpose:
    return PURPOSES.get(prompt.kind, Purpose.TALK)


taps = [on_tap(ThatIsAll, that_is_all)]
