"""Mail: letters that the parts post, sent by the worker through the mail server of the settings."""

from flask import Flask

from workshop.jobs.chores import CHORES, Chore
from workshop.jobs.dead_letters import CALLED, TOLD
from workshop.jobs.retries import RETRIES, THREE_DAYS
from workshop.jobs.worker import JOBS
from workshop.language import _
from workshop.mail import pages
from workshop.mail.letter import Item, Letter
from workshop.mail.mornings import post_mornings
from workshop.mail.post import KIND, post, take_back
from workshop.mail.sending import send
from workshop.mail.trouble import told

__all__ = ["Item", "Letter", "init_app", "post", "take_back"]


def init_app(app: Flask) -> None:
    """Takes the jobs that send letters, and adds the pages where staff look at them."""
    JOBS[KIND] = send
    RETRIES[KIND] = THREE_DAYS
    TOLD[KIND] = told
    CALLED[KIND] = lambda: _("Letter")
    CHORES["the morning letters"] = Chore(10 * 60, post_mornings)
    app.register_blueprint(pages.blueprint)
