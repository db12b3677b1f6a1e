"""a deck in several languages."""

import sqlalchemy as sa
from alembic import op

revision = "0002_languages"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "deck_translations",
        sa.Column("deck_version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deck_version_id"],
            ["deck_versions.id"],
            name=op.f("fk_deck_translations_deck_version_id_deck_versions"),
        ),
        sa.PrimaryKeyConstraint("deck_version_id", "number", name=op.f("pk_deck_translations")),
    )
