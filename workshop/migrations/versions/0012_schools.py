"""The schools that forms suggest."""

import sqlalchemy as sa
from alembic import op

revision = "0012_schools"
down_revision = "0011_mail"


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "schools",
        sa.Column("id", number, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("board", sa.String(), nullable=False),
        sa.Column("brought_at", number, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schools")),
    )
