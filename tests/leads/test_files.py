"""The files of leads: a workbook, vCards, and the calendar of next actions."""

import io
from datetime import date

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.leads.conftest import Leave, SignIn
from workshop.accounts import user as users
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.leads import agenda
from workshop.leads.lead import LeadRow
from workshop.leads.lines import folded, text
from workshop.workshops import Workshop


@pytest.fixture
def desk(sign_in: SignIn, staff: User) -> FlaskClient:
    return sign_in(staff)


def unfolded(content: str) -> list[str]:
    return content.replace("\r\n ", "").split("\r\n")


def test_the_workbook_has_each_lead_as_texts(desk: FlaskClient, leave: Leave, workshop: Workshop) -> None:
    leave(workshop, school='=HYPERLINK("http://evil.example")', board="0012")
    leave(workshop, school="Café Zoë")

    answer = desk.get("/leads.xlsx")

    assert answer.headers["Content-Disposition"].startswith("attachment; filename=leads-")
    assert answer.headers["Cache-Control"] == "no-store"
    head, newest, oldest = load_workbook(io.BytesIO(answer.data)).worksheets[0].iter_rows(values_only=True)
    found = dict(zip(head, oldest, strict=True))
    assert newest[head.index("Name of the school")] == "Café Zoë"
    assert found["Name of the school"] == '=HYPERLINK("http://evil.example")'
    assert found["School board"] == "0012"
    assert found["Telephone"] == "+31 6 12345678"
    sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}  # no formula, no link


def test_the_address_book_has_a_card_for_each_lead(
    desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop, leader_name="Jansen, Jan; \\dr.\\", question="Regel één\nRegel twee")

    answer = desk.get("/leads.vcf")

    assert answer.content_type == "text/vcard; charset=utf-8"
    lines = unfolded(answer.text)
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:4.0"]
    assert "FN:Jansen\\, Jan\\; \\\\dr.\\\\" in lines
    assert "TEL;VALUE=uri:tel:+31612345678" in lines
    assert "EMAIL:fatima@deregenboog.nl" in lines
    assert "NOTE:Regel één\\nRegel twee" in lines


def test_a_filter_holds_for_the_files_too(
    desk: FlaskClient, leave: Leave, workshop: Workshop, other_workshop: Workshop
) -> None:
    leave(workshop, school="Wel")
    leave(other_workshop, school="Niet")

    for file in ("leads.csv", "leads.vcf"):
        content = desk.get(f"/{file}?words=wel&workshop={workshop.id}").text
        assert "Wel" in content
        assert "Niet" not in content


def plan(database: Database, lead: LeadRow, person: User, **columns: object) -> None:
    with database.write() as session:
        row = session.get_one(LeadRow, lead.id)
        row.owner_id = person.id
        for name, value in columns.items():
            setattr(row, name, value)


def test_a_calendar_has_ones_own_next_actions_and_no_names(
    database: Database,
    client: FlaskClient,
    leave: Leave,
    workshop: Workshop,
    staff: User,
    admin: User,
    settings: Settings,
) -> None:
    plan(database, leave(workshop), staff, next_on=date(2026, 12, 31), next_action="Bellen, of mailen")
    plan(database, leave(workshop), staff)
    plan(database, leave(workshop, school="Van een ander"), admin, next_on=date(2026, 12, 1))

    answer = client.get(f"/agenda/{staff.id}/{agenda.key(staff, settings.secret)}.ics")

    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    lines = unfolded(answer.text)
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "SUMMARY:Bellen\\, of mailen: De Regenboog" in lines
    assert "Fatima" not in answer.text
    assert "612345678" not in answer.text


def test_the_desk_names_the_address_of_ones_own_calendar(
    desk: FlaskClient, client: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop)
    address = desk.get("/leads").text.partition('href="/agenda/')[2].partition('"')[0]

    assert client.get(f"/agenda/{address}").status_code == 200


def test_nobody_elses_key_opens_a_calendar_and_an_old_one_none(
    database: Database, client: FlaskClient, staff: User, admin: User, settings: Settings
) -> None:
    mine, other = agenda.key(staff, settings.secret), agenda.key(admin, settings.secret)

    assert client.get(f"/agenda/{staff.id}/{mine}.ics").status_code == 200
    for address in (f"{staff.id}/{other}", f"{admin.id}/{mine}", f"999/{mine}", f"{staff.id}/é"):
        assert client.get(f"/agenda/{address}.ics").status_code == 404
    with database.write() as session:
        person = users.by_email(session, staff.email)
        assert person
        person.change_password("another")
    assert client.get(f"/agenda/{staff.id}/{mine}.ics").status_code == 404


@given(st.text(max_size=200))
def test_no_line_is_too_long_and_none_is_lost(words: str) -> None:
    written = folded([f"NOTE:{text(words)}"])

    assert all(len(line.encode(errors="surrogatepass")) <= 75 for line in written.split("\r\n"))
    assert written.endswith("\r\n")
    assert unfolded(written)[0] == f"NOTE:{text(words)}"
    assert len(unfolded(written)) == 2
