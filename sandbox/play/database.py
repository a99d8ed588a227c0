"""The bot's SQLite file, copied whole, and held against what a bot of this version can use."""

import asyncio
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sandbox.play.archive import NoState
from storage.database import Refusal, Unavailable
from storage.migrate import migrate
from storage.migrations import VERSION_TABLE

PLAIN = {"table", "index"}


def read_whole(path: Path) -> bytes:
    """The database in one file, also what a killed bot left in the files beside it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        with closing(sqlite3.connect(path)) as there, closing(sqlite3.connect(copy)) as here:
            there.backup(here)
            here.execute("PRAGMA journal_mode=DELETE")  # else a second file belongs to it
        return copy.read_bytes()


def put_in_place(path: Path, database: bytes) -> None:
    """Let this be the database that no bot has open."""
    fresh = path.with_name("loaded.db")
    fresh.write_bytes(database)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    fresh.replace(path)


async def made_usable(database: bytes) -> bytes:
    """The database brought to the newest revision; NoState when it is none of ours, damaged, or newer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "redvest.db"
        path.write_bytes(database)
        try:
            await asyncio.to_thread(_check_plain, path)
            await migrate(f"sqlite:///{path}")
            await asyncio.to_thread(_check_tables, path)
            return await asyncio.to_thread(read_whole, path)
        except (Refusal, Unavailable, sqlite3.Error) as error:
            raise NoState(f"its database cannot be used: {error}") from error


def _check_plain(path: Path) -> None:
    """It is whole, a Redvest has filled it, and it holds nothing that acts by itself."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        found = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
        if VERSION_TABLE not in {name for name, _, _ in found}:
            raise NoState("its database is of no Redvest")
        if any(kind not in PLAIN or str(sql).upper().startswith("CREATE VIRTUAL") for _, kind, sql in found):
            raise NoState("its database holds more than tables")
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise NoState("its database is damaged")


def _check_tables(path: Path) -> None:
    """It has the tables and columns of the newest revision."""
    from storage.schema import metadata  # noqa: PLC0415 - SQLAlchemy takes long to import

    ours = {name: {column.name for column in table.columns} for name, table in metadata.tables.items()}
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        theirs = {
            name: {
                column for (column,) in connection.execute("SELECT name FROM pragma_table_xinfo(?)", [name])
            }
            for name in tables
            if name != VERSION_TABLE and not name.startswith("sqlite_")
        }
    if theirs != ours:
        raise NoState("its database has other tables")
