"""``redvest posters``: a QR poster for each building and unit, as one PDF."""

import argparse
import asyncio
import os
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from telegram.error import TelegramError

from bot.cli import DONE, FAILED, WRONG_USE, say
from bot.commands.calling import called
from bot.dispatch.doors import doors
from bot.dispatch.importing.chinese import value_in_chinese
from bot.dispatch.importing.words import LEVELS, code_of
from bot.drawing import draw_posters
from bot.settings import Settings
from bot.texts import plain_text
from storage import doors as stored
from storage import grids
from storage.database import Tx
from storage.open import open_database
from storage.records import Grid

USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
EACH = 50
"""So often the terminal is told how far it is."""

Found = list[list[Grid]]


class NoPosters(Exception):
    """There is nothing to be made; `args` are the lines that say why."""


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Write the PDF; what cannot be written leaves the file as it was."""
    text = partial(plain_text, settings.language)
    try:
        username = _username(given.username, settings)
        found = asyncio.run(_find(given, settings))
    except NoPosters as nothing:
        return say(*nothing.args, code=WRONG_USE)
    except TelegramError as error:
        return say(text("posters-no-telegram", error=str(error)), code=FAILED)
    _write(Path(given.out), found, username, settings.language)
    print(text("posters-made", out=given.out, count=len(found)))
    return DONE


def _username(given: str | None, settings: Settings) -> str:
    """The bot's: as it is given, else as Telegram says. Raises NoPosters or TelegramError."""
    text = partial(plain_text, settings.language)
    if given is None and not settings.token:
        raise NoPosters(text("posters-no-name"))
    name = asyncio.run(_ask_telegram(settings)) if given is None else given.removeprefix("@")
    if not USERNAME.fullmatch(name):
        raise NoPosters(text("posters-bad-name", name=name))
    return name


async def _ask_telegram(settings: Settings) -> str:
    async with called(settings) as bot:
        return (await bot.get_me()).username or ""


async def _find(given: argparse.Namespace, settings: Settings) -> Found:
    """The grids that get a poster, each with those said with it. Raises NoPosters."""
    text = partial(plain_text, settings.language)

    async def look(tx: Tx) -> tuple[list[Grid], list[Grid]]:
        if given.grid is None:
            return await stored.within(tx, None), []
        root = await grids.by_code(tx, given.grid)
        if root is None:
            raise NoPosters(text("posters-no-grid", code=given.grid))
        return await stored.within(tx, root.id), (await grids.path(tx, root.id))[1:]

    database = await open_database(settings.database_url)
    try:
        inside, around = await database.read(look)
    finally:
        await database.close()
    if not inside:
        raise NoPosters(text("posters-no-grids"))
    found = list(doors(inside, around, [code_of(word, LEVELS) or word for word in given.level]))
    if not found:
        chinese = settings.language.startswith("zh")
        there = dict.fromkeys(grid.level for grid in inside)
        levels = ", ".join(value_in_chinese("level", level) if chinese else level for level in there)
        raise NoPosters(text("posters-no-level", levels=levels))
    return found


def _write(out: Path, found: Found, username: str, language: str) -> None:
    """Beside the file first, so that there is never half a one under its name."""
    out.parent.stat()  # raises OSError with its name
    with NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as beside:
        try:
            draw_posters(_told(found, language), beside, username=username, language=language)
            beside.close()
            Path(beside.name).chmod(0o666 & ~_umask())
            Path(beside.name).replace(out)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    """What new files of this user are not to allow; there is no asking without setting."""
    now = os.umask(0)
    os.umask(now)
    return now


def _told(found: Found, language: str) -> Iterator[list[Grid]]:
    """The same, while a line on the terminal says how far it is."""
    shown = sys.stderr.isatty()
    for done, path in enumerate(found):
        if shown and done % EACH == 0:
            words = plain_text(language, "posters-doing", done=str(done), count=str(len(found)))
            print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)
        yield path
    if shown:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
