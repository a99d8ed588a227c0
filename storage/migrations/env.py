"""Alembic's way in: runs the migrations on the connection it is handed, inside the caller's transaction."""

from alembic import context

from storage.migrations import VERSION_TABLE
from storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
