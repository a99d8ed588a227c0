"""A fault of the database itself is Unavailable, whatever it is; nothing half done stays."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from storage.database import Conflict, Database, Tx, Unavailable, savepoint
from storage.open import open_database
from storage.postgres_faults import told_apart
from storage.sqlite import SqliteDatabase


async def add_person(tx: Tx) -> None:
    await tx.run("INSERT INTO people (name, created_at) VALUES ('x', 0)")


async def count(tx: Tx) -> int:
    row = await tx.one("SELECT count(*) AS found FROM people")
    assert row is not None
    return int(row["found"])


@pytest.fixture
def path(sqlite_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "redvest.db"
    path.write_bytes(sqlite_template.read_bytes())
    return path


@pytest.fixture
async def impatient(path: Path) -> AsyncIterator[SqliteDatabase]:
    """SQLite that waits for nobody."""
    database = await SqliteDatabase.open(path, busy_seconds=0)
    yield database
    await database.close()


async def test_a_transaction_on_sqlite_that_waits_is_an_error_and_leaves_nothing(sqlite: Database) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx)
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="must not wait"):
        await sqlite.transact(work)
    assert await sqlite.read(count) == 0


async def test_a_file_that_another_process_holds_is_unavailable_until_it_lets_go(
    impatient: SqliteDatabase, path: Path
) -> None:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="locked"):
        await impatient.transact(add_person)
    assert await impatient.read(count) == 0
    holder.execute("ROLLBACK")
    holder.close()
    await impatient.transact(add_person)
    assert await impatient.read(count) == 1


async def fill(tx: Tx) -> None:
    await tx.run("INSERT INTO people (name, created_at) VALUES (:name, 0)", name="x" * 1_000_000)


async def allow_pages(tx: Tx, pages: int) -> None:
    await tx.one(f"PRAGMA max_page_count = {pages}")


async def test_a_full_disk_is_unavailable_and_later_all_is_well(impatient: SqliteDatabase) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx)
        await fill(tx)

    await impatient.transact(lambda tx: allow_pages(tx, 1))  # no more than there are
    with pytest.raises(Unavailable, match="full"):
        await impatient.transact(work)
    assert await impatient.read(count) == 0
    await impatient.transact(lambda tx: allow_pages(tx, 1_000_000))
    await impatient.transact(work)
    assert await impatient.read(count) == 2


async def test_a_full_disk_cannot_be_swallowed_in_a_savepoint(impatient: SqliteDatabase) -> None:
    async def work(tx: Tx) -> None:
        for change in (fill, add_person):
            with contextlib.suppress(Unavailable):
                async with savepoint(tx):
                    await change(tx)

    await impatient.transact(lambda tx: allow_pages(tx, 1))
    with pytest.raises(Unavailable):
        await impatient.transact(work)
    assert await impatient.read(count) == 0


async def test_a_path_that_cannot_be_opened_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="unable to open"):
        await SqliteDatabase.open(tmp_path)


async def test_a_server_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="PostgreSQL"):
        await open_database(f"postgresql://postgres@/nothing?host={tmp_path}")


async def test_a_connection_cut_in_a_transaction_is_unavailable_and_the_next_one_works(
    postgres: Database,
) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx)
        await tx.all("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(Unavailable):
        await postgres.transact(work)
    assert await postgres.read(count) == 0
    await postgres.transact(add_person)
    assert await postgres.read(count) == 1


async def test_a_fault_cannot_be_swallowed_on_postgres_either(postgres: Database) -> None:
    async def work(tx: Tx) -> None:
        with contextlib.suppress(Unavailable):
            async with savepoint(tx):
                await tx.all("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(Unavailable):
        await postgres.transact(work)


async def test_a_lost_conflict_cannot_be_swallowed_and_runs_the_whole_again(postgres: Database) -> None:
    await postgres.transact(add_person)
    runs = []

    async def rename(tx: Tx) -> None:
        await tx.run("UPDATE people SET name = 'other'")

    async def work(tx: Tx) -> None:
        runs.append(await count(tx))
        if len(runs) == 1:
            await postgres.transact(rename)  # in between, by another worker
        with contextlib.suppress(Conflict):  # as a batch would that goes on with the next update
            async with savepoint(tx):
                await tx.run("UPDATE people SET name = name || '!'")

    await postgres.transact(work)
    assert len(runs) == 2
    row = await postgres.read(lambda tx: tx.one("SELECT name FROM people"))
    assert row is not None
    assert row["name"] == "other!"


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (asyncpg.SerializationError("x"), Conflict),
        (asyncpg.DeadlockDetectedError("x"), Conflict),
        (asyncpg.LockNotAvailableError("x"), Conflict),
        (asyncpg.InvalidCachedStatementError("x"), Conflict),
        (asyncpg.ConnectionDoesNotExistError("x"), Unavailable),
        (asyncpg.DiskFullError("x"), Unavailable),
        (asyncpg.TooManyConnectionsError("x"), Unavailable),
        (asyncpg.AdminShutdownError("x"), Unavailable),
        (asyncpg.PostgresIOError("x"), Unavailable),
        (asyncpg.ReadOnlySQLTransactionError("x"), Unavailable),
        (asyncpg.IdleInTransactionSessionTimeoutError("x"), Unavailable),
        (asyncpg.InterfaceError("connection is closed"), Unavailable),
        (ConnectionResetError("x"), Unavailable),
        (TimeoutError("x"), Unavailable),
        (asyncpg.UniqueViolationError("x"), asyncpg.UniqueViolationError),
        (asyncpg.UndefinedColumnError("x"), asyncpg.UndefinedColumnError),
        (asyncpg.DataError("x"), asyncpg.DataError),
        (LookupError("x"), LookupError),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value.__name__,
)
def test_each_error_of_postgres_has_its_meaning(error: Exception, meaning: type[Exception]) -> None:
    with pytest.raises(Exception, match=r".") as caught, told_apart():
        raise error
    assert type(caught.value) is meaning
