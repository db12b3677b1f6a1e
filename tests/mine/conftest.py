"""A workshop that asked of everything, and phones in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.said import asking_workshop
from workshop.database import Database
from workshop.live import stage_of
from workshop.live.tokens import Tokens
from workshop.workshops import Workshop


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    with database.write() as session:
        return asking_workshop(session, tmp_path)


@pytest.fixture
def tokens(app: Flask) -> Iterator[Tokens]:
    yield stage_of(app).tokens
    stage_of(app).writer.stop()
