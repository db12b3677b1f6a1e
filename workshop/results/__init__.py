"""Results: what a workshop's answers amount to, slide by slide, as a page and as files."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages."""
    from workshop.results.pages import results

    app.register_blueprint(results)
