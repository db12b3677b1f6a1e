"""The paper twin: staff type answer sheets into the workshop, beside what phones send."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the page."""
    from workshop.paper.pages import paper

    app.register_blueprint(paper)
