"""A live workshop from one laptop: slides, answers from phones, leads, and cards to print."""

from flask import Flask

__version__ = "0.1.0"


def create_app(settings: "Settings | None" = None) -> Flask:
    """The application with all its parts; nothing is listened on and no thread is started yet.

    Args:
        settings: what to run with; default: read from the environment.
    """
    settings = settings or load_settings()
    app = Flask(
        __name__,
        static_folder=assets.STATIC,
        static_url_path=f"/static/{assets.fingerprint()}",
        template_folder=assets.TEMPLATES,
    )
    app.extensions[NAME] = House(settings, Database(settings.database_url))
    web.init_app(app, settings)
    for part in (accounts, live, leads, friends, cards, jobs):
        part.init_app(app)
    return app


# Below the story, so that importing `workshop` for its version stays readable from the top.
from workshop import accounts, assets, cards, friends, jobs, leads, live, web  # noqa: E402
from workshop.config import Settings  # noqa: E402
from workshop.config import load as load_settings  # noqa: E402
from workshop.database import Database  # noqa: E402
from workshop.house import NAME, House  # noqa: E402
