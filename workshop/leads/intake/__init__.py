"""Bringing in leads from a file, CSV or Excel: its columns are matched by hand, and it is tried first."""

from flask import Flask

from workshop.jobs.worker import JOBS
from workshop.leads.intake import pages
from workshop.leads.intake.bringing_in import KIND, bring_in
from workshop.web import csrf


def init_app(app: Flask) -> None:
    """Adds the pages, and the job that does the work."""
    JOBS[KIND] = bring_in
    app.register_blueprint(pages.blueprint)
    csrf.exempt(pages.bring)  # it looks for the token itself, once a large file is let in
