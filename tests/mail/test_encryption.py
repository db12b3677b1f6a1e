"""Encrypted and signed in, and no password where somebody could read it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.jobs.conftest import job
from tests.mail.post_office import PostOffice, encrypted, knows
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.worker import work_once
from workshop.mail.server import MailServer
from workshop.mail.trouble import told

Posted = Callable[..., int]
Opened = Callable[..., PostOffice]


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Whom this computer believes, for the length of a test."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return authority


@pytest.fixture
def opened() -> Iterator[Opened]:
    offices: list[PostOffice] = []

    def opened(**options: Any) -> PostOffice:
        office = PostOffice(**options)
        offices.append(office)
        office.open()
        return office

    yield opened
    for office in offices:
        office.shut()


def signing_in(seen: list[bytes]) -> dict[str, Any]:
    return {"authenticator": knows("els", "p@ss", seen)}


def test_a_server_that_offers_encryption_gets_the_password_and_the_letter_encrypted(
    authority: trustme.CA, opened: Opened, database: Database, settings: Settings, posted: Posted
) -> None:
    seen: list[bytes] = []
    context = encrypted(authority.issue_cert("127.0.0.1"))
    office = opened(tls_context=context, require_starttls=True, **signing_in(seen))
    number = posted()

    work_once(database, replace(settings, smtp_url=office.url.replace("//", "//els:p%40ss@")))

    assert job(database, number).state == "done", job(database, number).error
    assert seen == [b"els"]
    assert len(office.ids) == 1


def test_a_server_that_is_encrypted_from_the_start_gets_the_letter(
    authority: trustme.CA, opened: Opened, database: Database, settings: Settings, posted: Posted
) -> None:
    office = opened(ssl_context=encrypted(authority.issue_cert("127.0.0.1")))
    number = posted()

    work_once(database, replace(settings, smtp_url=office.url.replace("smtp:", "smtps:")))

    assert job(database, number).state == "done", job(database, number).error


def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    authority: trustme.CA, opened: Opened, database: Database, settings: Settings, posted: Posted
) -> None:
    seen: list[bytes] = []
    strange = trustme.CA().issue_cert("127.0.0.1")
    office = opened(tls_context=encrypted(strange), require_starttls=True, **signing_in(seen))
    number = posted()

    work_once(database, replace(settings, smtp_url=office.url.replace("//", "//els:p%40ss@")))

    assert job(database, number).state == "waiting"
    assert seen == office.ids == []


def test_a_wrong_password_waits_until_it_is_mended(
    opened: Opened, database: Database, settings: Settings, posted: Posted
) -> None:
    office = opened(auth_require_tls=False, **signing_in([]))
    number = posted()

    work_once(database, replace(settings, smtp_url=office.url.replace("//", "//els:wrong@")))

    waits = job(database, number)
    assert waits.state == "waiting"
    assert told(waits.error) == "The mail server refuses the user or the password. (535)"


def test_without_encryption_a_password_stays_here_unless_the_server_is_this_computer(
    opened: Opened,
    database: Database,
    settings: Settings,
    posted: Posted,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[bytes] = []
    office = opened(auth_require_tls=False, **signing_in(seen))
    here = replace(settings, smtp_url=office.url.replace("//", "//els:p%40ss@"))
    number = posted()
    work_once(database, here)
    assert (job(database, number).state, seen) == ("done", [b"els"])

    monkeypatch.setattr(MailServer, "near", False)
    number = posted()
    work_once(database, here)

    assert told(job(database, number).error).startswith("The mail server offers no encryption")
    assert seen == [b"els"], "it was not sent again"
