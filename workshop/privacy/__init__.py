"""Privacy: how long people's data is kept, what there is of a person, and erasing it everywhere."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Adds the pages."""
