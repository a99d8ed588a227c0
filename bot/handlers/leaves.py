"""Going on leave with two taps, and coming back with one."""

from datetime import date

from bot.buttons import Away, AwayUntil, AwayWith, BackAgain, NoDay, OtherDay, OtherStandIn, StandsIn
from bot.dispatch import leave_days, leaves
from bot.dispatch.refusals import CannotStandIn, NoPost
from bot.scene import Answer, Scene, Tap
from bot.tap import on_tap
from storage import cards, menus, outbox
from storage.records import Lane


async def show(scene: Scene) -> None:
    """Somebody has written the button's words: as if it was tapped."""
    await _say(scene, {"page": "when"})


async def away(tap: Tap, press: Away) -> Answer:  # noqa: ARG001 - one shape for all
    """Ask until when, with whoever is proposed to answer meanwhile."""
    await _may(tap)
    await _ask(tap, {"with": None, "day": None})
    return Answer("answer-done")


async def stands_in(tap: Tap, press: StandsIn) -> Answer:
    """Ask until when, with this one chosen to answer meanwhile."""
    try:
        await leaves.check_stand_in(tap.tx, tap.person, press.person_id or None, tap.now)
    except CannotStandIn as refused:
        return await _ask_anew(tap, refused.key)
    await _ask(tap, {"with": press.person_id})
    return Answer("answer-done")


async def other_stand_in(tap: Tap, press: OtherStandIn) -> Answer:  # noqa: ARG001 - one shape for all
    await _may(tap)
    await tap.turn_to(await tap.card("leave"), {"page": "who"})
    return Answer("answer-done")


async def other_day(tap: Tap, press: OtherDay) -> Answer:
    await _may(tap)
    await tap.turn_to(await tap.card("leave"), {"page": "when", "day": press.day})
    return Answer("answer-done")


async def no_day(tap: Tap, press: NoDay) -> Answer:  # noqa: ARG001 - one shape for all
    return Answer("answer-leave-no-day")


async def away_until(tap: Tap, press: AwayUntil) -> Answer:
    """A key of a screen that did not say who answers meanwhile: it is asked again where that is said."""
    await _may(tap)
    if _last(tap, press.day) is None:
        return await _past(tap)
    return await _ask_anew(tap, "answer-leave-once-more")


async def away_with(tap: Tap, press: AwayWith) -> Answer:
    """It begins, unless the day is past or the other cannot stand in any more."""
    card = await tap.card("leave")
    last = _last(tap, press.day)
    if last is None:
        return await _past(tap)
    stand_in_id = press.person_id or None
    try:
        new = await leaves.begin(
            tap.tx, tap.person, last=last, stand_in_id=stand_in_id, rules=tap.rules, now=tap.now
        )
    except CannotStandIn as refused:
        return await _ask_anew(tap, refused.key)
    await tap.turn_to(card, {"page": None, "day": None})
    return Answer("answer-away" if new else "answer-away-already")


async def back_again(tap: Tap, press: BackAgain) -> Answer:  # noqa: ARG001 - one shape for all
    await leaves.come_back(tap.tx, tap.person, rules=tap.rules, now=tap.now)
    for card in await cards.newest(tap.tx, person_id=tap.person.id, kind="leave"):
        await tap.turn_to(card, {"page": None})
    tapped = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if tapped:
        await tap.turn_to(tapped, {"page": None} if tapped.kind == "leave" else {})
    return Answer("answer-back-again")


async def _may(tap: Tap) -> None:
    """Raises NoPost for whoever answers for nothing."""
    if not await menus.answers(tap.tx, tap.person.id, tap.now):
        raise NoPost


async def _ask(tap: Tap, chosen: dict[str, object]) -> None:
    """Show until when there is to choose, on the leave's own card or, from elsewhere, on a new one.

    What was chosen on that card before, and is not chosen now, stays: who answers "with" them, and of which
    "day" the weeks are shown.
    """
    asked: dict[str, object] = {"page": "when"} | chosen
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card and card.kind == "leave":
        await tap.turn_to(card, asked)
    else:
        await _say(tap, asked)


async def _say(scene: Scene, view: dict[str, object]) -> None:
    await outbox.say(
        scene.tx, kind="leave", person_id=scene.person.id, data=view, now=scene.now, lane=Lane.ANSWER
    )


async def _ask_anew(tap: Tap, why: str) -> Answer:
    """An old button changes nothing but what the card shows: whoever is proposed to answer now."""
    await _ask(tap, {"with": None})
    return Answer(why, alert=True)


async def _past(tap: Tap) -> Answer:
    """The day of an old button is over; who was to answer stays chosen."""
    await _ask(tap, {})
    return Answer("answer-leave-past", alert=True)


def _last(tap: Tap, day: int) -> date | None:
    return leave_days.day_of(day, tap.now.astimezone(tap.rules.zone).date())


taps = [
    on_tap(Away, away),
    on_tap(StandsIn, stands_in),
    on_tap(OtherStandIn, other_stand_in),
    on_tap(OtherDay, other_day),
    on_tap(NoDay, no_day),
    on_tap(AwayUntil, away_until),
    on_tap(AwayWith, away_with),
    on_tap(BackAgain, back_again),
]
