"""A card that somebody wrote in the workshop."""

import pytest

from tests.friends.written import words, write
from workshop.config import Settings
from workshop.database import Database
from workshop.friends.message import FriendMessage
from workshop.workshops import Workshop


@pytest.fixture
def message(database: Database, settings: Settings, workshop: Workshop) -> FriendMessage:
    return write(database, settings, workshop, words(message="Hoi,\n\nkom je kijken?"))[0]
