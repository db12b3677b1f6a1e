"""The live workshop: the room, the connections, and the pages of phone, projector and presenter."""

from typing import cast

from flask import Flask, current_app

from workshop.addresses import Addresses
from workshop.house import NAME, House
from workshop.live.screens import Screens
from workshop.live.stage import Stage
from workshop.outlines import outline

_NAME = "workshop.live"


def init_app(app: Flask) -> None:
    """Puts the stage into the application, and the pages."""
    from workshop.live.home_screen import home_screen
    from workshop.live.http import http
    from workshop.live.join import join
    from workshop.live.lending import lending
    from workshop.live.pages import live
    from workshop.live.personal import answers
    from workshop.live.replay import replay
    from workshop.personal import register

    house: House = app.extensions[NAME]
    addresses = Addresses(house.settings)
    app.extensions[_NAME] = Stage(house.settings, house.database, Screens(app, addresses), addresses)
    register(answers())
    app.jinja_env.globals["outline"] = outline
    app.jinja_env.filters["without_html"] = lambda state: {**state, "html": None}
    for blueprint in (live, replay, http, join, home_screen, lending):
        app.register_blueprint(blueprint)


def stage_of(app: Flask) -> Stage:
    """The live workshops of an application."""
    return cast(Stage, app.extensions[_NAME])


def live_stage() -> Stage:
    """The live workshops of the application that handles this request."""
    return stage_of(current_app._get_current_object())  # type: ignore[attr-defined]
