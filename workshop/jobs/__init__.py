"""Jobs: work that must happen once, later, and survive a restart."""

from flask import Flask

from workshop.jobs import desk, pages, personal
from workshop.personal import register


def init_app(app: Flask) -> None:
    """Adds the address at which a page asks how far a job is, and the admins' page about all of them."""
    app.register_blueprint(pages.jobs)
    app.register_blueprint(desk.blueprint)
    app.jinja_env.globals["given_up_jobs"] = desk.given_up_for_admin
    register(personal.jobs())
