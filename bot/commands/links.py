"""``redvest links``: an invitation for everybody with a post whose account is not known yet."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from functools import partial
from itertools import groupby

from telegram.error import TelegramError

from bot.cli import DONE, FAILED, say
from bot.commands.calling import called
from bot.dispatch import linking
from bot.settings import Settings
from bot.texts import plain_text
from storage import people
from storage.database import Row, Tx
from storage.open import open_database

UNKNOWN_BOT = "BOTNAME"


def main(_given: argparse.Namespace, settings: Settings) -> int:
    """Print name, posts and link of each, a tab between; remarks go to stderr."""
    text = partial(plain_text, settings.language)
    try:
        name = asyncio.run(_name_of_bot(settings)) if settings.token else UNKNOWN_BOT
    except TelegramError as error:
        return say(text("links-no-telegram", error=str(error)), code=FAILED)
    invited = asyncio.run(_invite(settings))
    for posts, secret in invited:
        offices = text("links-and").join(_post(post, settings.language) for post in posts)
        link = f"https://t.me/{name}?start={linking.PREFIX}{secret}"
        print(posts[0]["name"], offices, link, sep="\t")
    remark = text("links-made", count=len(invited), days=str(linking.GOOD_FOR.days))
    print(remark if invited else text("links-none"), file=sys.stderr)
    if invited and not settings.token:
        print(text("links-no-token", name=UNKNOWN_BOT), file=sys.stderr)
    return DONE


async def _name_of_bot(settings: Settings) -> str:
    async with called(settings) as bot:
        return (await bot.get_me()).username or UNKNOWN_BOT


async def _invite(settings: Settings) -> list[tuple[list[Row], str]]:
    """The posts of each person who is not linked, and the secret they are given."""

    async def work(tx: Tx) -> list[tuple[list[Row], str]]:
        now = datetime.now(UTC)
        rows = await people.without_account(tx, now)
        grouped = [(who, list(posts)) for who, posts in groupby(rows, key=lambda row: int(row["id"]))]
        return [(posts, await linking.invite(tx, who, now)) for who, posts in grouped]

    database = await open_database(settings.database_url)
    try:
        return await database.transact(work)
    finally:
        await database.close()


def _post(post: Row, language: str) -> str:
    role = plain_text(language, f"role-{post['role']}")
    return plain_text(language, "links-post", role=role, grid=post["grid"] or "")
