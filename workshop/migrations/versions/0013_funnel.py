"""What is counted of each workshop's journal for its funnel."""

import sqlalchemy as sa
from alembic import op

revision = "0013_funnel"
down_revision = "0012_schools"


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "funnel_counts",
        sa.Column("workshop_id", number, autoincrement=False, nullable=False),
        sa.Column("seq", number, nullable=False),
        sa.Column("joined", number, nullable=False),
        sa.Column("answered", number, nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_funnel_counts_workshop_id_workshops")
        ),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_funnel_counts")),
    )
