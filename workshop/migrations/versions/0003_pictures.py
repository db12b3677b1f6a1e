"""a deck's pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0003_pictures"
down_revision = "0002_languages"


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("width", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("height", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_pictures")),
    )
    op.create_table(
        "deck_pictures",
        sa.Column("deck_version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("large", sa.String(), nullable=False),
        sa.Column("small", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deck_version_id"],
            ["deck_versions.id"],
            name=op.f("fk_deck_pictures_deck_version_id_deck_versions"),
        ),
        sa.ForeignKeyConstraint(["large"], ["pictures.digest"], name=op.f("fk_deck_pictures_large_pictures")),
        sa.ForeignKeyConstraint(["small"], ["pictures.digest"], name=op.f("fk_deck_pictures_small_pictures")),
        sa.PrimaryKeyConstraint("deck_version_id", "source", "name", name=op.f("pk_deck_pictures")),
    )
