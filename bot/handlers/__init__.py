"""Every handler, in the order in which they are asked. Taps are found by their button."""

from datetime import datetime

from telegram import Update

from bot.buttons import parse
from bot.dispatch.refusals import Gone, Refused
from bot.handlers import asking, claims, groups, office, report, start, verdicts
from bot.tap import Answer, House, Route, in_language, reply_to
from bot.texts import language_of
from storage.database import Tx, savepoint

ROUTES: list[Route] = [
    *start.handlers,
    *groups.handlers,
    *claims.handlers,
    *office.handlers,
    *verdicts.handlers,
    *asking.handlers,
    *report.handlers,
    *report.last,
]
TAPS = {route.press: route for route in ROUTES if route.press}
OTHERS = [route for route in ROUTES if not route.press]
ALLOWED_UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
"""The kinds of updates that anything here handles."""


async def handle(tx: Tx, house: House, update: Update, now: datetime) -> Answer | None:
    """Let the one handler whose update this is do its work; what a tap is to be answered.

    A refusal undoes what was begun and is said to whoever asked.
    """
    route = _route(update)
    if route is None:
        return _expired(house, update) if update.callback_query else None
    try:
        async with savepoint(tx):
            return await route.act(tx, house, update, now)
    except Refused as refused:
        if update.callback_query:
            return in_language(Answer(refused.key, alert=True), _language(house, update))
        await reply_to(tx, house, update, refused.key, now)
        return None


def _route(update: Update) -> Route | None:
    if update.callback_query:
        return TAPS.get(type(parse(update.callback_query.data)))  # type: ignore[arg-type]  # None finds nothing
    return next((route for route in OTHERS if route.fits(update)), None)


def _expired(house: House, update: Update) -> Answer:
    return in_language(Answer(Gone.key, alert=True), _language(house, update))


def _language(house: House, update: Update) -> str:
    user = update.effective_user
    return language_of(user.language_code if user else None, house.language)
