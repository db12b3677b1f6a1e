import csv
import io

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.leads.conftest import Leave, SignIn
from workshop.accounts.user import User
from workshop.leads import listing
from workshop.leads.spreadsheet import harmless
from workshop.workshops import Workshop


@pytest.fixture
def desk(sign_in: SignIn, staff: User) -> FlaskClient:
    return sign_in(staff)


def rows(content: bytes) -> list[list[str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";", strict=True))


def test_leads_are_downloaded_as_a_file_that_excel_opens(
    desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop, school="Café Zoë", at=1_782_907_500_000)

    answer = desk.get("/leads.csv")

    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="leads-')
    assert answer.data.startswith(b"\xef\xbb\xbfTime;Workshop;Code;")
    assert answer.data.endswith(b"\r\n")
    head, lead = rows(answer.data)
    assert len(head) == len(lead) == 19
    found = dict(zip(head, lead, strict=True))
    assert found["Time"] == "2026-07-01 14:05"
    assert (found["Workshop"], found["Code"]) == ("Studiedag Utrecht", workshop.code)
    assert found["Name of the school"] == "Café Zoë"
    assert found["E-mail"] == "fatima@deregenboog.nl"
    assert found["Agreed to"].startswith("Stichting Onderwijsambassadeurs mag bewaren")
    assert found["Language"] == "nl"


def test_the_file_is_called_what_it_holds_in_the_language_of_the_page(desk: FlaskClient) -> None:
    answer = desk.get("/leads.csv", headers={"Accept-Language": "nl"})

    assert answer.headers["Content-Disposition"].startswith('attachment; filename="aanmeldingen-')


def test_without_leads_there_are_the_heads_only(desk: FlaskClient) -> None:
    assert len(rows(desk.get("/leads.csv").data)) == 1


def test_a_telephone_number_keeps_its_plus_and_can_be_dialled(
    desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop)

    assert rows(desk.get("/leads.csv").data)[1][4] == "+31 6 12345678"


def test_separators_quotes_and_line_breaks_stay_inside_their_cell(
    desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    odd = 'een; "twee"\n=drie;\t<b>'
    leave(workshop, profile=odd, board='";=cmd|calc')

    lead = rows(desk.get("/leads.csv").data)[1]

    assert lead[7] == 'een; "twee"\n=drie; <b>'
    assert lead[8] == '";=cmd|calc'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "−"])
def test_no_cell_is_taken_for_a_formula(
    desk: FlaskClient, leave: Leave, workshop: Workshop, sign: str
) -> None:
    text = f"{sign}HYPERLINK(A1)"
    leave(workshop, leader_name=text, school=text, board=text, profile=text, question=text)

    lead = rows(desk.get("/leads.csv").data)[1]

    assert [cell for cell in lead if "HYPERLINK" in cell] == [f"'{text}"] * 5


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", " =1", "\u00a0@a", "\tjust a tab"])
def test_blank_space_hides_no_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "De Regenboog", "'s-Gravenhage", "1 = 1", "a@b.nl", "½"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_a_cell_never_begins_like_a_formula(text: str) -> None:
    assert harmless(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")


def test_every_lead_is_in_the_file_however_many_there_are(
    desk: FlaskClient, leave: Leave, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    for number in range(4):
        leave(workshop, at=5, school=f"School {number}")

    schools = [row[6] for row in rows(desk.get("/leads.csv").data)[1:]]

    assert schools == ["School 3", "School 2", "School 1", "School 0"]
