"""A person's own copy: what we have, taking it back, confirming an address, erasing it."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.leads.conftest import Leave, SignIn
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.leads.confirming import proof_of
from workshop.leads.consent import Consent
from workshop.leads.happening import Happening
from workshop.leads.lead import LeadRow
from workshop.workshops import Workshop


@pytest.fixture
def lead(leave: Leave, workshop: Workshop) -> LeadRow:
    return leave(workshop)


def test_the_copy_has_all_that_was_left_and_agreed_to_in_the_language_of_the_form(
    client: FlaskClient, lead: LeadRow
) -> None:
    page = client.get(f"/r/{lead.receipt}")

    assert page.status_code == 200
    assert page.headers["Content-Language"] == "nl"
    for text in (
        "Fatima el Idrissi",
        "+31 6 12345678",
        "De Regenboog",
        "Hoe vinden we iemand",
        "mag bewaren",
    ):
        assert text in page.text
    assert 'content="noindex"' in page.text


@pytest.mark.parametrize("token", ["x", "A" * 22, "%00", "é"])
def test_who_does_not_know_the_address_sees_nothing(client: FlaskClient, lead: LeadRow, token: str) -> None:
    assert client.get(f"/r/{lead.receipt}").status_code == 200
    for address in (f"/r/{token}", f"/r/{token}/"):
        assert client.get(address).status_code == 404
    for act in ("withdraw", "confirm", "erase"):
        assert client.post(f"/r/{token}/{act}").status_code == 404


def test_what_was_agreed_to_can_be_taken_back_and_the_desk_says_so(
    database: Database, client: FlaskClient, sign_in: SignIn, staff: User, lead: LeadRow
) -> None:
    before = sign_in(staff).get(f"/leads/{lead.id}").text
    answer = client.post(f"/r/{lead.receipt}/withdraw", data={"purpose": "contact"})

    assert answer.status_code == 303
    with database.read() as session:
        consent = session.scalars(select(Consent)).one()
        told = session.scalars(select(Happening.what).order_by(Happening.id)).all()
    assert consent.withdrawn_at is not None
    assert consent.wording  # the proof that it was given stays
    assert told == ["left", "withdrawn"]
    assert "ingetrokken op" in client.get(f"/r/{lead.receipt}").text
    warning = "do not get in touch any more"
    assert warning not in before
    assert warning in sign_in(staff).get(f"/leads/{lead.id}").text


def test_taken_back_twice_it_is_told_once(database: Database, client: FlaskClient, lead: LeadRow) -> None:
    for _ in range(2):
        client.post(f"/r/{lead.receipt}/withdraw", data={"purpose": "contact"})
    client.post(f"/r/{lead.receipt}/withdraw", data={"purpose": "something else"})

    with database.read() as session:
        assert session.scalar(select(func.count()).where(Happening.what == "withdrawn")) == 1


def test_an_address_is_confirmed_by_who_got_the_mail_and_presses(
    database: Database, client: FlaskClient, settings: Settings, lead: LeadRow
) -> None:
    proof = proof_of(lead.receipt, lead.email, settings.secret)
    assert proof in client.get(f"/r/{lead.receipt}?proof={proof}").text
    assert confirmed(database, lead) is None  # looking confirms nothing: programs follow links in mails

    answer = client.post(f"/r/{lead.receipt}/confirm", data={"proof": proof})

    assert answer.status_code == 303
    assert confirmed(database, lead) is not None
    assert proof not in client.get(f"/r/{lead.receipt}?proof={proof}").text


def test_a_proof_for_another_address_confirms_nothing(
    database: Database, client: FlaskClient, settings: Settings, lead: LeadRow
) -> None:
    proof = proof_of(lead.receipt, lead.email, settings.secret)
    with database.write() as session:
        session.get_one(LeadRow, lead.id).email = "een@ander.nl"

    assert client.post(f"/r/{lead.receipt}/confirm", data={"proof": proof}).status_code == 404
    assert client.post(f"/r/{lead.receipt}/confirm", data={"proof": "é"}).status_code == 404
    assert confirmed(database, lead) is None


def test_erased_it_is_gone_from_every_table_and_from_the_file(
    database: Database, client: FlaskClient, settings: Settings, lead: LeadRow
) -> None:
    answer = client.post(f"/r/{lead.receipt}/erase")

    assert answer.status_code == 200
    with database.read() as session:
        tables = {t.name: repr(session.execute(select(t)).all()) for t in Base.metadata.sorted_tables}
        search = repr(session.connection().exec_driver_sql("SELECT * FROM lead_search_data").all())
    assert not any("Fatima" in rows or "612345678" in rows for rows in tables.values())
    assert "fatima" not in search
    assert "LeadLeft" in tables["events"]  # the journal stays whole
    assert client.get(f"/r/{lead.receipt}").status_code == 404


def confirmed(database: Database, lead: LeadRow) -> int | None:
    with database.read() as session:
        return session.get_one(LeadRow, lead.id).email_confirmed_at
