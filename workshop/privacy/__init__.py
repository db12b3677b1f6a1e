"""Privacy: how long people's data is kept, what there is of a person, and erasing it everywhere."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages, and what the worker does for them."""
    from workshop.audit import ABOUT
    from workshop.jobs.worker import JOBS
    from workshop.language import _
    from workshop.privacy.pages import privacy
    from workshop.privacy.sweep import JOB, sweep

    JOBS[JOB] = sweep
    ABOUT["person"] = lambda: _("What there is of a person")
    app.register_blueprint(privacy)
