"""The application on PostgreSQL: what the other tests' fixtures stand on, with another address."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import NullPool, create_engine

from tests.postgres import Postgres
from workshop.config import Settings


@pytest.fixture
def settings(settings: Settings, postgresql: Postgres, monkeypatch: pytest.MonkeyPatch) -> Settings:
    # A connection ends with its use: psycopg warns of each that the garbage collector finds open.
    monkeypatch.setattr("workshop.database.create_engine", partial(create_engine, poolclass=NullPool))
    return replace(settings, database_url=postgresql.new_database())
