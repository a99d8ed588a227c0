"""Leave: choosing it, how it stands, and what is told to whoever answers meanwhile."""

from datetime import date
from typing import NamedTuple

from bot.buttons import Away, AwayWith, BackAgain, NoDay, OtherDay, OtherStandIn, StandsIn, pack
from bot.cards.page import Page, lines, role_in
from bot.cards.screen import Key, Screen
from bot.dispatch import leave_days, leaves
from bot.dispatch.leaves import StandIn
from bot.texts import plain_text
from storage import absences, menus
from storage.records import Absence, Person

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_NAMES = 8
"""How many who could answer meanwhile are shown."""
BLANK = "·"
"""A cell of the month without a day to choose."""


async def leave_card(page: Page) -> Screen | None:
    """The view says what is open: "when", "who", "month" (of a "day") or, by default, how it stands; and in
    "with" who was chosen to answer meanwhile (0: nobody; None: whoever is proposed)."""
    if page.reader is None:
        return None
    if not await menus.answers(page.tx, page.reader.id, page.now):
        return Screen(page.text("leave-no-post"), lasting=True)
    match page.view.get("page"):
        case "when":
            return await _when(page, page.reader)
        case "who":
            return await _who(page, page.reader)
        case "month":
            return await _month(page, page.reader)
        case _:
            return await _standing(page)


class Choice(NamedTuple):
    """Who could answer meanwhile, and who does if nothing else is chosen (None: the next in line)."""

    others: list[StandIn]
    chosen: StandIn | None

    @property
    def id(self) -> int:
        return self.chosen.person.id if self.chosen else 0


async def _choice(page: Page, reader: Person) -> Choice:
    """The one chosen on this card; where none is, or not any more, whoever is proposed."""
    others = await leaves.stand_ins(page.tx, reader, page.now)
    chosen = page.view.get("with")
    found = next((one for one in others if one.person.id == chosen), None)
    if chosen != 0 and found is None:
        found = await leaves.proposed(page.tx, reader, others)
    return Choice(others, found)


async def _when(page: Page, reader: Person) -> Screen:
    """A length a row, each with its last day: one tap and it begins. Below, another day or somebody else."""
    absence, choice = await _own(page), await _choice(page, reader)
    keys = [
        (
            page.key(
                f"leave-{span.word}", AwayWith(span.last.toordinal(), choice.id), day=_day(page, span.last)
            ),
        )
        for span in leave_days.spans(_today(page))
    ]
    text = lines(
        await _on_leave(page, absence) if absence else None,
        page.text("leave-ask-when"),
        _answers_meanwhile(page, choice),
    )
    below = (
        (page.key("label-other-day", OtherDay(_today(page).toordinal())),),
        _other_stand_ins(page, choice),
        (_back_again(page),) if absence else (),
    )
    return Screen(text, (*keys, *(row for row in below if row)), lasting=True)


def _answers_meanwhile(page: Page, choice: Choice) -> str:
    if choice.chosen is None:
        return page.text("leave-with-nobody")
    return page.text("leave-with", name=_called(page, choice.chosen))


def _other_stand_ins(page: Page, choice: Choice) -> tuple[Key, ...]:
    """Keys to choose somebody else or nobody, as far as there is a choice."""
    if choice.chosen is None:
        return (page.key("label-stand-in", OtherStandIn()),) if choice.others else ()
    nobody = page.key("label-nobody", StandsIn(0))
    other = page.key("label-other-stand-in", OtherStandIn())
    return (other, nobody) if len(choice.others) > 1 else (nobody,)


async def _who(page: Page, reader: Person) -> Screen:
    """A name a row, then nobody; each leads back to the lengths."""
    choice = await _choice(page, reader)
    keys = [(Key(_called(page, one), pack(StandsIn(one.person.id))),) for one in choice.others[:MOST_NAMES]]
    nobody = page.key("label-nobody", StandsIn(0))
    back = page.key("label-back", StandsIn(choice.id))
    return Screen(page.text("leave-ask-who"), (*keys, (nobody,), (back,)), lasting=True)


def _called(page: Page, one: StandIn) -> str:
    role = role_in(page.language, one.role, one.grid.level if one.grid else "")
    return " · ".join([one.person.name, f"{one.grid.name} {role}" if one.grid else role])


async def _month(page: Page, reader: Person) -> Screen:
    """The days of a month, a week a row: one tap and it begins."""
    choice = await _choice(page, reader)
    month = leave_days.month_with(page.view["day"], _today(page))
    names = tuple(page.key("leave-weekday", NoDay(), weekday=weekday) for weekday in WEEKDAYS)
    weeks = [
        tuple(
            Key(str(day.day), pack(AwayWith(day.toordinal(), choice.id)))
            if day
            else Key(BLANK, pack(NoDay()))
            for day in week
        )
        for week in month.weeks
    ]
    turn = (*_turn(page, "leave-month-before", month.before), *_turn(page, "leave-month-after", month.after))
    text = lines(
        page.text("leave-ask-day", year=str(month.first.year), month=month.first.month),
        _answers_meanwhile(page, choice),
    )
    back = page.key("label-back", StandsIn(choice.id))
    return Screen(text, (names, *weeks, turn, (back,)), lasting=True)


def _turn(page: Page, label: str, to: date | None) -> tuple[Key, ...]:
    return (page.key(label, OtherDay(to.toordinal()), month=to.month),) if to else ()


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
    day = _day(page, leave_days.last_day(absence.until, page.rules.zone))
    answers = await leaves.who_answers(page.tx, absence, page.now)
    if answers is None:
        return page.text("leave-on", day=day)
    return page.text("leave-on-with", day=day, name=await page.name_of(answers.id))


def _today(page: Page) -> date:
    return page.now.astimezone(page.rules.zone).date()


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
        *[
            await _stands_in(page, other)
            for other in standing_in
            if await leaves.who_answers(page.tx, other, page.now)
        ],
    ]


async def desk_key(page: Page) -> Key:
    """To go away, or to be back."""
    return _back_again(page) if await _own(page) else page.key("label-away", Away())


async def _stands_in(page: Page, absence: Absence) -> str:
    day = _day(page, leave_days.last_day(absence.until, page.rules.zone))
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
    day = _day(page, leave_days.last_day(absence.until, page.rules.zone))
    return Screen(page.text("leave-stand-in", name=name, day=day))
