"""Remote controls, and links to look along."""

import sqlalchemy as sa
from alembic import op

revision = "0005_stand"
down_revision = "0004_word_filter"


def upgrade() -> None:
    op.create_table(
        "remotes",
        sa.Column("workshop_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("paired_at", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_remotes_workshop_id_workshops")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "token_hash", name=op.f("pk_remotes")),
    )
    op.create_table(
        "previews",
        sa.Column("workshop_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("with_notes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_previews_workshop_id_workshops")
        ),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_previews")),
        sa.UniqueConstraint("key", name=op.f("uq_previews_key")),
    )
