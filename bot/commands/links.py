"""``redvest links``: an invitation for everybody with a post whose account is not known yet."""

import argparse
import asyncio
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path

from telegram.error import TelegramError

from bot import qr
from bot.cards.page import role_in
from bot.cli import DONE, FAILED, WRONG_USE, say
from bot.commands.calling import called
from bot.dispatch import linking
from bot.settings import Settings
from bot.texts import plain_text
from storage import grids, people, posts, roster
from storage.database import Row, Tx
from storage.open import open_database
from storage.posts import Within
from storage.records import Role

UNKNOWN_BOT = "BOTNAME"
EVERYBODY = 1_000_000
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What some system does not let a file be called."""
LONGEST = 30
"""Characters of either name; systems take 255 bytes for the whole, and four may be one character."""

Invited = tuple[list[Row], str]
"""The posts of a person, and the secret they are given."""
Outcome = tuple[list[Invited], str]
"""Who is invited, and the key of what is said when that is nobody."""


class UnknownGrid(Exception):
    """There is no grid with the code that was given."""


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Print name, posts and link of each, a tab between; remarks go to stderr."""
    text = partial(plain_text, settings.language)
    try:
        name = asyncio.run(_name_of_bot(settings)) if settings.token else UNKNOWN_BOT
        invited, nobody = asyncio.run(_invite(settings, given.grid))
    except TelegramError as error:
        return say(text("links-no-telegram", error=str(error)), code=FAILED)
    except UnknownGrid:
        return say(text("links-no-grid", code=given.grid), code=WRONG_USE)
    links = [(posts, f"https://t.me/{name}?start={linking.PREFIX}{secret}") for posts, secret in invited]
    for held, link in links:
        offices = text("links-and").join(_post(post, settings.language) for post in held)
        print(held[0]["name"], offices, link, sep="\t")
    if given.qr:
        _draw(Path(given.qr), links)
    remark = text("links-made", count=len(invited), days=str(linking.GOOD_FOR.days))
    print(remark if invited else text(nobody), file=sys.stderr)
    if invited and not settings.token:
        print(text("links-no-token", name=UNKNOWN_BOT), file=sys.stderr)
    return DONE


def _draw(folder: Path, links: Iterable[tuple[list[Row], str]]) -> None:
    """A picture of each link, called by the person's name and grid; their id tells namesakes apart."""
    folder.mkdir(parents=True, exist_ok=True)
    for held, link in links:
        parts = ((held[0]["name"] or "")[:LONGEST], (held[0]["grid"] or "")[:LONGEST], str(held[0]["id"]))
        named = NOT_IN_NAMES.sub("_", " ".join(filter(None, parts)))
        (folder / f"{named}.svg").write_bytes(qr.svg(link))


async def _name_of_bot(settings: Settings) -> str:
    async with called(settings) as bot:
        return (await bot.get_me()).username or UNKNOWN_BOT


async def _invite(settings: Settings, code: str | None) -> Outcome:
    """Invite everybody who is not linked; with a grid's code those with a post in it or below."""

    async def work(tx: Tx) -> Outcome:
        now = datetime.now(UTC)
        wanted = None if code is None else await _of_grid(tx, code, now)
        rows = await people.without_account(tx, now)
        grouped = [(who, list(held)) for who, held in groupby(rows, key=lambda row: int(row["id"]))]
        invited = [
            (held, await linking.invite(tx, who, now))
            for who, held in grouped
            if wanted is None or who in wanted
        ]
        return invited, await _why_nobody(tx, wanted, now)

    database = await open_database(settings.database_url)
    try:
        return await database.transact(work)
    finally:
        await database.close()


async def _why_nobody(tx: Tx, wanted: set[int] | None, now: datetime) -> str:
    if wanted is None:
        return "links-none" if await roster.has_posts(tx, now) else "links-no-roster"
    return "links-none" if wanted else "links-none-here"


async def _of_grid(tx: Tx, code: str, now: datetime) -> set[int]:
    grid = await grids.by_code(tx, code)
    if grid is None:
        raise UnknownGrid
    found = await posts.holders(tx, Within(grid.id), now, limit=EVERYBODY, offset=0)
    return {person.id for person in found}


def _post(post: Row, language: str) -> str:
    role = role_in(language, Role(post["role"]), post["level"])
    return plain_text(language, "links-post", role=role, grid=post["grid"] or "")
