"""The schools that there are: a list that staff import, so that people need not type the whole name."""

from typing import cast

from flask import Flask

from workshop.house import NAME, House
from workshop.leads.schools import pages
from workshop.leads.schools.kept import Kept


def init_app(app: Flask) -> None:
    """Adds the look-up, and for templates whether there is a list to look in."""
    kept = app.extensions[pages.NAME] = Kept()
    app.jinja_env.globals["schools_are_there"] = lambda: kept.any(cast(House, app.extensions[NAME]).database)
    app.register_blueprint(pages.blueprint)
