"""Any database of ours comes to the newest revision, once and wholly; any other is refused."""

import asyncio
import re
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

from storage import migrate as migrating
from storage.database import Refusal, Unavailable
from storage.migrate import migrate
from storage.migrations import HEAD, REVISIONS, VERSION_TABLE
from storage.open import open_database
from storage.schema import metadata

MADE_NEWER = "UPDATE redvest_revision SET version_num = '9999'"
POSTGRES_COLUMNS = """
    SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
        || a.attnotnull || ' ' || a.attidentity::text || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' '
        || coalesce(col_description(c.oid, a.attnum), '') AS line
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(
        connection, opts={"version_table": VERSION_TABLE, "compare_server_default": True}
    )
    return compare_metadata(context, metadata)


NEXT_LINE = r"\n|, (?=[a-z_]+ [A-Z])"  # SQLite writes a column that was added behind the one before


def sqlite_lines(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        statements = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name NOT LIKE ?", [VERSION_TABLE]
        )
        return {_line(line) for (sql,) in statements if sql for line in re.split(NEXT_LINE, sql)}


def _line(line: str) -> str:
    """A line of a table as it means the same; a table made anew is written with other signs."""
    return re.sub(r"DEFAULT \((.*?)\) ", r"DEFAULT \1 ", line.strip(" ,\t") + " ").replace('"', "").strip()


def test_the_revisions_named_are_those_of_alembic() -> None:
    scripts = ScriptDirectory(str(Path(migrating.__file__).with_name("migrations")))
    assert scripts.get_heads() == [HEAD]
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == REVISIONS


def test_the_migrations_lead_to_the_schema_on_sqlite(sqlite_template: Path, tmp_path: Path) -> None:
    """When this fails, `storage/migrations/__init__.py` says what to do."""
    fresh = tmp_path / "fresh.db"
    engine = create_engine(f"sqlite:///{fresh}")
    metadata.create_all(engine)
    engine.dispose()
    assert sqlite_lines(sqlite_template) == sqlite_lines(fresh)


@pytest.fixture
async def empty(postgres_server: str) -> AsyncIterator[str]:
    """URL of a PostgreSQL database with nothing in it."""
    name = f"empty_{uuid.uuid4().hex}"
    async with connected(postgres_server) as connection:
        await connection.execute(f"CREATE DATABASE {name}")
        yield postgres_server.replace("/postgres?", f"/{name}?")
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def in_alchemy(url: str, call: Callable[[Connection], Any]) -> Any:
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url))
    async with engine.begin() as connection:
        result = await connection.run_sync(call)
    await engine.dispose()
    return result


async def postgres_lines(url: str) -> set[str]:
    async with connected(url) as connection:
        return {
            row["line"]
            for row in await connection.fetch(POSTGRES_COLUMNS)
            if VERSION_TABLE not in row["line"]
        }


async def test_the_migrations_lead_to_the_schema_on_postgres(empty: str, fresh_postgres) -> None:
    """When this fails, `storage/migrations/__init__.py` says what to do."""
    await in_alchemy(empty, metadata.create_all)
    async with fresh_postgres() as migrated:
        assert await in_alchemy(migrated, differences) == []
        assert await postgres_lines(migrated) == await postgres_lines(empty)


async def test_every_column_says_what_it_means() -> None:
    assert [c for table in metadata.sorted_tables for c in table.columns if not c.comment] == []


async def test_migrating_again_changes_nothing(fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrating, "_upgrade", None)  # it would be called
    async with fresh() as url:
        await migrate(url)


async def test_those_who_start_at_once_migrate_once_on_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "redvest.db"
    starts = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            f"import asyncio; from storage.migrate import migrate; asyncio.run(migrate('sqlite:///{path}'))",
        )
        for _ in range(3)
    ]
    assert await asyncio.gather(*[start.wait() for start in starts]) == [0, 0, 0]
    await migrate(f"sqlite:///{path}")


async def test_those_who_start_at_once_migrate_once_on_postgres(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrades = []
    upgrade = migrating._upgrade
    monkeypatch.setattr(migrating, "_upgrade", lambda through: (upgrades.append(1), upgrade(through)))
    await asyncio.gather(*[migrate(empty) for _ in range(4)])
    assert upgrades == [1]


original = migrating._upgrade


def broken_off(connection: Connection) -> None:
    """A migration that did everything and then failed."""
    original(connection)
    raise LookupError


async def test_a_migration_broken_off_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "redvest.db"
    monkeypatch.setattr(migrating, "_upgrade", broken_off)
    with pytest.raises(LookupError):
        await migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    monkeypatch.undo()
    await migrate(f"sqlite:///{path}")


KILLED = """
import os, sys
from pathlib import Path
from storage import migrate
original = migrate._upgrade
migrate._upgrade = lambda connection: (original(connection), os.kill(os.getpid(), 9))
migrate._migrate_sqlite(Path(sys.argv[1]))
"""


async def test_a_migration_killed_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "redvest.db"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED, str(path))
    assert await process.wait() == -9
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    await migrate(f"sqlite:///{path}")


async def test_a_migration_broken_off_leaves_postgres_as_it_was(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "_upgrade", broken_off)
    with pytest.raises(LookupError):
        await migrate(empty)
    assert await postgres_lines(empty) == set()
    monkeypatch.undo()
    await migrate(empty)


async def test_a_newer_file_is_refused(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "redvest.db"
    shutil.copyfile(sqlite_template, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(MADE_NEWER)
        connection.commit()
    with pytest.raises(Refusal, match=r"newer Redvest \(revision 9999, .* update Redvest"):
        await open_database(f"sqlite:///{path}")


async def test_a_newer_postgres_is_refused(empty: str) -> None:
    await migrate(empty)
    async with connected(empty) as connection:
        await connection.execute(MADE_NEWER)
    with pytest.raises(Refusal, match=r"newer Redvest \(revision 9999, .* update Redvest"):
        await open_database(empty)


async def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE people (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(Refusal, match="another program"):
        await open_database(f"sqlite:///{path}")
    assert path.read_bytes() == before


async def test_a_postgres_of_another_program_is_refused(empty: str) -> None:
    async with connected(empty) as connection:
        await connection.execute("CREATE TABLE people (id INTEGER)")
    with pytest.raises(Refusal, match="another program"):
        await open_database(empty)


async def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear neighbours, " * 100)
    with pytest.raises(Refusal, match="not a SQLite database"):
        await open_database(f"sqlite:///{path}")
    assert path.read_text() == "Dear neighbours, " * 100


async def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match="cannot be made"):
        await open_database(f"sqlite:///{tmp_path}/file/redvest.db")


async def test_a_database_that_is_not_there_is_refused(postgres_server: str) -> None:
    with pytest.raises(Refusal, match="does not exist"):
        await open_database(postgres_server.replace("/postgres?", "/no_such_one?"))


async def test_a_server_that_lets_us_make_no_tables_is_refused(empty: str) -> None:
    async with connected(empty) as connection:
        await connection.execute("CREATE ROLE stranger LOGIN")
    try:
        with pytest.raises(Refusal, match="permission denied"):
            await open_database(empty.replace("postgres:@", "stranger:@"))
    finally:
        async with connected(empty) as connection:
            await connection.execute("DROP ROLE stranger")


@pytest.mark.parametrize("url", ["", "sqlite://", "sqlite:///", "mysql://x/y", "/data/redvest.db"])
async def test_an_address_of_no_kind_we_know_is_refused(url: str) -> None:
    with pytest.raises(Refusal, match="sqlite:///PATH or postgresql://"):
        await open_database(url)


@pytest.mark.parametrize("url", ["postgresql://u:secret/x@host/name", "postgresql://u:secret@host:port/name"])
async def test_an_address_that_cannot_be_read_is_refused_without_saying_the_password(url: str) -> None:
    with pytest.raises(Refusal, match="cannot be read") as caught:
        await open_database(url)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


async def test_too_old_a_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
    with pytest.raises(Refusal, match=r"3\.34\.1 is too old: Redvest needs 3\.35"):
        await open_database(f"sqlite:///{tmp_path}/redvest.db")


def test_opening_a_current_file_imports_neither_sqlalchemy_nor_alembic(sqlite_template: Path) -> None:
    program = f"""
import asyncio, sys
from storage.open import open_database

async def main():
    await (await open_database("sqlite:///{sqlite_template}")).close()

asyncio.run(main())
print(sorted({{"sqlalchemy", "alembic", "asyncpg"}} & set(sys.modules)))
"""
    assert subprocess.check_output([sys.executable, "-c", program]) == b"[]\n"  # noqa: S603 - ours
