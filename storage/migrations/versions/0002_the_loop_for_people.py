"""the loop for people"""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations

revision: str = "0002"
down_revision: str | None = "0001"


AUTOINCREMENT = frozenset({"drafts", "outbox", "prompts"})


def upgrade() -> None:
    with _changing("claims") as batch:
        batch.add_column(
            sa.Column("arrived_at", sa.BigInteger(), nullable=True, comment="when the claimant said Arrived"),
        )
    with _changing("drafts") as batch:
        batch.add_column(
            sa.Column(
                "place_words",
                sa.Text(),
                server_default="",
                nullable=False,
                comment="what was written of the place; private",
            ),
        )
        batch.add_column(
            sa.Column(
                "guessed",
                sa.Boolean(),
                server_default=sa.text("false"),
                nullable=False,
                comment="the kind was guessed from the words, and may be guessed anew",
            ),
        )
        batch.add_column(
            sa.Column(
                "found",
                sa.Text(),
                server_default="[]",
                nullable=False,
                comment="grids that the written place may mean, a JSON list of ids",
            ),
        )
        batch.drop_constraint(op.f("uq_drafts_person_id"), type_="unique")
        batch.create_index(op.f("ix_drafts_changed_at"), ["changed_at"], unique=False)
        batch.create_index(op.f("ix_drafts_person_id"), ["person_id"], unique=False)
    with _changing("groups") as batch:
        batch.add_column(
            sa.Column(
                "muted_at", sa.BigInteger(), nullable=True, comment="since when the bot may not write there"
            ),
        )
    with _changing("outbox") as batch:
        batch.add_column(
            sa.Column(
                "message_id",
                sa.BigInteger(),
                nullable=True,
                comment="Telegram's id of it, or of the first of an album",
            ),
        )
        batch.add_column(
            sa.Column(
                "message_count",
                sa.Integer(),
                server_default="0",
                nullable=False,
                comment="how many messages it became; their ids follow each other",
            ),
        )
        batch.create_index(
            "ix_outbox_message",
            ["person_id", "message_id"],
            unique=False,
            sqlite_where=sa.text("message_id IS NOT NULL"),
            postgresql_where=sa.text("message_id IS NOT NULL"),
        )
    with _changing("people") as batch:
        batch.add_column(
            sa.Column(
                "chosen_language", sa.Text(), nullable=True, comment="by /language; null: their Telegram's"
            ),
        )
        batch.add_column(
            sa.Column(
                "home_grid_id",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                nullable=True,
                comment="the grid they have called their home",
            ),
        )
        batch.add_column(
            sa.Column(
                "menu",
                sa.Text(),
                nullable=True,
                comment="the large keys below their chat: see Menu; null: never given any",
            ),
        )
        batch.alter_column(
            "language",
            existing_type=sa.TEXT(),
            comment="their Telegram's language",
            existing_comment="their Telegram's language, or their choice",
            existing_nullable=True,
        )
        batch.create_foreign_key(op.f("fk_people_home_grid_id"), "grids", ["home_grid_id"], ["id"])
    with _changing("prompts") as batch:
        batch.add_column(
            sa.Column(
                "data", sa.Text(), server_default="{}", nullable=False, comment="particulars, a JSON object"
            ),
        )
        batch.alter_column(
            "kind",
            existing_type=sa.TEXT(),
            comment="for what words: see PromptKind",
            existing_comment="for what words: result, finish, withdraw, reopen",
            existing_nullable=False,
        )
    with _changing("requests") as batch:
        batch.add_column(
            sa.Column(
                "place_words",
                sa.Text(),
                server_default="",
                nullable=False,
                comment="what the resident wrote of the place; private",
            ),
        )
        batch.add_column(
            sa.Column(
                "group_words",
                sa.Text(),
                nullable=True,
                comment="what groups read, if somebody changed it; null: the words, masked",
            ),
        )
        batch.add_column(sa.Column("stars", sa.Integer(), nullable=True, comment="the resident's, 1 to 5"))
        batch.add_column(
            sa.Column("comment", sa.Text(), nullable=True, comment="the resident's words to the stars"),
        )
        batch.alter_column(
            "status",
            existing_type=sa.TEXT(),
            comment="submitted, assigned, accepted, resolved, closed, declined, cancelled",
            existing_comment="submitted, assigned, accepted, resolved, closed",
            existing_nullable=False,
        )
        batch.alter_column(
            "closed_at",
            existing_type=sa.BIGINT(),
            comment="when it was closed, declined or cancelled last",
            existing_comment="when it was closed last",
            existing_nullable=True,
        )
        batch.alter_column(
            "reopen_until",
            existing_type=sa.BIGINT(),
            comment="until then the resident may say Not solved, or appeal; frozen at the end",
            existing_comment="until then the resident may still say Not solved; frozen at closing",
            existing_nullable=True,
        )
    op.create_index(op.f("ix_supervisors_person_id"), "supervisors", ["person_id"], unique=False)
    op.create_table(
        "stamps",
        sa.Column("name", sa.Text(), nullable=False, comment="of what"),
        sa.Column("value", sa.BigInteger(), nullable=False, comment="one more with every change of it"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stamps")),
    )
    op.create_table(
        "pieces",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="who said or sent it",
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False, comment="Telegram's id of the chat it came in"),
        sa.Column("message_id", sa.BigInteger(), nullable=False, comment="Telegram's id in that chat"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="text, photo, video, voice, audio, animation, video_note, document, location",
        ),
        sa.Column(
            "words", sa.Text(), server_default="", nullable=False, comment="the text or caption; private"
        ),
        sa.Column("file_id", sa.Text(), nullable=True, comment="by which Telegram gives the file out again"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="of a location"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="of a location"),
        sa.Column("album", sa.Text(), nullable=True, comment="Telegram's media_group_id"),
        sa.Column("purpose", sa.Text(), nullable=False, comment="report, result, talk"),
        sa.Column(
            "draft_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="of which draft; with no draft, prompt and request it waits to be told",
        ),
        sa.Column(
            "prompt_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="sent in answer to a question that is open still",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="of which request",
        ),
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the result of which task",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it came"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_pieces_draft_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_pieces_person_id")),
        sa.ForeignKeyConstraint(["prompt_id"], ["prompts.id"], name=op.f("fk_pieces_prompt_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_pieces_request_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_pieces_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pieces")),
    )
    op.create_index(op.f("ix_pieces_draft_id"), "pieces", ["draft_id"], unique=False)
    op.create_index(
        "ix_pieces_loose",
        "pieces",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("draft_id IS NULL AND prompt_id IS NULL AND request_id IS NULL"),
        postgresql_where=sa.text("draft_id IS NULL AND prompt_id IS NULL AND request_id IS NULL"),
    )
    op.create_index(op.f("ix_pieces_person_id_album"), "pieces", ["person_id", "album"], unique=False)
    op.create_index(op.f("ix_pieces_prompt_id"), "pieces", ["prompt_id"], unique=False)
    op.create_index(op.f("ix_pieces_request_id"), "pieces", ["request_id"], unique=False)
    op.create_index("uq_pieces_message", "pieces", ["chat_id", "message_id"], unique=True)
    op.create_index(op.f("ix_claims_person_id"), "claims", ["person_id"], unique=False)
    op.create_index(
        "ix_tasks_live",
        "tasks",
        ["group_id"],
        unique=False,
        sqlite_where=sa.text("status IN ('open', 'full')"),
        postgresql_where=sa.text("status IN ('open', 'full')"),
    )
    op.drop_index("ix_requests_open_responsible", "requests")
    op.create_index(
        "ix_requests_open_responsible",
        "requests",
        ["responsible_id"],
        unique=False,
        sqlite_where=sa.text("status IN ('assigned', 'accepted', 'resolved')"),
        postgresql_where=sa.text("status IN ('assigned', 'accepted', 'resolved')"),
    )


@contextmanager
def _changing(table: str) -> Iterator[BatchOperations]:
    """Change a table in place; on SQLite make it anew, as there is no other way to some of the changes.

    There the numbering of rows goes on where it was, for a button may still mean a row that is gone.
    """
    sqlite = op.get_context().dialect.name == "sqlite"
    last = _last_id(table) if sqlite else None
    with op.batch_alter_table(
        table,
        recreate="always" if sqlite else "never",
        table_kwargs={"sqlite_autoincrement": table in AUTOINCREMENT},
    ) as batch:
        yield batch
    if last is not None:
        op.get_bind().execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
        op.get_bind().execute(
            sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"),
            {"name": table, "last": last},
        )


def _last_id(table: str) -> int | None:
    """The last id that SQLite gave out in a table that never gives one twice."""
    found = op.get_bind().execute(
        sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table}
    )
    return found.scalar()
