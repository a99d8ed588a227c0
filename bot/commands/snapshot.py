"""The whole roster as it is, for commands that only look."""

from storage import roster
from storage.location import is_new
from storage.open import open_database
from storage.roster import Standing


async def standing_in(url: str) -> Standing:
    """What the database holds. One that is not there is not made: it holds nothing."""
    if is_new(url):
        return Standing()
    database = await open_database(url)
    try:
        return await database.read(roster.standing)
    finally:
        await database.close()
