"""Dead letters: is there mail, or a message to another system, that was given up."""

from collections.abc import Iterator

from workshop.config import Settings
from workshop.database import Database
from workshop.doctor.finding import Finding, warning
from workshop.doctor.tables import look as look_at_tables
from workshop.jobs.dead_letters import given_up
from workshop.language import _, plural


def check(settings: Settings) -> Iterator[Finding]:
    """Says something only where there is something to say."""
    count = look(settings)
    if count:
        yield judge(count)


def look(settings: Settings) -> int:
    """How many were given up; none where there is no database of this release."""
    if look_at_tables(settings.database_url) != "current":
        return 0
    # Which kinds there are is known to an application only.
    from workshop import create_app

    create_app(settings)
    database = Database(settings.database_url)
    try:
        with database.read() as session:
            return given_up(session)
    finally:
        database.engine.dispose()


def judge(count: int) -> Finding:
    """What to think of it."""
    text = plural(
        "one letter or message could not be delivered",
        "{n} letters and messages could not be delivered",
        count,
    )
    return warning(_("Delivery"), text, _("an admin decides on the page “Jobs”"))
