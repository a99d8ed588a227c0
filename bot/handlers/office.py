"""Taps of those who answer for a request: Accept, Offer and where to, Done."""

from bot.buttons import Accept, Back, Offer, OfferPlaces, OfferTo, Resolve
from bot.dispatch import outcomes
from bot.handlers.asking import ask_words
from bot.tap import Answer, Tap, on_tap
from storage import cards, groups, outbox
from storage.records import Act, PromptKind


async def accept(tap: Tap, press: Accept) -> Answer:
    await outcomes.accept(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    return Answer("answer-accepted")


async def offer(tap: Tap, press: Offer) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    await _turn_to(tap, {"page": "offer", "places": 1})
    return Answer("answer-done")


async def choose_places(tap: Tap, press: OfferPlaces) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    await _turn_to(tap, {"page": "offer", "places": press.places})
    return Answer("answer-done")


async def offer_to(tap: Tap, press: OfferTo) -> Answer:
    await outcomes.offer(
        tap.tx,
        tap.person,
        press.request_id,
        group_id=press.group_id,
        places=press.places,
        rules=tap.rules,
        now=tap.now,
    )
    await _turn_to(tap, {"page": None})
    group = await groups.get(tap.tx, press.group_id)
    return Answer("answer-offered", {"title": group.title if group else ""})


async def back(tap: Tap, press: Back) -> Answer:  # noqa: ARG001 - the card says which request
    await _turn_to(tap, {"page": None})
    return Answer("answer-done")


async def resolve(tap: Tap, press: Resolve) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.RESOLVE, tap.now)
    return await ask_words(tap, PromptKind.RESULT, press.request_id)


async def _turn_to(tap: Tap, view: dict[str, object]) -> None:
    """Open another page of the tapped card."""
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card:
        await cards.set_view(tap.tx, card.id, card.view | view)
        await outbox.refresh_card(tap.tx, card.id, tap.now)


handlers = [
    on_tap(Accept, accept),
    on_tap(Offer, offer),
    on_tap(OfferPlaces, choose_places),
    on_tap(OfferTo, offer_to),
    on_tap(Back, back),
    on_tap(Resolve, resolve),
]
