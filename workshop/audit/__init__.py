"""The audit log: every look at and export of people's data, and the page on which admins read it."""

from collections.abc import Callable, Sequence
from typing import cast

from flask import Flask
from flask_login import current_user

from workshop.accounts.user import User
from workshop.audit.entry import Act, Machine, record
from workshop.house import database

__all__ = ["ABOUT", "Act", "Machine", "init_app", "note", "record"]

ABOUT: dict[str, Callable[[], str]] = {}
"""What data is called that is none of `workshop.personal.PERSONAL`; each part puts its own in when the app
is made."""


def init_app(app: Flask) -> None:
    """Adds the pages."""
    from workshop.audit.pages import audit
    from workshop.audit.personal import log
    from workshop.personal import register

    register(log())
    app.register_blueprint(audit)


def note(
    act: Act,
    about: str,
    *,
    workshop_id: int | None = None,
    ids: Sequence[int | str] = (),
    count: int | None = None,
) -> None:
    """Records what the signed-in person is about to see, before it is shown: who cannot be recorded sees
    nothing. Where something is written anyway, `record` does it in that transaction."""
    person = cast(User, current_user)
    with database().write() as session:
        record(session, person, act, about, workshop_id=workshop_id, ids=ids, count=count)
