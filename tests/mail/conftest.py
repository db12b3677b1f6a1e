"""A mail server, letters, and a worker that sends them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.mail.post_office import PostOffice
from workshop import mail
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.job import Job
from workshop.jobs.worker import work_once
from workshop.mail.letter import Letter

Send = Callable[[], Job]


def letter(**changed: object) -> Letter:
    words: dict[str, object] = {
        "to": "sam@example.org",
        "language": "en",
        "subject": "Somebody would like to hear more",
        "paragraphs": ("De Regenboog left the form.",),
        **changed,
    }
    return Letter(**words)  # type: ignore[arg-type]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    office = PostOffice()
    office.open()
    yield office
    office.shut()


@pytest.fixture
def with_mail(settings: Settings, office: PostOffice) -> Settings:
    return replace(settings, smtp_url=office.url, mail_from="workshop@example.org")


@pytest.fixture
def posted(database: Database) -> Callable[..., int]:
    """Posts a letter and gives its job."""

    def posted(**changed: object) -> int:
        with database.write() as session:
            number = mail.post(session.connection(), letter(**changed))
        assert number is not None
        return number

    return posted


@pytest.fixture
def send(database: Database, with_mail: Settings) -> Send:
    """Lets a worker do what is due, which must be something, and gives the last job."""

    def send() -> Job:
        assert work_once(database, with_mail)
        with database.read() as session:
            return session.scalars(select(Job).order_by(Job.id.desc()).limit(1)).one()

    return send
