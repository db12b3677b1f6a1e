"""Webhooks: other programs are told what happens here, each at an address that an admin gave."""

from flask import Flask

from workshop.hooks.subjects import SUBJECTS
from workshop.hooks.telling import tell

__all__ = ["SUBJECTS", "init_app", "tell"]


def init_app(app: Flask) -> None:
    """Adds the pages, and how a worker tells a target."""
    from workshop.hooks.delivery import KIND
    from workshop.hooks.pages import hooks
    from workshop.hooks.sending import send
    from workshop.jobs.retries import RETRIES, THREE_DAYS
    from workshop.jobs.worker import JOBS

    JOBS[KIND] = send
    RETRIES[KIND] = THREE_DAYS
    app.register_blueprint(hooks)
