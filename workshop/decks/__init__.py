"""Decks: the format, what is kept of them, and their pictures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: "Flask") -> None:
    """Puts the addresses of the pictures into the application."""
    from workshop.decks.pages import decks

    app.register_blueprint(decks)
