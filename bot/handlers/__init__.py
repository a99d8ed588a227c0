"""Every handler: taps are found by their button, the others are asked in this order what fits."""

from datetime import datetime

from telegram import Update

from bot.buttons import Press
from bot.dispatch.refusals import Gone
from bot.handlers import (
    answers,
    asking,
    claims,
    correcting,
    desk,
    drawings,
    emergencies,
    groups,
    homes,
    incoming,
    leaves,
    lists,
    mine,
    my_grid,
    office,
    opening,
    people,
    person,
    report,
    start,
    talk,
    tasks,
    uploads,
    verdicts,
)
from bot.scene import Answer, House
from bot.tap import Pressed, Route, TapRoute
from storage.database import Tx

TAPS: dict[type[Press], TapRoute] = {
    route.press: route
    for routes in (
        claims.taps,
        tasks.taps,
        office.taps,
        correcting.taps,
        verdicts.taps,
        asking.taps,
        answers.taps,
        report.taps,
        lists.taps,
        talk.taps,
        mine.taps,
        my_grid.taps,
        opening.taps,
        person.taps,
        homes.taps,
        people.taps,
        uploads.taps,
        leaves.taps,
        drawings.taps,
        emergencies.taps,
    )
    for route in routes
}
OTHERS: list[Route] = [
    *emergencies.routes,
    *start.routes,
    *person.routes,
    *groups.routes,
    *report.routes,
    *mine.routes,
    *desk.routes,
    *tasks.routes,
    *incoming.routes,
]
ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
"""The kinds of updates that anything here handles."""


async def handle_tap(tx: Tx, house: House, tapped: Pressed, now: datetime) -> Answer:
    """Let the handler of the button do its work; what the tap is to be answered.

    Raises Refused: then the caller undoes what was begun.
    """
    route = TAPS.get(type(tapped.press)) if tapped.press else None
    if route is None:
        raise Gone
    return await route.act(tx, house, tapped, now)


async def handle(tx: Tx, house: House, update: Update, now: datetime) -> None:
    """Let the first handler that any other update fits do its work. Raises Refused, as above."""
    route = next((route for route in OTHERS if route.fits(update)), None)
    if route is not None:
        await route.act(tx, house, update, now)
