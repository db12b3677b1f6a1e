"""Programs that ask by tokens, for people of each role, with leads in the workshops of two presenters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from flask import Flask
from msgspec import UNSET, structs
from sqlalchemy.orm import Session
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
from workshop import create_app
from workshop.accounts.user import User
from workshop.api import lead, token
from workshop.api.shapes import Lead, LeadChange, Status
from workshop.config import Settings
from workshop.database import Database
from workshop.house import House
from workshop.migrate import migrate
from workshop.refused import Refused

NOW = int(datetime.now(UTC).timestamp() * 1000)
DAY = 24 * 60 * 60 * 1000


class FollowedUp:
    """Follow-up that is kept in memory."""

    def __init__(self) -> None:
        self.kept: dict[int, Lead] = {}

    def statuses(self, _session: Session) -> list[Status]:
        return [Status(id=1, name="New", outcome="open"), Status(id=2, name="Agreed", outcome="won")]

    def change(self, session: Session, person: User, lead_id: int, change: LeadChange) -> Lead | None:
        there = lead.one(session, person, lead_id)
        if there is None:
            return None
        now = self.kept.get(lead_id, there)
        if change.version != now.version:
            raise Refused("overtaken", "Somebody else was faster.")
        if change.status is not UNSET and change.status not in (1, 2):
            raise Refused("status", "There is no such status.")
        given = structs.asdict(change)
        values = {name: value for name, value in given.items() if value is not UNSET}
        self.kept[lead_id] = structs.replace(now, **{**values, "version": now.version + 1})
        return self.kept[lead_id]


@pytest.fixture
def app(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """With follow-up."""
    monkeypatch.setattr(lead, "CHANGING", FollowedUp())
    app = create_app(settings)
    house: House = app.extensions["workshop"]
    migrate(house.database)
    return app


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
