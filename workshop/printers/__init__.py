"""The printers of this installation: how far each puts the backs of its sheets from the fronts."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages."""
    from workshop.printers.pages import printers

    app.register_blueprint(printers)
