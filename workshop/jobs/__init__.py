"""Jobs: work that must happen once, later, and survive a restart."""

from flask import Flask

from workshop.jobs import desk, pages, personal
from workshop.jobs.chores import CHORES, Chore
from workshop.jobs.keeping import throw_away_old
from workshop.jobs.worker import JOBS
from workshop.personal import register


def init_app(app: Flask) -> None:
    """Adds the address at which a page asks how far a job is, and the admins' page about all of them."""
    app.register_blueprint(pages.jobs)
    app.register_blueprint(desk.blueprint)
    app.jinja_env.globals["given_up_jobs"] = desk.given_up_for_admin
    CHORES["throwing away old files"] = Chore(
        60 * 60, lambda database, settings: throw_away_old(database, settings, JOBS)
    )
    register(personal.jobs())
