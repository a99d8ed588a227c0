"""Taps of those who answer for a request: Accept, Offer and where to, Done."""

from bot.buttons import Accept, Back, Offer, OfferPlaces, OfferTo, PressOnRequest, Resolve
from bot.dispatch import outcomes
from bot.dispatch.refusals import TooLate
from bot.handlers.asking import ask_words
from bot.handlers.given import Given
from bot.tap import Answer, Scene, Tap, on_tap
from storage import cards, groups
from storage.records import Act, Prompt, PromptKind


async def accept(tap: Tap, press: Accept) -> Answer:
    await outcomes.accept(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    return Answer("answer-accepted")


async def offer(tap: Tap, press: Offer) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    await _turn_to(tap, press, {"page": "offer", "places": 1})
    return Answer("answer-done")


async def choose_places(tap: Tap, press: OfferPlaces) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    await _turn_to(tap, press, {"page": "offer", "places": press.places})
    return Answer("answer-done")


async def offer_to(tap: Tap, press: OfferTo) -> Answer:
    """Send it. The number of people is the one tapped last, which may not stand on the buttons yet."""
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    card = await tap.card("request", request_id=press.request_id)
    if card.view.get("page") != "offer":  # it has been sent already: tapped twice
        raise TooLate
    await outcomes.offer(
        tap.tx,
        tap.person,
        press.request_id,
        group_id=press.group_id,
        places=int(card.view.get("places", press.places)),
        rules=tap.rules,
        now=tap.now,
    )
    await tap.turn_to(card, {"page": None})
    group = await groups.get(tap.tx, press.group_id)
    return Answer("answer-offered", {"title": group.title if group else ""})


async def back(tap: Tap, press: Back) -> Answer:  # noqa: ARG001 - one shape for all
    """Close the page that is open. Where no card is known none is made: that is for those with a right."""
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card:
        await tap.turn_to(card, {"page": None})
    return Answer("answer-done")


async def resolve(tap: Tap, press: Resolve) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.RESOLVE, tap.now)
    return await ask_words(tap, PromptKind.RESULT, press.request_id)


async def _turn_to(tap: Tap, press: PressOnRequest, view: dict[str, object]) -> None:
    await tap.turn_to(await tap.card("request", request_id=press.request_id), view)


async def take_result(scene: Scene, prompt: Prompt, given: Given) -> str:
    await outcomes.resolve(
        scene.tx,
        scene.person,
        prompt.request_id,
        given.words,
        media=given.media,
        rules=scene.rules,
        now=scene.now,
    )
    return "answer-resolved"


takes = {PromptKind.RESULT: take_result}
taps = [
    on_tap(Accept, accept),
    on_tap(Offer, offer),
    on_tap(OfferPlaces, choose_places),
    on_tap(OfferTo, offer_to),
    on_tap(Back, back),
    on_tap(Resolve, resolve),
]
