"""Targets on the loopback address, and a worker that tells them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from workshop.config import Settings
from workshop.database import Database
from workshop.hooks import line, target, tell
from workshop.hooks.delivery import Delivery
from workshop.hooks.target import Target
from workshop.jobs.job import Job
from workshop.jobs.worker import work_once

NOW = 1_790_000_000_000


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Of an installation that may call addresses of its own network."""
    return replace(settings, webhooks_private=True)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "PATIENCE", 0.6)


@pytest.fixture(autouse=True)
def _bare(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only numbers are told: no part knows more of a lead here."""
    monkeypatch.setattr("workshop.hooks.subjects.SUBJECTS", {})


@pytest.fixture
def add(database: Database) -> Callable[..., Target]:
    """Adds a target, which asks for all leads that are left."""

    def add(url: str, *events: str) -> Target:
        with database.write() as session:
            return target.add(session, url, list(events or ("lead.left",)), NOW)

    return add


@pytest.fixture
def leave(database: Database) -> Callable[..., None]:
    """Tells that something happened, as the part does that knows of it."""

    def leave(event: str = "lead.left", **subject: int) -> None:
        with database.write() as session:
            tell(session.connection(), event, subject or {"lead": 12})

    return leave


@pytest.fixture
def deliver(database: Database, settings: Settings) -> Callable[[], Delivery]:
    """Lets a worker do what is due now, and gives the last delivery."""

    def deliver() -> Delivery:
        while work_once(database, settings):
            pass
        return last_delivery(database)

    return deliver


def last_delivery(database: Database) -> Delivery:
    with database.read() as session:
        return session.scalars(select(Delivery).order_by(Delivery.created_at.desc())).first()  # type: ignore[return-value]


def job_of(database: Database, delivery: Delivery) -> Job:
    with database.read() as session:
        return session.get_one(Job, delivery.job_id)


def let_the_pause_pass(database: Database, delivery: Delivery) -> None:
    with database.write() as session:
        session.get_one(Job, delivery.job_id).run_after = 0
