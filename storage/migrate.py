"""Brings a database to the newest revision, or refuses it.

What there is to do is found out by plain SQL; Alembic and SQLAlchemy are imported only when there is work,
because they take longer to import than the rest of a start.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storage import sqlite
from storage.database import Refusal, Unavailable
from storage.location import HOW, sqlite_path
from storage.migrations import HEAD, REVISIONS, VERSION_TABLE

if TYPE_CHECKING:
    import asyncpg
    from alembic.config import Config
    from sqlalchemy import Connection

OLDEST_SQLITE = (3, 35, 0)  # RETURNING
MIGRATION_LOCK = 0x5265644D  # PostgreSQL's advisory lock of those who migrate
TABLES_OF_POSTGRES = """
    SELECT relname FROM pg_class
    WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = to_regnamespace(current_schema())
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
"""  # without those of extensions
REVISION = f"SELECT version_num FROM {VERSION_TABLE}"


async def migrate(url: str) -> None:
    """Bring the database at `url` to the newest revision, creating a SQLite file that is not there.

    All or nothing: a kill halfway leaves the old one. Several processes may start at once.
    Raises Refusal for a database this program must not use, Unavailable when it cannot be reached.
    """
    path = sqlite_path(url)
    if path is not None:
        await asyncio.to_thread(_migrate_sqlite, path)
    else:
        await _migrate_postgres(url)


def alembic_config(connection: "Connection") -> "Config":
    """How Alembic is told where the migrations are and which connection to run them on."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config(attributes={"connection": connection})
    folder = str(Path(__file__).with_name("migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config


def is_current(tables: set[str], revision: str | None) -> bool:
    """Whether a database with these tables and this revision needs no work; Refusal if it is not for us."""
    if revision is None:
        if tables:
            raise Refusal("the database has tables of another program: give Redvest an empty one")
        return False
    if revision not in REVISIONS:
        raise Refusal(
            f"the database was made by a newer Redvest (revision {revision}, this one knows {HEAD}): "
            "update Redvest, or restore a backup made by this version"
        )
    return revision == HEAD


@contextmanager
def _as_the_driver_said() -> Iterator[None]:
    """Undo SQLAlchemy's wrapping of errors, so that they are told apart as those of any statement."""
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - see above

    try:
        yield
    except DBAPIError as error:
        said = error.orig or error  # asyncpg's own error is one further down
        raise (said.__cause__ or said) from error


def _upgrade(connection: "Connection") -> None:
    from alembic import command  # noqa: PLC0415 - see above

    command.upgrade(alembic_config(connection), "head")


def _migrate_sqlite(path: Path) -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refusal(f"SQLite {sqlite3.sqlite_version} is too old: Redvest needs 3.35 or newer")
    try:
        with sqlite.told_apart(), closing(_connect(path)) as connection:
            if not _sqlite_is_current(connection):
                _upgrade_sqlite(connection)
    except Unavailable as error:
        if getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise Refusal(f"{path} is not a SQLite database: move it away, or choose another path") from error
        raise
    except OSError as error:
        raise Unavailable(f"{path} cannot be made: {error}") from error


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    return sqlite3.connect(path, timeout=sqlite.BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _sqlite_is_current(connection: sqlite3.Connection) -> bool:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    row = connection.execute(REVISION).fetchone() if VERSION_TABLE in tables else None
    return is_current(tables, row and row[0])


def _upgrade_sqlite(connection: sqlite3.Connection) -> None:
    from sqlalchemy import StaticPool, create_engine  # noqa: PLC0415 - see above

    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with _as_the_driver_said(), engine.connect() as through:
        through.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins nothing by itself
        if not _sqlite_is_current(connection):  # somebody else may just have done it
            _upgrade(through)
        through.commit()


async def _migrate_postgres(url: str) -> None:
    import asyncpg  # noqa: PLC0415 - not needed on SQLite

    from storage.postgres_faults import told_apart  # noqa: PLC0415
    from storage.postgres_sessions import connect  # noqa: PLC0415

    try:
        connection = await connect(url)
        try:
            with told_apart():
                if not await _postgres_is_current(connection):
                    await _upgrade_postgres(connection)
        finally:
            connection.terminate()
    except (
        asyncpg.InvalidAuthorizationSpecificationError,
        asyncpg.InvalidCatalogNameError,
        asyncpg.InvalidSchemaNameError,
        asyncpg.InsufficientPrivilegeError,
    ) as error:
        raise Refusal(f"PostgreSQL does not let Redvest in: {error}") from error
    except ValueError:  # what it says may hold a part of the password
        raise Refusal(f"the database's address cannot be read: {HOW} (special characters as %XX)") from None


async def _postgres_is_current(connection: "asyncpg.Connection") -> bool:
    tables = {row["relname"] for row in await connection.fetch(TABLES_OF_POSTGRES)}
    return is_current(tables, await connection.fetchval(REVISION) if VERSION_TABLE in tables else None)


async def _upgrade_postgres(connection: "asyncpg.Connection") -> None:
    from sqlalchemy import NullPool  # noqa: PLC0415 - see above
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415

    async def given() -> "asyncpg.Connection":
        return connection

    engine = create_async_engine("postgresql+asyncpg://", async_creator=given, poolclass=NullPool)
    with _as_the_driver_said():
        async with engine.connect() as through:
            await through.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            if not await _postgres_is_current(connection):  # somebody else may just have done it
                await through.run_sync(_upgrade)
            await through.commit()
