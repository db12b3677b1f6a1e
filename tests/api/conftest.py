"""Programs that ask by tokens, for people of each role, with leads in the workshops of two presenters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.leads.conftest import (  # noqa: F401 - fixtures
    Leave,
    admin,
    colleague,
    deck,
    deck_version_id,
    leave,
    other_workshop,
    owner,
    staff,
    workshop,
)
from workshop.accounts.user import User
from workshop.api import token
from workshop.database import Database

NOW = int(datetime.now(UTC).timestamp() * 1000)
DAY = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class Program:
    """A program with somebody's token, or with none."""

    app: Flask
    token: str = ""

    def ask(self, path: str, **query: object) -> TestResponse:
        return self._send("GET", path, query_string=query)

    def change(self, path: str, **changed: object) -> TestResponse:
        return self._send("PATCH", path, json=changed)

    def _send(self, method: str, path: str, **options: object) -> TestResponse:
        headers: Mapping[str, str] = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.app.test_client().open(f"/api/v1{path}", method=method, headers=headers, **options)


ProgramOf = Callable[..., Program]


@pytest.fixture
def program_of(app: Flask, database: Database) -> ProgramOf:
    """A program with a token of this person."""

    def program_of(person: User, *, writes: bool = False, expires_at: int | None = None) -> Program:
        with database.write() as session:
            made = token.make(session, person, "CRM", writes=writes, now=NOW, expires_at=expires_at)
        return Program(app, made)

    return program_of
