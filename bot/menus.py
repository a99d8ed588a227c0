"""The command menus that Telegram shows: which commands there are, for whom, in which language."""

import structlog
import telegram
from telegram import BotCommand, BotCommandScope
from telegram.error import BadRequest, Forbidden

from bot.texts import LANGUAGES, language_of, plain_text
from storage.records import Person

log = structlog.stdlib.get_logger(__name__)

PRIVATE = ("start", "report", "my", "tasks", "language", "privacy", "help", "cancel")
ANSWERING = ("start", "report", "my", "tasks", "desk", "language", "privacy", "help", "cancel")
"""Of those who answer for requests."""
GROUP = ("open", "bind", "unbind", "language")
"""Of everybody in a group: who leads there need not be one of its administrators, and Telegram knows
of no other difference before the group is bound."""

CODES = (None, *(language[:2] for language in LANGUAGES))
"""Telegram looks for the menu of a person's language, then for the one of none."""


async def show_everybody(bot: telegram.Bot, default: str) -> None:
    """The menus of all private chats and of all groups; `default` is the language where we have no other."""
    await _set(bot, telegram.BotCommandScopeAllPrivateChats(), PRIVATE, None, default)
    await _set(bot, telegram.BotCommandScopeAllGroupChats(), GROUP, None, default)


async def show_person(bot: telegram.Bot, person: Person, default: str, *, desk: bool) -> None:
    """A person's own menu, if theirs is another than everybody's: by a post, or by a language they chose.

    Doing it again changes nothing. A chat that Telegram does not know (any more) is let be.
    """
    if person.telegram_id is None:
        return
    scope = telegram.BotCommandScopeChat(person.telegram_id)
    chosen = person.chosen_language and language_of(person.chosen_language, default)
    try:
        if desk or chosen:
            await _set(bot, scope, ANSWERING if desk else PRIVATE, chosen, default)
        else:
            for code in CODES:
                await bot.delete_my_commands(scope, code)
    except (BadRequest, Forbidden) as error:
        log.info("no menu of their own", person=person.id, error=type(error).__name__)


async def _set(
    bot: telegram.Bot, scope: BotCommandScope, names: tuple[str, ...], chosen: str | None, default: str
) -> None:
    for code in CODES:
        language = chosen or language_of(code, default)
        commands = [BotCommand(name, plain_text(language, f"command-{name}")) for name in names]
        await bot.set_my_commands(commands, scope=scope, language_code=code)
