"""Alembic's environment: which database, and which tables should be there."""

from alembic import context

from workshop.migrate import METADATA

connection = context.config.attributes["connection"]
# batch: SQLite cannot alter most of a table, so Alembic makes it anew.
context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
