"""Printers, and how far their backs move."""

import sqlalchemy as sa
from alembic import op

revision = "0006_printers"
down_revision = "0005_stand"


def upgrade() -> None:
    op.create_table(
        "printers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("right_mm", sa.Double(), nullable=False),
        sa.Column("up_mm", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printers")),
        sa.UniqueConstraint("name", name=op.f("uq_printers_name")),
    )
