"""Privacy: how long people's data is kept, what there is of a person, and erasing it everywhere."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages, and what the worker does for them."""
    from workshop.audit import ABOUT
    from workshop.jobs.chores import CHORES, Chore
    from workshop.jobs.retries import RETRIES
    from workshop.jobs.worker import JOBS
    from workshop.language import _
    from workshop.personal import RECIPIENTS
    from workshop.privacy import sweep
    from workshop.privacy.daily import erase_what_is_old
    from workshop.privacy.measures import of_mail
    from workshop.privacy.notice import notice
    from workshop.privacy.pages import privacy
    from workshop.privacy.retention_pages import retention

    JOBS[sweep.JOB] = sweep.sweep
    RETRIES[sweep.JOB] = sweep.RETRIES
    CHORES["erasing what is old"] = Chore(60 * 60, erase_what_is_old)
    ABOUT["person"] = lambda: _("What there is of a person")
    ABOUT["retention"] = lambda: _("How long data is kept")
    if of_mail not in RECIPIENTS:
        RECIPIENTS.append(of_mail)
    app.register_blueprint(notice)
    app.register_blueprint(privacy)
    app.register_blueprint(retention)
