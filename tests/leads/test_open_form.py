"""The form outside the room: at its own address, inside other sites, without cookies, against programs."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.leads.phone import FILLED_IN
from workshop.database import Database
from workshop.journal import EventRow
from workshop.leads import open_form, ticket
from workshop.leads.lead import LeadRow
from workshop.rate import Rate
from workshop.workshops import Workshop


@pytest.fixture(autouse=True)
def slow_people(monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> None:
    """Everybody took their time, and reads English."""
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    monkeypatch.setattr(ticket, "LEAST_SECONDS", 0)
    monkeypatch.setattr(open_form, "_rate", Rate(10_000, 10_000))


def open_page(client: FlaskClient, workshop: Workshop, query: str = "") -> str:
    page = client.get(f"/form/{workshop.code}{query}")
    assert page.status_code == 200
    return page.text


def ticket_in(page: str) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    assert found
    return found[1]


def send(client: FlaskClient, workshop: Workshop, page: str, query: str = "", **changed: str) -> TestResponse:
    fields = {**FILLED_IN, "ticket": ticket_in(page), **changed}
    return client.post(f"/form/{workshop.code}{query}", data=fields)


def kept(database: Database) -> list[LeadRow]:
    with database.read() as session:
        return list(session.scalars(select(LeadRow)))


def test_a_form_that_is_filled_in_becomes_a_lead_and_the_person_gets_a_copy(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    answer = send(client, workshop, open_page(client, workshop))

    assert answer.status_code == 200
    assert "Thank you, we have your details." in answer.text
    [lead] = kept(database)
    assert (lead.came_by, lead.workshop_id, lead.school) == ("page", workshop.id, "De Regenboog")
    assert f'href="/r/{lead.receipt}"' in answer.text


def test_no_cookie_is_set_and_none_is_needed(client: FlaskClient, workshop: Workshop) -> None:
    page = client.get(f"/form/{workshop.code}")

    assert "Set-Cookie" not in page.headers
    assert "Set-Cookie" not in send(client, workshop, page.text).headers


def test_pressed_twice_it_is_counted_once_and_thanked_twice(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    page = open_page(client, workshop)

    answers = [send(client, workshop, page) for _ in range(2)]

    assert all("Thank you" in answer.text for answer in answers)
    assert len(kept(database)) == 1


def test_the_same_page_sent_with_other_words_says_so(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    page = open_page(client, workshop)
    send(client, workshop, page)

    answer = send(client, workshop, page, school="De Zonnebloem")

    assert answer.status_code == 422
    assert "You have sent this form already" in answer.text
    assert [lead.school for lead in kept(database)] == ["De Regenboog"]


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    page = open_page(client, workshop)

    answer = send(client, workshop, page, email="geen adres", consent="")

    assert answer.status_code == 422
    assert "This is no complete e-mail address" in answer.text
    assert 'value="De Regenboog"' in answer.text
    assert ticket_in(answer.text) == ticket_in(page)  # corrected, it is the same form
    assert kept(database) == []
    assert "Thank you" in send(client, workshop, answer.text).text


def test_a_program_that_fills_in_everything_is_thanked_and_nothing_is_kept(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    answer = send(client, workshop, open_page(client, workshop), website="https://spam.example")

    assert "Thank you" in answer.text
    assert kept(database) == []


def test_who_is_too_quick_sends_it_once_more(
    database: Database, client: FlaskClient, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticket, "LEAST_SECONDS", 60)

    answer = send(client, workshop, open_page(client, workshop))

    assert answer.status_code == 422
    assert "That was very quick" in answer.text
    assert 'value="De Regenboog"' in answer.text
    assert kept(database) == []


def test_a_page_that_was_open_for_a_day_gets_a_new_ticket(
    database: Database, client: FlaskClient, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(client, workshop)
    monkeypatch.setattr(ticket, "MOST_SECONDS", -1)
    old = send(client, workshop, page)
    monkeypatch.undo()
    monkeypatch.setattr(ticket, "LEAST_SECONDS", 0)

    assert "open for a long time" in old.text
    assert 'value="De Regenboog"' in old.text
    assert ticket_in(old.text) != ticket_in(page)
    assert "Thank you" in send(client, workshop, old.text).text
    assert len(kept(database)) == 1


@pytest.mark.parametrize("forged", ["", "x", "W10.x", "ImEi.AAAA"])
def test_a_ticket_that_is_none_of_ours_takes_nothing_in(
    database: Database, client: FlaskClient, workshop: Workshop, forged: str
) -> None:
    answer = send(client, workshop, open_page(client, workshop), ticket=forged)

    assert answer.status_code == 422
    assert kept(database) == []


def test_a_ticket_of_another_workshop_is_none(
    database: Database, client: FlaskClient, workshop: Workshop, other_workshop: Workshop
) -> None:
    answer = send(client, workshop, open_page(client, other_workshop))

    assert answer.status_code == 422
    assert kept(database) == []


def test_a_flood_from_one_address_is_stopped(
    client: FlaskClient, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_form, "_rate", Rate(6, 2))
    page = open_page(client, workshop)

    assert [send(client, workshop, page).status_code for _ in range(3)] == [200, 200, 429]


def test_only_inside_another_site_it_may_be_framed(client: FlaskClient, workshop: Workshop) -> None:
    outside = client.get(f"/form/{workshop.code}")
    inside = client.get(f"/form/{workshop.code}?inside=yes")

    assert "frame-ancestors 'none'" in outside.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in inside.headers["Content-Security-Policy"]
    assert f'action="/form/{workshop.code}?inside=yes"' in inside.text
    answer = send(client, workshop, inside.text, "?inside=yes")
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


def test_more_than_fits_is_refused(database: Database, client: FlaskClient, workshop: Workshop) -> None:
    page = open_page(client, workshop)

    assert send(client, workshop, page, question="x" * 1_001).status_code == 422
    assert send(client, workshop, page, profile="x" * 5_001).status_code == 422
    assert send(client, workshop, page, **{f"more-{n}": "x" for n in range(80)}).status_code == 422
    assert kept(database) == []


@pytest.mark.parametrize("code", ["ZZZZZZ", "x", "%00"])
def test_a_workshop_that_is_not_there_has_no_form(client: FlaskClient, workshop: Workshop, code: str) -> None:
    assert client.get(f"/form/{workshop.code}").status_code == 200
    assert client.get(f"/form/{code}").status_code == 404
    assert client.post(f"/form/{code}").status_code == 404


def test_what_is_sent_counts_in_the_workshop(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    send(client, workshop, open_page(client, workshop))

    with database.read() as session:
        body = session.scalars(select(EventRow.body)).one()
        assert session.scalar(select(func.count()).select_from(EventRow)) == 1
    assert "LeadLeft" in body
    assert "Fatima" not in body


def test_the_code_may_be_typed_in_small_letters(client: FlaskClient, workshop: Workshop) -> None:
    assert client.get(f"/form/{workshop.code.lower()}").status_code == 200
