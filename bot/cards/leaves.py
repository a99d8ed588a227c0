"""Leave: choosing it, how it stands, and what is told to whoever answers meanwhile."""

from datetime import date

from bot.buttons import Away, AwayUntil, AwayWith, BackAgain, pack
from bot.cards.page import Page, lines, role_in
from bot.cards.screen import Key, Screen
from bot.dispatch import leaves
from bot.dispatch.leaves import StandIn
from bot.texts import plain_text
from storage import absences, menus
from storage.records import Absence

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_NAMES = 8
"""How many who could answer meanwhile are shown."""


async def leave_card(page: Page) -> Screen | None:
    """The view says what is open: "when", "who" (with the "day") or, by default, how it stands."""
    if page.reader is None:
        return None
    if not await menus.answers(page.tx, page.reader.id, page.now):
        return Screen(page.text("leave-no-post"), lasting=True)
    match page.view.get("page"):
        case "when":
            return await _when(page)
        case "who":
            return await _who(page, date.fromordinal(page.view["day"]))
        case _:
            return await _standing(page)


async def _when(page: Page) -> Screen:
    """A length a row, each with its last day."""
    absence = await _own(page)
    keys = [
        (page.key(f"leave-{span.word}", AwayUntil(span.last.toordinal()), day=_day(page, span.last)),)
        for span in leaves.spans(page.now.astimezone(page.rules.zone).date())
    ]
    text = lines(await _on_leave(page, absence) if absence else None, page.text("leave-ask-when"))
    back = ((_back_again(page),),) if absence else ()
    return Screen(text, (*keys, *back), lasting=True)


async def _who(page: Page, last: date) -> Screen:
    """A name a row, then nobody, then another day."""
    others = await leaves.stand_ins(page.tx, page.reader, page.now) if page.reader else []
    day = last.toordinal()
    keys = [(Key(_called(page, one), pack(AwayWith(day, one.person.id))),) for one in others[:MOST_NAMES]]
    nobody = page.key("label-nobody", AwayWith(day, 0))
    return Screen(
        page.text("leave-ask-who", day=_day(page, last)),
        (*keys, (nobody,), (page.key("label-back", Away()),)),
        lasting=True,
    )


def _called(page: Page, one: StandIn) -> str:
    role = role_in(page.language, one.role, one.grid.level if one.grid else "")
    return " · ".join([one.person.name, f"{one.grid.name} {role}" if one.grid else role])


async def _standing(page: Page) -> Screen:
    absence = await _own(page)
    if absence is None:
        return Screen(page.text("leave-over"), ((page.key("label-away", Away()),),), lasting=True)
    return Screen(
        lines(await _on_leave(page, absence), page.text("leave-hint")),
        ((_back_again(page),), (page.key("label-other-leave", Away()),)),
        lasting=True,
    )


async def _own(page: Page) -> Absence | None:
    return await absences.of_person(page.tx, page.reader.id, page.now) if page.reader else None


def _back_again(page: Page) -> Key:
    return page.key("label-back-again", BackAgain())


async def _on_leave(page: Page, absence: Absence) -> str:
    """Until when, and who answers."""
    day = _day(page, leaves.last_day(absence.until, page.rules.zone))
    if absence.delegate_id is None:
        return page.text("leave-on", day=day)
    return page.text("leave-on-with", day=day, name=await page.name_of(absence.delegate_id))


def _day(page: Page, day: date) -> str:
    """A day as people say it."""
    return plain_text(
        page.language, "leave-day", month=day.month, day=str(day.day), weekday=WEEKDAYS[day.weekday()]
    )


# On the desk


async def desk_lines(page: Page) -> list[str]:
    """That the reader is away, and for whom they answer meanwhile."""
    if page.reader is None:
        return []
    absence = await _own(page)
    standing_in = await absences.delegated_to(page.tx, page.reader.id, page.now)
    return [
        *([await _on_leave(page, absence)] if absence else []),
        *[await _stands_in(page, other) for other in standing_in],
    ]


async def desk_key(page: Page) -> Key:
    """To go away, or to be back."""
    return _back_again(page) if await _own(page) else page.key("label-away", Away())


async def _stands_in(page: Page, absence: Absence) -> str:
    day = _day(page, leaves.last_day(absence.until, page.rules.zone))
    return page.text("leave-stands-in", name=await page.name_of(absence.person_id), day=day)


# To whoever answers meanwhile


async def stand_in(page: Page) -> Screen | None:
    """That it begins, or is over early; not if that is no longer so when it is said."""
    standing_in = await absences.delegated_to(page.tx, page.reader.id, page.now) if page.reader else []
    absence = next((each for each in standing_in if each.person_id == page.view["for"]), None)
    name = await page.name_of(page.view["for"])
    if page.view["over"]:
        return None if absence else Screen(page.text("leave-stand-in-over", name=name))
    if absence is None:
        return None
    day = _day(page, leaves.last_day(absence.until, page.rules.zone))
    return Screen(page.text("leave-stand-in", name=name, day=day))
