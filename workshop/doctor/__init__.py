"""The doctor: looks, before the event, whether everything will work in the room."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Lets a running server tell the doctor what it sees of a request."""
    from workshop.doctor.witness import witness

    app.register_blueprint(witness)
