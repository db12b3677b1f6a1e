"""The page on which admins see and set how long people's data is kept."""

import time
from typing import cast

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as AnyResponse

from workshop import audit
from workshop.accounts import User, admin_required
from workshop.house import database
from workshop.jobs.keeping import KEPT_DAYS
from workshop.language import _
from workshop.personal import PERSONAL
from workshop.privacy.retention import (
    MOST_MONTHS,
    SOON,
    last_runs,
    outlook,
    periods,
    read_periods,
    set_periods,
)
from workshop.refused import Refused

retention = Blueprint("retention", __name__)


@retention.get("/privacy/retention")
@admin_required
def page() -> str:
    """The periods, what goes soon, and what went."""
    return _page()


@retention.post("/privacy/retention")
@admin_required
def change() -> AnyResponse | tuple[str, int]:
    """Sets the periods."""
    try:
        wanted = read_periods(request.form)
    except Refused as refused:
        return _page(refused.text), 422
    with database().write() as session:
        before = periods(session)
        set_periods(session, wanted)
        changed = [name for name, months in wanted.items() if before[name] != months]
        audit.record(session, cast(User, current_user), "changed", "retention", ids=changed)
    flash(_("Kept. From its next run on the worker goes by these."))
    return redirect(url_for("retention.page"), 303)


def _page(error: str = "") -> str:
    now = time.time_ns() // 1_000_000
    with database().read() as session:
        soon, runs = outlook(session, now), last_runs(session)
    return render_template(
        "privacy/retention.html",
        outlook=soon,
        runs=runs,
        error=error,
        typed=request.form if error else {},
        most=MOST_MONTHS,
        days=SOON,
        file_days=KEPT_DAYS,
        called={kind.name: kind.called() for kind in PERSONAL.values()},
    )
