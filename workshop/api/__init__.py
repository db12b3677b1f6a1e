"""The API: what programs may ask and change, by a token that a person made for them."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the API and the page on which people make tokens for it."""
