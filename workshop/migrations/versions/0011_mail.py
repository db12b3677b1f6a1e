"""Jobs that are put in once, and that say when they began to tell somebody else; the staff's own letters."""

import sqlalchemy as sa
from alembic import op

revision = "0011_mail"
down_revision = "0010_privacy"


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("once", sa.String(), nullable=True))
        jobs.add_column(sa.Column("outside_at", number, nullable=False, server_default="0"))
    with op.batch_alter_table("jobs") as jobs:
        jobs.alter_column("outside_at", existing_type=number, existing_nullable=False, server_default=None)
        jobs.create_unique_constraint(op.f("uq_jobs_once"), ["once"])
    op.create_table(
        "letter_wordings",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("changed_at", number, nullable=False),
        sa.PrimaryKeyConstraint("name", "language", name=op.f("pk_letter_wordings")),
    )
    op.create_table(
        "morning_readers",
        sa.Column("user_id", number, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("since", number, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_morning_readers_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_morning_readers")),
    )
