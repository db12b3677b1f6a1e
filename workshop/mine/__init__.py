"""My answers: what one phone said, to read, take back and take along, also after the workshop has ended."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages."""
    from workshop.mine.pages import mine

    app.register_blueprint(mine)
