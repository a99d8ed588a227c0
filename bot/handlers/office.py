"""Taps of those who answer for a request, and the words that some of them ask for."""

from bot.buttons import (
    Accept,
    Back,
    Decline,
    Offer,
    OfferPlaces,
    OfferTo,
    PressOnRequest,
    Reassign,
    ReassignTo,
    Resolve,
    Reword,
    ShowMedia,
)
from bot.cards.long_words import long_of
from bot.dispatch import declining, outcomes, permissions, reassigning, rewording, showing
from bot.dispatch.permissions import Relation
from bot.dispatch.questions import ON_THE_CARD
from bot.dispatch.refusals import Gone, NotYours, TooLate
from bot.handlers import asking
from bot.handlers.asking import ask_words
from bot.handlers.given import Given, taking
from bot.scene import Answer, Scene, Tap
from bot.tap import on_tap
from storage import cards, groups, outbox, requests
from storage.records import Act, Lane, Prompt, PromptKind


async def accept(tap: Tap, press: Accept) -> Answer:
    await outcomes.accept(tap.tx, tap.person, press.request_id, rules=tap.rules, now=tap.now)
    return Answer("answer-accepted")


async def offer(tap: Tap, press: Offer) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    return await _turn_to(tap, press, {"page": "offer", "places": 1})


async def choose_places(tap: Tap, press: OfferPlaces) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.OFFER, tap.now)
    return await _turn_to(tap, press, {"page": "offer", "places": press.places})


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


async def back(tap: Tap, press: Back) -> Answer:
    """Close the page that is open, and what it asked. Where no card is known none is made: that is for those
    with a right."""
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card and card.view.get("page") in ON_THE_CARD:
        await asking.drop(tap, about=press.request_id, kind=PromptKind.CORRECT, end="cancelled")
    if card:
        await tap.turn_to(card, {"page": None})
    return Answer("answer-done")


async def reword(tap: Tap, press: Reword) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.REWORD, tap.now)
    return await ask_words(tap, PromptKind.REWORD, press.request_id)


async def reassign(tap: Tap, press: Reassign) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.ASSIGN, tap.now)
    return await _turn_to(tap, press, {"page": "reassign"})


async def reassign_to(tap: Tap, press: ReassignTo) -> Answer:
    await reassigning.may_reassign_to(tap.tx, tap.person, press.request_id, press.person_id, tap.now)
    await _turn_to(tap, press, {"page": None})
    return await ask_words(tap, PromptKind.REASSIGN, press.request_id, data={"person": press.person_id})


async def decline(tap: Tap, press: Decline) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.DECLINE, tap.now)
    return await ask_words(tap, PromptKind.DECLINE, press.request_id)


async def resolve(tap: Tap, press: Resolve) -> Answer:
    await outcomes.may(tap.tx, tap.person, press.request_id, Act.RESOLVE, tap.now)
    return await ask_words(tap, PromptKind.RESULT, press.request_id)


async def show_media(tap: Tap, press: ShowMedia) -> Answer:
    """Send the photos and files again, and words that a card may have cut, to whoever has to do with it."""
    request = await requests.get(tap.tx, press.request_id)
    if request is None:
        raise Gone
    are = await outcomes.relations_of(tap.tx, tap.person, request, tap.now)
    if not are:
        raise NotYours
    results = Relation.RESIDENT in are or not permissions.ANSWERING.isdisjoint(are)
    media = await showing.media_for(tap.tx, request.id, results=results)
    await showing.show(
        tap.tx, media, person_id=tap.person.id, request_id=request.id, now=tap.now, lane=Lane.ANSWER
    )
    words = long_of(request, results=results)
    for which, part in words:
        await outbox.say(
            tap.tx,
            kind="long-words",
            person_id=tap.person.id,
            request_id=request.id,
            data={"of": which, "part": part},
            now=tap.now,
            lane=Lane.ANSWER,
        )
    return Answer("answer-media-below" if media or words else "refused-gone")


async def _turn_to(tap: Tap, press: PressOnRequest, view: dict[str, object]) -> Answer:
    await tap.turn_to(await tap.card("request", request_id=press.request_id), view)
    return Answer("answer-done")


# The words that were asked for


async def take_words_for_groups(scene: Scene, prompt: Prompt, given: Given) -> str:
    """What was hidden in them is shown: groups read the rest."""
    hidden = await rewording.reword(
        scene.tx, scene.person, prompt.request_id, given.words, rules=scene.rules, now=scene.now
    )
    if not hidden:
        return "answer-reworded"
    await outbox.say(
        scene.tx,
        kind="note-reworded",
        person_id=scene.person.id,
        request_id=prompt.request_id,
        now=scene.now,
        lane=Lane.ANSWER,
    )
    return "answer-reworded-hidden"


async def take_reason_to_reassign(scene: Scene, prompt: Prompt, given: Given) -> str:
    await reassigning.reassign(
        scene.tx,
        scene.person,
        prompt.request_id,
        prompt.data["person"],
        given.words,
        rules=scene.rules,
        now=scene.now,
    )
    return "answer-reassigned"


takes = {
    PromptKind.RESULT: taking(outcomes.resolve, "answer-resolved"),
    PromptKind.REWORD: take_words_for_groups,
    PromptKind.REASSIGN: take_reason_to_reassign,
    PromptKind.DECLINE: taking(declining.decline, "answer-declined"),
}
taps = [
    on_tap(Accept, accept),
    on_tap(Offer, offer),
    on_tap(OfferPlaces, choose_places),
    on_tap(OfferTo, offer_to),
    on_tap(Back, back),
    on_tap(Reword, reword),
    on_tap(Reassign, reassign),
    on_tap(ReassignTo, reassign_to),
    on_tap(Decline, decline),
    on_tap(Resolve, resolve),
    on_tap(ShowMedia, show_media),
]
