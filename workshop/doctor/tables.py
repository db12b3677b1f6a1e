"""The database: is it there, and does it have the tables of this release."""

from pathlib import Path
from typing import Literal

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from workshop.database import Database
from workshop.doctor.finding import Finding, bad, good, warning
from workshop.language import _
from workshop.migrate import is_up_to_date

State = Literal["missing", "current", "other"]


def look(url: str) -> State | OSError:
    """How the database is; an error holds what it says itself."""
    try:
        parts = make_url(url)
        if _is_missing(parts):
            return "missing"  # to connect would make it
        return _ask(Database(url))
    except ArgumentError:
        return OSError(_("WORKSHOP_DATABASE_URL is no address of a database"))
    except DBAPIError as error:
        return OSError(str(error.orig).strip().splitlines()[0])
    except ImportError as error:
        return OSError(_("the driver {name} is not installed").format(name=error.name))


def judge(state: State | OSError) -> Finding:
    """What to think of it."""
    about = _("Database")
    if isinstance(state, OSError):
        remedy = _("look at WORKSHOP_DATABASE_URL and at who may read and write the data folder")
        return bad(about, str(state), remedy)
    if state == "missing":
        text = _("not there yet; it is made at the first start")
        return warning(about, text, "workshop serve")
    if state == "other":
        return bad(about, _("its tables are those of another release"), "workshop migrate")
    return good(about, _("up to date"))


def _is_missing(url: URL) -> bool:
    sqlite = url.get_backend_name() == "sqlite"
    return sqlite and bool(url.database) and not Path(str(url.database)).exists()


def _ask(database: Database) -> State:
    try:
        return "current" if is_up_to_date(database) else "other"
    finally:
        database.engine.dispose()
