"""the word filter."""

import sqlalchemy as sa
from alembic import op

revision = "0004_word_filter"
down_revision = "0003_pictures"


def upgrade() -> None:
    with op.batch_alter_table("workshops", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("filters_words", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("word_list", sa.String(), nullable=True))
