"""``redvest migrate``."""

import argparse
import asyncio

from bot.cli import DONE
from bot.dispatch.roster import ensure_categories
from bot.settings import Settings
from bot.texts import plain_text
from storage.open import open_database


def main(_given: argparse.Namespace, settings: Settings) -> int:
    """Make the database, or bring it to the newest revision."""
    asyncio.run(_migrate(settings.database_url))
    print(plain_text(settings.language, "migrate-done"))
    return DONE


async def _migrate(url: str) -> None:
    database = await open_database(url)
    try:
        await database.transact(ensure_categories)
    finally:
        await database.close()
