"""The one way to a database: migrated, and open."""

from storage.database import Database
from storage.location import sqlite_path
from storage.migrate import migrate
from storage.sqlite import SqliteDatabase


async def open_database(url: str) -> Database:
    """Open `sqlite:///PATH` or `postgresql://…`, brought to the newest revision first.

    Raises Refusal for a database this program must not use, Unavailable when it cannot be reached.
    """
    await migrate(url)
    path = sqlite_path(url)
    if path is not None:
        return await SqliteDatabase.open(path)
    from storage.postgres import PostgresDatabase  # noqa: PLC0415 - its driver is not needed on SQLite

    return await PostgresDatabase.open(url)
