"""Going on leave with two taps, and coming back with one."""

from datetime import date

from bot.buttons import Away, AwayUntil, AwayWith, BackAgain
from bot.dispatch import leaves
from bot.dispatch.refusals import CannotStandIn, NoPost
from bot.scene import Answer, Tap
from bot.tap import on_tap
from storage import cards, menus, outbox
from storage.records import Card, Lane


async def away(tap: Tap, press: Away) -> Answer:  # noqa: ARG001 - one shape for all
    """Ask until when: on the leave's own card, or on a new one."""
    if not await menus.answers(tap.tx, tap.person.id, tap.now):
        raise NoPost
    card = await _leave_card(tap)
    if card:
        await tap.turn_to(card, {"page": "when"})
    else:
        await _post(tap, "when")
    return Answer("answer-done")


async def away_until(tap: Tap, press: AwayUntil) -> Answer:
    """Ask who answers meanwhile."""
    card = await tap.card("leave")
    if _last(tap, press.day) is None:
        return await _past(tap, card)
    await tap.turn_to(card, {"page": "who", "day": press.day})
    return Answer("answer-done")


async def away_with(tap: Tap, press: AwayWith) -> Answer:
    """It begins. Where the other cannot stand in any more, the names are shown anew."""
    card = await tap.card("leave")
    last = _last(tap, press.day)
    if last is None:
        return await _past(tap, card)
    try:
        await leaves.begin(
            tap.tx, tap.person, last=last, stand_in_id=press.person_id or None, rules=tap.rules, now=tap.now
        )
    except CannotStandIn as refused:
        await tap.turn_to(card, {"page": "who", "day": press.day})
        return Answer(refused.key, alert=True)
    await tap.turn_to(card, {"page": None})
    return Answer("answer-away")


async def back_again(tap: Tap, press: BackAgain) -> Answer:  # noqa: ARG001 - one shape for all
    await leaves.come_back(tap.tx, tap.person, rules=tap.rules, now=tap.now)
    for card in await cards.newest(tap.tx, person_id=tap.person.id, kind="leave"):
        await tap.turn_to(card, {"page": None})
    tapped = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if tapped:
        await tap.turn_to(tapped, {"page": None} if tapped.kind == "leave" else {})
    return Answer("answer-back-again")


async def _leave_card(tap: Tap) -> Card | None:
    """The tapped card, if it is a leave's."""
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    return card if card and card.kind == "leave" else None


async def _post(tap: Tap, page: str) -> None:
    await outbox.say(
        tap.tx,
        kind="leave",
        person_id=tap.person.id,
        data={"page": page},
        now=tap.now,
        lane=Lane.ANSWER,
    )


def _last(tap: Tap, day: int) -> date | None:
    return leaves.day_of(day, tap.now.astimezone(tap.rules.zone).date())


async def _past(tap: Tap, card: Card) -> Answer:
    """An old button: the days are shown anew."""
    await tap.turn_to(card, {"page": "when"})
    return Answer("answer-leave-past", alert=True)


taps = [
    on_tap(Away, away),
    on_tap(AwayUntil, away_until),
    on_tap(AwayWith, away_with),
    on_tap(BackAgain, back_again),
]
