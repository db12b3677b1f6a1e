"""The audit log, how long each kind of personal data is kept, and what was erased."""

import sqlalchemy as sa
from alembic import op

revision = "0010_privacy"
down_revision = "0009_friends"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("until", NUMBER, nullable=False),
        sa.Column("times", NUMBER, nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=True),
        sa.Column("person_since", NUMBER, nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("workshop_id", NUMBER, nullable=True),
        sa.Column("ids", sa.String(), nullable=False),
        sa.Column("count", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
    )
    op.create_index("ix_audit_entries_person", "audit_entries", ["person_id", "person_since", "id"])
    op.create_index("ix_audit_entries_act", "audit_entries", ["act", "id"])
    op.create_table(
        "retention_periods",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("months", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_retention_periods")),
    )
    op.create_table(
        "retention_runs",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("ended_at", NUMBER, nullable=True),
        sa.Column("erased", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_runs")),
        sa.UniqueConstraint("day", name=op.f("uq_retention_runs_day")),
    )
    op.create_table(
        "erasures",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("at", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("person_since", NUMBER, nullable=False),
        sa.Column("erased", sa.String(), nullable=False),
        sa.Column("files", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_erasures")),
    )
