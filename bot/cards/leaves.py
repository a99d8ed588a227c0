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
"""A cell of the calendar without a day to choose."""


async def leave_card(page: Page) -> Screen | None:
    """The view says what is open: "when" (with the weeks around a "day"), "who" or, by default, how it
    stands; and in "with" who was chosen to answer meanwhile (0: nobody; None: whoever is proposed)."""
    if page.reader is None:
        return None
    if not await menus.answers(page.tx, page.reader.id, page.now):
        return Screen(page.text("leave-no-post"), lasting=True)
    match page.view.get("page"):
        case "when":
            return await _when(page, page.reader)
        case "who":
            return await _who(page, page.reader)
        case _:
            return await _standing(page, page.reader)


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
    """The days of some weeks, a week a row: one tap and it begins."""
    absence, choice = await _own(page), await _choice(page, reader)
    weeks = leave_days.weeks_with(page.view.get("day") or 0, _today(page))
    days = [day for week in weeks.rows for day in week if day]
    text = lines(
        await _on_leave(page, absence) if absence else None,
        page.text("leave-ask-when"),
        _answers_meanwhile(page, choice),
        page.text("leave-days", first=_date(page, days[0]), last=_date(page, days[-1])),
    )
    rows = (
        tuple(page.key("leave-weekday", NoDay(), weekday=weekday) for weekday in WEEKDAYS),
        *(tuple(_cell(page, day, choice) for day in week) for week in weeks.rows),
        (
            *_turn(page, "leave-days-before", weeks.before),
            *_turn(page, "leave-days-after", weeks.after),
        ),
        _other_stand_ins(page, choice),
        (_back_again(page),) if absence else (),
    )
    return Screen(text, tuple(row for row in rows if row), lasting=True)


def _cell(page: Page, day: date | None, choice: Choice) -> Key:
    """A day by its number; a first says that a month begins. (More than three letters have no room.)"""
    if day is None:
        return Key(BLANK, pack(NoDay()))
    until = AwayWith(day.toordinal(), choice.id)
    if day.day == 1:
        return page.key("leave-first-of-month", until)
    return Key(str(day.day), pack(until))


def _turn(page: Page, label: str, to: date | None) -> tuple[Key, ...]:
    return (page.key(label, OtherDay(to.toordinal())),) if to else ()


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
    """A name a row, then nobody; each leads back to the calendar."""
    choice = await _choice(page, reader)
    keys = [(Key(_called(page, one), pack(StandsIn(one.person.id))),) for one in choice.others[:MOST_NAMES]]
    nobody = page.key("label-nobody", StandsIn(0))
    back = page.key("label-back", StandsIn(choice.id))
    return Screen(page.text("leave-ask-who"), (*keys, (nobody,), (back,)), lasting=True)


def _called(page: Page, one: StandIn) -> str:
    role = role_in(page.language, one.role, one.grid.level if one.grid else "")
    return " · ".join([one.person.name, f"{one.grid.name} {role}" if one.grid else role])


async def _standing(page: Page, reader: Person) -> Screen:
    absence = await _own(page)
    if absence is None:
        return Screen(page.text("leave-over"), (await _away_keys(page, reader),), lasting=True)
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


def _date(page: Page, day: date) -> str:
    return plain_text(page.language, "leave-date", month=day.month, day=str(day.day))


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


async def desk_keys(page: Page) -> tuple[Key, ...]:
    """To go away, or to be back."""
    if page.reader is None:
        return ()
    return (_back_again(page),) if await _own(page) else await _away_keys(page, page.reader)


async def _away_keys(page: Page, reader: Person) -> tuple[Key, ...]:
    """With somebody who answers meanwhile, and without: the next tap is the day, and there are only two."""
    others = await leaves.stand_ins(page.tx, reader, page.now)
    if not others:
        return (page.key("label-away", Away()),)
    with_whom = (await leaves.proposed(page.tx, reader, others) or others[0]).person
    return (
        page.key("label-away-with", StandsIn(with_whom.id), name=with_whom.name),
        page.key("label-away-alone", StandsIn(0)),
    )


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
