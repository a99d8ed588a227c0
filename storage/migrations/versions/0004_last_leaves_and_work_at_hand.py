"""last leaves and work at hand"""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    op.create_index(op.f("ix_absences_person_id"), "absences", ["person_id"], unique=False)
    op.drop_index("ix_requests_open_responsible", table_name="requests")
    op.create_index(
        "ix_requests_open_responsible",
        "requests",
        ["responsible_id", "status"],
        unique=False,
        sqlite_where=sa.text("status IN ('assigned', 'accepted', 'resolved')"),
        postgresql_where=sa.text("status IN ('assigned', 'accepted', 'resolved')"),
    )
