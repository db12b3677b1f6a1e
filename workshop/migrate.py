"""Brings a database to the tables of this release."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from workshop.accounts import links, user
from workshop.api import token
from workshop.audit import entry
from workshop.database import Base, Database
from workshop.decks import store
from workshop.friends import card, message, visit
from workshop.funnel import attended
from workshop.hooks import delivery, target
from workshop.jobs import job
from workshop.journal import EventRow
from workshop.language import _
from workshop.leads import consent, happening, lead, status, tag, view
from workshop.leads.schools import school
from workshop.live import previews, remotes, snapshots
from workshop.mail import mornings, wordings
from workshop.printers import printer
from workshop.privacy import erasures, retention

MIGRATIONS = Path(__file__).parent / "migrations"
METADATA = Base.metadata
# Every table's module is named here, so that none is forgotten when the schema is compared.
TABLES = (
    *(user, links, store, message, card, visit, job, snapshots, remotes, previews, printer, EventRow),
    *(lead, status, consent, tag, happening, view),
    *(wordings, mornings, entry, erasures, retention, target, delivery, token, school, attended),
)


def migrate(database: Database, revision: str = "head") -> None:
    """Makes the tables, or brings them up to a revision; all of it or nothing. Safe to repeat."""
    with database.engine.connect() as connection:
        connection = connection.execution_options(begins="IMMEDIATE")
        with connection.begin():
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, revision)


def is_up_to_date(database: Database) -> bool:
    """Whether the database has the tables of this release."""
    with database.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found == ScriptDirectory.from_config(_config()).get_current_head()


def refuse_old_tables(database: Database) -> None:
    """Ends a start on a database of another release.

    Raises:
        ValueError: it is not up to date; says what to do.
    """
    if not is_up_to_date(database):
        raise ValueError(_("the database is not up to date; first: workshop migrate"))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
