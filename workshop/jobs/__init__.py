"""Jobs: work that must happen once, later, and survive a restart."""

from flask import Flask

from workshop.jobs import pages, personal
from workshop.personal import register


def init_app(app: Flask) -> None:
    """Adds the address at which a page asks how far a job is."""
    app.register_blueprint(pages.jobs)
    register(personal.jobs())
