"""Cards in their chains, and the visits to their pages."""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0009_friends"
down_revision = "0008_webhooks"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    cards = op.create_table(
        "friend_cards",
        sa.Column("workshop_id", NUMBER, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("generation", NUMBER, nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("simulated", sa.Boolean(), nullable=False),
        sa.Column("mail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_friend_cards_workshop_id_workshops")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "id", name=op.f("pk_friend_cards")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_friend_cards_token_hash")),
    )
    op.create_index("ix_friend_cards_parent", "friend_cards", ["workshop_id", "parent"])
    op.create_table(
        "friend_visits",
        sa.Column("workshop_id", NUMBER, nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshops.id"], name=op.f("fk_friend_visits_workshop_id_workshops")
        ),
        sa.PrimaryKeyConstraint("workshop_id", "card", "day", name=op.f("pk_friend_visits")),
    )
    _put_in_what_was_written(cards)


def _put_in_what_was_written(cards: sa.Table) -> None:
    """Each message that is there already is the first card of a chain."""
    messages = sa.table(
        "friend_messages",
        *(sa.column(name) for name in ("workshop_id", "id", "participant", "token")),
    )
    rows = [
        {
            "workshop_id": row.workshop_id,
            "id": row.id,
            "parent": None,
            "generation": 1,
            "token_hash": hashlib.sha256(row.token.encode()).hexdigest(),
            "simulated": row.participant.startswith("rehearsal-"),
            "mail": "",
        }
        for row in op.get_bind().execute(sa.select(messages))
    ]
    if rows:
        op.bulk_insert(cards, rows)
