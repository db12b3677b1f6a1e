"""What the parts of one running application share: its settings and its database."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from workshop.config import Settings
from workshop.database import Database

NAME = "workshop"


@dataclass(frozen=True, slots=True)
class House:
    """Kept in `app.extensions`."""

    settings: Settings
    database: Database


def house() -> House:
    """The house of the application that handles this request."""
    return cast(House, current_app.extensions[NAME])


def database() -> Database:
    """The database of the application that handles this request."""
    return house().database


def settings() -> Settings:
    """The settings of the application that handles this request."""
    return house().settings
