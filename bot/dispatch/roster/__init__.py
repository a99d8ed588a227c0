"""Laying what import files say over what the database holds."""

from storage import roster
from storage.database import Tx


async def ensure_categories(tx: Tx) -> None:
    """Write the built-in categories where there are none yet."""
    if await roster.has_categories(tx):
        return
    # Reading import files takes libraries that a start with a filled database has no need of.
    from bot.dispatch.importing import builtin_categories  # noqa: PLC0415
    from bot.dispatch.roster.entries import category_entries  # noqa: PLC0415

    await roster.write_categories(tx, category_entries(builtin_categories(), builtin=True))
