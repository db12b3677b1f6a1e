"""A live workshop from one laptop: slides, answers from phones, leads, and cards to print."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from workshop.config import Settings

__version__ = "0.1.0"


def create_app(settings: "Settings | None" = None) -> "Flask":
    """The application with all its parts; nothing is listened on and no thread is started yet.

    Args:
        settings: what to run with; default: read from the environment.
    """
    # Imported here: `workshop web` lets gevent patch the standard library before anything else comes in.
    from flask import Flask

    from workshop import (
        accounts,
        api,
        assets,
        audit,
        config,
        decks,
        doctor,
        friends,
        funnel,
        hooks,
        jobs,
        leads,
        live,
        mail,
        mine,
        packed,
        paper,
        printers,
        prints,
        privacy,
        results,
        web,
    )
    from workshop.database import Database
    from workshop.house import NAME, House

    settings = settings or config.load()
    app = Flask(
        __name__,
        static_folder=None,  # packed.py serves them
        template_folder=assets.TEMPLATES,
    )
    app.extensions[NAME] = House(settings, Database(settings.database_url))
    web.init_app(app, settings)
    packed.init_app(app)
    for part in (
        accounts,
        decks,
        live,
        leads,
        friends,
        prints,
        jobs,
        mail,
        mine,
        results,
        paper,
        printers,
        hooks,
        api,
        doctor,
        audit,
        privacy,
        funnel,
    ):
        part.init_app(app)
    return app
