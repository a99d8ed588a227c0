"""every corner has somebody"""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="as the reader saves it"),
        sa.Column("kind", sa.Text(), nullable=False, comment="photo or document: how Telegram shows it"),
        sa.Column(
            "content",
            sa.LargeBinary(),
            nullable=False,
            comment="made by the worker, to be sent by the sender",
        ),
        sa.Column(
            "created_at",
            sa.BigInteger(),
            nullable=False,
            comment="when it was made; it is kept for some days",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_files_created_at"), "files", ["created_at"], unique=False)
    op.create_table(
        "schedules",
        sa.Column("kind", sa.Text(), nullable=False, comment="what comes again and again: coverage"),
        sa.Column("due_at", sa.BigInteger(), nullable=False, comment="the next time"),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_schedules")),
    )
    op.create_table(
        "organisations",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="as people say it"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="office, firm, social, property, committee, department, team",
        ),
        sa.Column(
            "grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="where it serves; null: everywhere",
        ),
        sa.Column("contact", sa.Text(), nullable=True, comment="phone, E.164; for those who answer"),
        sa.Column(
            "categories",
            sa.Text(),
            server_default="[]",
            nullable=False,
            comment="codes of what it serves, a JSON list",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="order in the file it came from",
        ),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="when it was taken out of the files"),
        sa.ForeignKeyConstraint(["grid_id"], ["grids.id"], name=op.f("fk_organisations_grid_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
    )
    op.create_index(
        "uq_organisations_one",
        "organisations",
        ["name", sa.literal_column("coalesce(grid_id, 0)")],
        unique=True,
    )
    op.create_table(
        "absences",
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
            comment="who is away",
        ),
        sa.Column(
            "delegate_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="who answers meanwhile; null: the next in line",
        ),
        sa.Column("since", sa.BigInteger(), nullable=False, comment="from then on"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="back from then on"),
        sa.Column(
            "ended_at",
            sa.BigInteger(),
            nullable=True,
            comment="when they came back earlier, or chose other dates",
        ),
        sa.ForeignKeyConstraint(["delegate_id"], ["people.id"], name=op.f("fk_absences_delegate_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_absences_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(op.f("ix_absences_delegate_id"), "absences", ["delegate_id"], unique=False)
    op.create_index(
        "uq_absences_running",
        "absences",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        op.f("ix_posts_organisation_grid_id"),
        "posts",
        ["organisation", "grid_id"],
        unique=False,
        sqlite_where=sa.text("organisation IS NOT NULL"),
        postgresql_where=sa.text("organisation IS NOT NULL"),
    )
    op.create_index(
        "ix_posts_admins",
        "posts",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("role = 'admin'"),
        postgresql_where=sa.text("role = 'admin'"),
    )
    op.create_table(
        "uploads",
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
            comment="the administrator who sent it",
        ),
        sa.Column("file_id", sa.Text(), nullable=False, comment="by which Telegram gives the file out"),
        sa.Column("name", sa.Text(), nullable=False, comment="as the file is called"),
        sa.Column(
            "status",
            sa.Text(),
            server_default="checking",
            nullable=False,
            comment="checking, ready, refused, writing, done, cancelled",
        ),
        sa.Column(
            "digest",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="of the plan that was shown, so that nothing else is done",
        ),
        sa.Column(
            "report",
            sa.Text(),
            server_default="{}",
            nullable=False,
            comment="tallies, and a line for each row that changes or is wrong, a JSON object",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it came"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_uploads_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uploads")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_uploads_person_id"), "uploads", ["person_id"], unique=False)
    op.add_column(
        "drafts",
        sa.Column(
            "unplaced",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="the place was answered with Not sure",
        ),
    )
    op.add_column(
        "drafts",
        sa.Column(
            "danger",
            sa.Text(),
            nullable=True,
            comment="fire, gas, injury or crime: its numbers to call stand before all else",
        ),
    )
    op.add_column(
        "drafts",
        sa.Column(
            "danger_passed",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="the numbers to call were shown, and the resident went on",
        ),
    )
    op.add_column(
        "groups",
        sa.Column(
            "topic",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="the name of the forum topic, as far as it is known",
        ),
    )
    sqlite = op.get_context().dialect.name == "sqlite"
    with op.batch_alter_table(  # two rows may become one: the id that goes must not be given again
        "people",
        recreate="always" if sqlite else "never",
        table_kwargs={"sqlite_autoincrement": True},
    ) as batch:
        batch.add_column(
            sa.Column(
                "home_door",
                sa.Text(),
                server_default="",
                nullable=False,
                comment="what they wrote of the door there; private",
            ),
        )
    op.add_column(
        "requests",
        sa.Column(
            "unplaced",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="nobody could say where within the grid: the office finds that out",
        ),
    )
