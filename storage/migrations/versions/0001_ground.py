"""ground"""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None


def upgrade() -> None:
    op.create_table(
        "categories",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("code", sa.Text(), nullable=False, comment="the community's own code"),
        sa.Column(
            "parent_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the category of an item; null for a category",
        ),
        sa.Column("names", sa.Text(), nullable=False, comment="a JSON object, language to name"),
        sa.Column("icon", sa.Text(), server_default="", nullable=False, comment="an emoji"),
        sa.Column(
            "urgency",
            sa.Text(),
            server_default="normal",
            nullable=False,
            comment="emergency, urgent, normal, low",
        ),
        sa.Column(
            "confidential",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="nothing of it is shown in any group",
        ),
        sa.Column(
            "first",
            sa.Text(),
            server_default="{}",
            nullable=False,
            comment="who answers first, a JSON object: mode or '' to role or organisation",
        ),
        sa.Column(
            "keywords",
            sa.Text(),
            server_default="[]",
            nullable=False,
            comment="words that point to it, a JSON list",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="order in the file it came from",
        ),
        sa.Column(
            "builtin",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="from the list that comes with the software",
        ),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="when it was taken out of the files"),
        sa.ForeignKeyConstraint(["parent_id"], ["categories.id"], name=op.f("fk_categories_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_categories")),
        sa.UniqueConstraint("code", name=op.f("uq_categories_code")),
    )
    op.create_table(
        "failed_updates",
        sa.Column(
            "update_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Telegram's number"
        ),
        sa.Column(
            "payload", sa.Text(), nullable=False, comment="the update as it came, for a developer; private"
        ),
        sa.Column("error", sa.Text(), nullable=False, comment="the kind and place of the failure"),
        sa.Column(
            "tries", sa.Integer(), server_default="0", nullable=False, comment="how often it was tried"
        ),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it was set aside"),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_failed_updates")),
    )
    op.create_table(
        "grids",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("code", sa.Text(), nullable=False, comment="the community's own code"),
        sa.Column("name", sa.Text(), nullable=False, comment="as people say it"),
        sa.Column(
            "level",
            sa.Text(),
            nullable=False,
            comment="street, community, compound, building, unit, or a word of their own",
        ),
        sa.Column(
            "parent_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the grid around it; null for a root",
        ),
        sa.Column(
            "dedicated",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="a school, hospital, market or firm with a leader of its own",
        ),
        sa.Column(
            "mode", sa.Text(), nullable=True, comment="management mode of a compound: mixed, trustee, self"
        ),
        sa.Column(
            "aliases", sa.Text(), server_default="[]", nullable=False, comment="other spellings, a JSON list"
        ),
        sa.Column("boundary", sa.Text(), nullable=True, comment="polygon as WKT or GeoJSON"),
        sa.Column(
            "position",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="order in the file it came from",
        ),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="when it was taken out of the files"),
        sa.ForeignKeyConstraint(["parent_id"], ["grids.id"], name=op.f("fk_grids_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grids")),
        sa.UniqueConstraint("code", name=op.f("uq_grids_code")),
    )
    op.create_index(op.f("ix_grids_parent_id"), "grids", ["parent_id"], unique=False)
    op.create_table(
        "jobs",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="what the worker is to do"),
        sa.Column("payload", sa.Text(), nullable=False, comment="a JSON object"),
        sa.Column(
            "status", sa.Text(), server_default="pending", nullable=False, comment="pending, done, failed"
        ),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False, comment="how often it failed"),
        sa.Column("not_before", sa.BigInteger(), nullable=False, comment="a pause after a failure"),
        sa.Column("error", sa.Text(), nullable=True, comment="why it failed last"),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it was asked for"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index(
        "ix_jobs_pending",
        "jobs",
        ["not_before"],
        unique=False,
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_table(
        "people",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="from the roster, else as Telegram gives it"),
        sa.Column("phone", sa.Text(), nullable=True, comment="E.164; shown only to those who need it"),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True, comment="their account; null until linked"),
        sa.Column(
            "reachable",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="has started the bot and not blocked it since",
        ),
        sa.Column("language", sa.Text(), nullable=True, comment="their Telegram's language, or their choice"),
        sa.Column("skills", sa.Text(), server_default="[]", nullable=False, comment="a JSON list"),
        sa.Column("languages", sa.Text(), server_default="[]", nullable=False, comment="spoken, a JSON list"),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="first seen or imported"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("phone", name=op.f("uq_people_phone")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_people_telegram_id")),
    )
    op.create_index(op.f("ix_people_name"), "people", ["name"], unique=False)
    op.create_table(
        "seen_updates",
        sa.Column(
            "update_id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Telegram's number"
        ),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it was taken in"),
        sa.Column(
            "answer",
            sa.Text(),
            nullable=True,
            comment="what a tap was answered, to be said again if it comes again; JSON",
        ),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_seen_updates")),
    )
    op.create_index(op.f("ix_seen_updates_at"), "seen_updates", ["at"], unique=False)
    op.create_table(
        "drafts",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="whose"
        ),
        sa.Column(
            "words",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="the resident's own so far; private",
        ),
        sa.Column(
            "grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="where, once chosen",
        ),
        sa.Column(
            "category_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="what kind, once chosen",
        ),
        sa.Column(
            "not_sure",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="the kind was answered with Not sure",
        ),
        sa.Column(
            "at_grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="which page of the tree of grids is open",
        ),
        sa.Column(
            "at_category_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="which category's items are open",
        ),
        sa.Column("page", sa.Integer(), server_default="0", nullable=False, comment="of what is listed"),
        sa.Column(
            "turn",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="how often its card was posted; the last one is the live one",
        ),
        sa.Column("changed_at", sa.BigInteger(), nullable=False, comment="the last word or tap"),
        sa.ForeignKeyConstraint(["at_category_id"], ["categories.id"], name=op.f("fk_drafts_at_category_id")),
        sa.ForeignKeyConstraint(["at_grid_id"], ["grids.id"], name=op.f("fk_drafts_at_grid_id")),
        sa.ForeignKeyConstraint(["category_id"], ["categories.id"], name=op.f("fk_drafts_category_id")),
        sa.ForeignKeyConstraint(["grid_id"], ["grids.id"], name=op.f("fk_drafts_grid_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_drafts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("person_id", name=op.f("uq_drafts_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "groups",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False, comment="Telegram's id of the group"),
        sa.Column(
            "thread_id", sa.BigInteger(), server_default="0", nullable=False, comment="forum topic, or 0"
        ),
        sa.Column(
            "grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="where its volunteers serve",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="as the group calls itself"),
        sa.Column("language", sa.Text(), nullable=True, comment="null: the community's"),
        sa.Column(
            "bound_by",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="who sent /bind",
        ),
        sa.Column("bound_at", sa.BigInteger(), nullable=False, comment="when"),
        sa.Column(
            "ended_at", sa.BigInteger(), nullable=True, comment="when it was unbound, or the bot was removed"
        ),
        sa.ForeignKeyConstraint(["bound_by"], ["people.id"], name=op.f("fk_groups_bound_by")),
        sa.ForeignKeyConstraint(["grid_id"], ["grids.id"], name=op.f("fk_groups_grid_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_index(op.f("ix_groups_grid_id"), "groups", ["grid_id"], unique=False)
    op.create_index(
        "uq_groups_bound",
        "groups",
        ["chat_id", "thread_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "invitations",
        sa.Column(
            "digest", sa.Text(), nullable=False, comment="SHA-256 of the secret; the secret is kept nowhere"
        ),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="whom it links",
        ),
        sa.Column("expires_at", sa.BigInteger(), nullable=False, comment="no longer good from then on"),
        sa.Column("used_at", sa.BigInteger(), nullable=True, comment="it works once"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_invitations_person_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_invitations")),
    )
    op.create_index(op.f("ix_invitations_person_id"), "invitations", ["person_id"], unique=False)
    op.create_table(
        "posts",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="who"
        ),
        sa.Column("role", sa.Text(), nullable=False, comment="leader, deputy, secretary, … admin"),
        sa.Column(
            "grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="where; null for administrators named in the settings",
        ),
        sa.Column("organisation", sa.Text(), nullable=True, comment="on whose behalf"),
        sa.Column("until", sa.BigInteger(), nullable=True, comment="the post ends by itself then"),
        sa.Column(
            "settings",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="an administrator by REDVEST_ADMINS, not by the roster",
        ),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="when it was taken away"),
        sa.ForeignKeyConstraint(["grid_id"], ["grids.id"], name=op.f("fk_posts_grid_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_posts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_grid_id_role"), "posts", ["grid_id", "role"], unique=False)
    op.create_index(op.f("ix_posts_person_id"), "posts", ["person_id"], unique=False)
    op.create_table(
        "requests",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("number", sa.Text(), nullable=False, comment="what people call it, with its #"),
        sa.Column(
            "resident_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="whose request it is",
        ),
        sa.Column(
            "category_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="null: not sure",
        ),
        sa.Column(
            "grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="where it is",
        ),
        sa.Column("words", sa.Text(), nullable=False, comment="the resident's own; private"),
        sa.Column("urgency", sa.Text(), nullable=False, comment="frozen at submission"),
        sa.Column(
            "confidential",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="frozen at submission",
        ),
        sa.Column(
            "status", sa.Text(), nullable=False, comment="submitted, assigned, accepted, resolved, closed"
        ),
        sa.Column(
            "responsible_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the one responsible; null: the administrators' queue",
        ),
        sa.Column(
            "responsible_grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="for which grid they answer",
        ),
        sa.Column(
            "level", sa.Integer(), server_default="0", nullable=False, comment="how often it was escalated"
        ),
        sa.Column(
            "reopened",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="how often the resident said Not solved",
        ),
        sa.Column("result", sa.Text(), nullable=True, comment="in words, of the last Done"),
        sa.Column(
            "confirmed",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="closed by the resident's word, not by silence",
        ),
        sa.Column(
            "version", sa.Integer(), server_default="1", nullable=False, comment="one more with every change"
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it was submitted"),
        sa.Column("closed_at", sa.BigInteger(), nullable=True, comment="when it was closed last"),
        sa.Column(
            "reopen_until",
            sa.BigInteger(),
            nullable=True,
            comment="until then the resident may still say Not solved; frozen at closing",
        ),
        sa.ForeignKeyConstraint(["category_id"], ["categories.id"], name=op.f("fk_requests_category_id")),
        sa.ForeignKeyConstraint(["grid_id"], ["grids.id"], name=op.f("fk_requests_grid_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["people.id"], name=op.f("fk_requests_resident_id")),
        sa.ForeignKeyConstraint(
            ["responsible_grid_id"], ["grids.id"], name=op.f("fk_requests_responsible_grid_id")
        ),
        sa.ForeignKeyConstraint(["responsible_id"], ["people.id"], name=op.f("fk_requests_responsible_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("number", name=op.f("uq_requests_number")),
    )
    op.create_index(
        "ix_requests_open_responsible",
        "requests",
        ["responsible_id"],
        unique=False,
        sqlite_where=sa.text("status <> 'closed'"),
        postgresql_where=sa.text("status <> 'closed'"),
    )
    op.create_index(
        "ix_requests_queue",
        "requests",
        ["grid_id"],
        unique=False,
        sqlite_where=sa.text("status = 'submitted'"),
        postgresql_where=sa.text("status = 'submitted'"),
    )
    op.create_index(op.f("ix_requests_resident_id"), "requests", ["resident_id"], unique=False)
    op.create_table(
        "supervisors",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="which request",
        ),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="to whom it was escalated",
        ),
        sa.Column(
            "grid_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="for which grid they answer; null: an administrator",
        ),
        sa.Column(
            "level",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="the escalation that added them",
        ),
        sa.Column("told_at", sa.BigInteger(), nullable=False, comment="when"),
        sa.ForeignKeyConstraint(["grid_id"], ["grids.id"], name=op.f("fk_supervisors_grid_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_supervisors_person_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_supervisors_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervisors")),
    )
    op.create_index("uq_supervisors_request_person", "supervisors", ["request_id", "person_id"], unique=True)
    op.create_table(
        "tasks",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="what it serves",
        ),
        sa.Column(
            "group_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="where it is offered",
        ),
        sa.Column(
            "places", sa.Integer(), server_default="0", nullable=False, comment="how many people are wanted"
        ),
        sa.Column(
            "held",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="how many places are taken; never more than there are",
        ),
        sa.Column("status", sa.Text(), nullable=False, comment="open, full, done, withdrawn"),
        sa.Column("words", sa.Text(), nullable=False, comment="what the group reads; masked"),
        sa.Column(
            "offered_by",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="who offered it",
        ),
        sa.Column(
            "version", sa.Integer(), server_default="1", nullable=False, comment="one more with every change"
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it was offered"),
        sa.CheckConstraint("held BETWEEN 0 AND places", name=op.f("ck_tasks_held_within_places")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_tasks_group_id")),
        sa.ForeignKeyConstraint(["offered_by"], ["people.id"], name=op.f("fk_tasks_offered_by")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_tasks_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_request_id"), "tasks", ["request_id"], unique=False)
    op.create_table(
        "cards",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="which screen"),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="whose private chat",
        ),
        sa.Column(
            "group_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="or which group",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="what it shows",
        ),
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="what it shows",
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False, comment="Telegram's id of the chat"),
        sa.Column("message_id", sa.BigInteger(), nullable=False, comment="Telegram's id in that chat"),
        sa.Column(
            "view",
            sa.Text(),
            server_default="{}",
            nullable=False,
            comment="which page of the screen is open, a JSON object",
        ),
        sa.Column(
            "digest",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="of what stands there, so that nothing is edited in vain",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it was posted"),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_cards_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_cards_person_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_cards_request_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_cards_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cards")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cards_person_id_kind"), "cards", ["person_id", "kind"], unique=False)
    op.create_index(op.f("ix_cards_request_id"), "cards", ["request_id"], unique=False)
    op.create_index(op.f("ix_cards_task_id"), "cards", ["task_id"], unique=False)
    op.create_index("uq_cards_message", "cards", ["chat_id", "message_id"], unique=True)
    op.create_table(
        "claims",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "task_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="on what"
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="who"
        ),
        sa.Column("status", sa.Text(), nullable=False, comment="held, done, withdrawn, released"),
        sa.Column(
            "result", sa.Text(), nullable=True, comment="the claimant's words of Done, or reason of Withdraw"
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when the place was taken"),
        sa.Column("changed_at", sa.BigInteger(), nullable=False, comment="the last change"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_claims_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_claims_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(
        "ix_claims_held",
        "claims",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("status = 'held'"),
        postgresql_where=sa.text("status = 'held'"),
    )
    op.create_index(
        "uq_claims_live",
        "claims",
        ["task_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("status IN ('held', 'done')"),
        postgresql_where=sa.text("status IN ('held', 'done')"),
    )
    op.create_table(
        "deadlines",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="what it watches",
        ),
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="for the claim clock",
        ),
        sa.Column("clock", sa.Text(), nullable=False, comment="answer, claim, solve, confirm, climb"),
        sa.Column("part", sa.Float(), nullable=False, comment="below 1: a reminder at this part; 1: the end"),
        sa.Column(
            "level",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="the escalation level at which it was set",
        ),
        sa.Column(
            "due_at", sa.BigInteger(), nullable=False, comment="at this moment or later it is looked at"
        ),
        sa.Column(
            "policy",
            sa.Text(),
            nullable=False,
            comment="the deadlines of the policy when it was set, a JSON object",
        ),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_deadlines_request_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_deadlines_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlines")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_deadlines_due_at"), "deadlines", ["due_at"], unique=False)
    op.create_index(
        "uq_deadlines_one",
        "deadlines",
        ["request_id", sa.literal_column("coalesce(task_id, 0)"), "clock", "part"],
        unique=True,
    )
    op.create_table(
        "events",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="whose history",
        ),
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="where it is about one",
        ),
        sa.Column("act", sa.Text(), nullable=False, comment="what happened"),
        sa.Column(
            "by_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="who did it; null: the house itself",
        ),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when"),
        sa.Column(
            "data",
            sa.Text(),
            server_default="{}",
            nullable=False,
            comment="reasons and particulars, a JSON object",
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_events_by_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_events_request_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_events_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_request_id"), "events", ["request_id"], unique=False)
    op.create_table(
        "prompts",
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
            comment="who is asked",
        ),
        sa.Column(
            "kind", sa.Text(), nullable=False, comment="for what words: result, finish, withdraw, reopen"
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="about what",
        ),
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="about what",
        ),
        sa.Column("asked_at", sa.BigInteger(), nullable=False, comment="when"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_prompts_person_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_prompts_request_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_prompts_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompts")),
        sa.UniqueConstraint("person_id", name=op.f("uq_prompts_person_id")),
    )
    op.create_table(
        "outbox",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
            comment="ours, never shown",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="which words; see bot.cards"),
        sa.Column(
            "lane",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="0 answer, 1 work, 2 reminder, 3 broadcast",
        ),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="to whom",
        ),
        sa.Column(
            "group_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="or to which group",
        ),
        sa.Column(
            "chat_id",
            sa.BigInteger(),
            nullable=True,
            comment="or to which chat that is neither, in answer to a command there",
        ),
        sa.Column(
            "thread_id", sa.BigInteger(), server_default="0", nullable=False, comment="its forum topic, or 0"
        ),
        sa.Column(
            "card_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="edit this one instead of posting",
        ),
        sa.Column(
            "request_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="about what",
        ),
        sa.Column(
            "task_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="about what",
        ),
        sa.Column(
            "data",
            sa.Text(),
            server_default="{}",
            nullable=False,
            comment="ids and particulars, no prose, a JSON object",
        ),
        sa.Column(
            "status",
            sa.Text(),
            server_default="pending",
            nullable=False,
            comment="pending, sent, dropped (no longer true), dead (refused for good)",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="when it was committed"),
        sa.Column(
            "not_before", sa.BigInteger(), nullable=False, comment="quiet hours, or a pause after a failure"
        ),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False, comment="how often it failed"),
        sa.Column(
            "stamp",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="one more each time the same edit is asked for again while it waits",
        ),
        sa.Column("sent_at", sa.BigInteger(), nullable=True, comment="when Telegram took it"),
        sa.Column("error", sa.Text(), nullable=True, comment="why it failed last, without personal data"),
        sa.ForeignKeyConstraint(["card_id"], ["cards.id"], name=op.f("fk_outbox_card_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_outbox_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_outbox_person_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_outbox_request_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_outbox_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_card",
        "outbox",
        ["card_id"],
        unique=False,
        sqlite_where=sa.text("card_id IS NOT NULL"),
        postgresql_where=sa.text("card_id IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["lane", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_index("ix_outbox_sent", "outbox", ["sent_at"], unique=False)
    op.create_index(
        "uq_outbox_edit",
        "outbox",
        ["card_id"],
        unique=True,
        sqlite_where=sa.text("status = 'pending' AND card_id IS NOT NULL"),
        postgresql_where=sa.text("status = 'pending' AND card_id IS NOT NULL"),
    )
