"""A database in use comes through every later migration with all it holds."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import asyncpg
import pytest
from alembic import command
from sqlalchemy import Connection, StaticPool, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

from storage import drafts, outbox, people, prompts, requests
from storage.database import Row, Tx
from storage.migrate import alembic_config, migrate
from storage.open import open_database
from storage.records import RequestStatus

FILLED = sorted((Path(__file__).with_name("older")).glob("*.sql"))
"""What to put into a database of the revision that the file is named after."""


def upgrade(connection: Connection, revision: str) -> None:
    command.upgrade(alembic_config(connection), revision)


async def filled(url: str, sql: Path) -> None:
    """Bring an empty database to the revision and fill it."""
    revision, statements = sql.stem, sql.read_text("utf-8")  # noqa: ASYNC240 - nobody else waits
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as connection:
            engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
            with engine.begin() as through:
                upgrade(through, revision)
            connection.executescript(statements)
        return
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url))
    async with engine.begin() as through:
        await through.run_sync(upgrade, revision)
    await engine.dispose()
    connection = await asyncpg.connect(url)
    await connection.execute(statements)
    await connection.close()


@pytest.fixture(params=["sqlite", "postgres"])
def server(request: pytest.FixtureRequest) -> str | None:
    """URL of the PostgreSQL server; None for SQLite."""
    return None if request.param == "sqlite" else request.getfixturevalue("postgres_server")


@pytest.fixture
async def empty_url(server: str | None, tmp_path: Path):
    """URL of a database with no tables, of each kind in turn."""
    if server is None:
        yield f"sqlite:///{tmp_path}/older.db"
        return
    connection = await asyncpg.connect(server)
    await connection.execute("CREATE DATABASE older")
    yield server.replace("/postgres?", "/older?")
    await connection.execute("DROP DATABASE older WITH (FORCE)")
    await connection.close()


def tables_of(sql: Path) -> list[str]:
    """The tables that the file fills."""
    return [line.split()[2] for line in sql.read_text("utf-8").splitlines() if line.startswith("INSERT")]


async def rows_of(url: str, names: list[str]) -> dict[str, list[dict[str, object]]]:
    """Every row of these tables."""
    database = await open_database(url)
    try:
        return {
            name: [dict(row) for row in await database.read(partial(all_of, name=name))] for name in names
        }
    finally:
        await database.close()


async def all_of(tx: Tx, name: str) -> list[Row]:
    return await tx.all(f"SELECT * FROM {name}")  # noqa: S608 - a name of ours


@pytest.mark.parametrize("sql", FILLED, ids=lambda sql: sql.stem)
async def test_every_row_of_an_older_database_is_there_as_it_was(empty_url, sql, monkeypatch):
    await filled(empty_url, sql)
    with monkeypatch.context() as older:  # opened as the older program would
        older.setattr("storage.open.migrate", _nothing)
        before = await rows_of(empty_url, tables_of(sql))
    await migrate(empty_url)
    after = await rows_of(empty_url, tables_of(sql))
    for name, rows in before.items():
        kept = [{column: row[column] for column in rows[0]} for row in after[name]]
        assert kept == rows, name


async def _nothing(_url: str) -> None:
    """Do not migrate."""


@pytest.mark.parametrize("sql", FILLED, ids=lambda sql: sql.stem)
async def test_an_older_database_goes_on_working(empty_url, sql):
    await filled(empty_url, sql)
    await migrate(empty_url)
    database = await open_database(empty_url)
    try:
        request = await database.read(lambda tx: requests.by_number(tx, "K7D2"))
        assert (request.status, request.stars, request.place_words) == (RequestStatus.ACCEPTED, None, "")
        draft = await database.read(lambda tx: drafts.current(tx, 2))
        assert (draft.words, draft.found, draft.guessed) == ("灯坏了", (), False)
        assert (await database.read(lambda tx: prompts.of_person(tx, 1))).data == {}
        assert (await database.read(lambda tx: people.get(tx, 2))).reads is None
        assert (await database.read(lambda tx: outbox.pending(tx, 7))).card_id == 1
    finally:
        await database.close()


async def test_sqlite_gives_no_id_again_after_a_table_was_made_anew(tmp_path):
    """A button may still mean a draft that was gone before the migration."""
    url = f"sqlite:///{tmp_path}/older.db"
    await filled(url, FILLED[0])
    await migrate(url)
    with closing(sqlite3.connect(tmp_path / "older.db")) as connection:
        last = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    assert (last["outbox"], last["drafts"]) == (9, 8)
