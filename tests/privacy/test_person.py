"""The page on which staff see what there is of a person, and the copy for them."""

import json
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdfium2 import PdfDocument
from sqlalchemy import select

from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from tests.privacy.traces import ADDRESS, MARKS, NUMBER, OTHERS
from workshop.accounts.user import User
from workshop.audit.entry import AuditEntry
from workshop.database import Database
from workshop.privacy.erasures import Erasure
from workshop.workshops import Workshop

POSTS = ["/privacy/person", "/privacy/person.json", "/privacy/person.pdf", "/privacy/erase"]
THERE = {"answer", "edited", "message", "friend", "sender", "lead", "school", "profile", "question"}


@pytest.mark.parametrize("address", POSTS)
def test_staff_and_admins_may_and_nobody_else(
    app: Flask, staff: FlaskClient, ada: User, database: Database, traces: None, address: str
) -> None:
    asked = {"sought": ADDRESS}
    for allowed in (staff, browser(app, ada)):
        answer = allowed.post(address, data=asked)
        assert answer.status_code in (200, 422)
        answer.close()

    karin = browser(app, person(database, "Karin")).post(address, data=asked)
    assert karin.status_code == 403
    stranger = browser(app).post(address, data=asked)
    assert stranger.headers["Location"].startswith("/sign-in")
    for refused in (karin, stranger):
        assert MARKS["lead"] not in refused.text


def test_all_of_it_is_shown_kind_by_kind(staff: FlaskClient, traces: None) -> None:
    page = Page(staff.post("/privacy/person", data={"sought": ADDRESS}).text)

    assert {place for place in MARKS if MARKS[place] in page.text} >= THERE
    assert "Leads (1)" in page.text
    assert "Answers in words (2)" in page.text
    assert "Cards to friends (1)" in page.text
    assert not [word for word in OTHERS.values() if word in page.text and word != OTHERS["word"]]


@pytest.mark.parametrize("written", [NUMBER, "0612345678", "+31612345678", "(06) 12-34-56-78"])
def test_a_number_is_found_however_it_is_written(staff: FlaskClient, traces: None, written: str) -> None:
    page = Page(staff.post("/privacy/person", data={"sought": written}).text)

    assert MARKS["lead"] in page.text
    assert MARKS["answer"] in page.text, "somebody wrote it in an answer, in a way of their own"


@pytest.mark.parametrize("nearly", [ADDRESS[7:], f"x{ADDRESS}", f"{ADDRESS}.org", "06-12345679"])
def test_who_is_called_nearly_so_is_not_found(staff: FlaskClient, traces: None, nearly: str) -> None:
    page = Page(staff.post("/privacy/person", data={"sought": nearly}).text)

    assert "There is nothing with this address or number." in page.text
    assert MARKS["lead"] not in page.text


@pytest.mark.parametrize("typed", ["", "%", "_", "@", "a@b", "123456", "Fatima", "0" * 300])
def test_what_is_no_address_and_no_number_is_refused(staff: FlaskClient, traces: None, typed: str) -> None:
    for address in POSTS:
        answer = staff.post(address, data={"sought": typed, "sure": "yes"})

        assert answer.status_code == 422, address
        assert MARKS["lead"] not in answer.text


@pytest.mark.parametrize("typed", ["%@%.%", "_@_._", "1" * 16])
def test_no_sign_stands_for_others(staff: FlaskClient, traces: None, typed: str) -> None:
    page = staff.post("/privacy/person", data={"sought": typed})

    assert "There is nothing with this address or number." in page.text
    assert staff.post("/privacy/person.json", data={"sought": typed}).json["kinds"] == {}  # type: ignore[index]


def test_what_is_typed_stands_in_no_address_and_not_in_the_log(
    staff: FlaskClient, database: Database, traces: None
) -> None:
    page = Page(staff.post("/privacy/person", data={"sought": ADDRESS}).text)

    assert all(form.get("method") == "post" for form in page.all("form"))
    assert staff.get(f"/privacy/person?sought={ADDRESS}").status_code == 200
    assert MARKS["lead"] not in staff.get(f"/privacy/person?sought={ADDRESS}").text
    with database.read() as session:
        kept = [str(row) for row in session.execute(select(*AuditEntry.__table__.columns))]
    assert kept
    assert not [row for row in kept if "zeldzaam" in row]


def test_what_people_wrote_is_shown_as_text(staff: FlaskClient, database: Database, traces: None) -> None:
    from workshop.leads.lead import LeadRow

    with database.write() as session:
        session.scalars(select(LeadRow).where(LeadRow.email == ADDRESS)).one().question = HOSTILE

    page = Page(staff.post("/privacy/person", data={"sought": ADDRESS}).text)

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_the_copy_for_programs_has_all_of_it(staff: FlaskClient, traces: None) -> None:
    with staff.post("/privacy/person.json", data={"sought": ADDRESS}) as answer:
        copy = json.loads(answer.data)
        headers = answer.headers

    assert copy["kinds"]["leads"]["kept"][0]["school"] == MARKS["school"]
    assert copy["kinds"]["leads"]["kept"][0]["telephone"] == "+31612345678"
    assert MARKS["answer"] in str(copy["kinds"]["answers"]["kept"]), "also what was corrected"
    assert copy["kinds"]["friend-messages"]["purpose"]
    assert headers["Cache-Control"] == "no-store"
    assert ADDRESS not in str(headers)


def test_the_copy_to_read_has_all_of_it(staff: FlaskClient, traces: None) -> None:
    with staff.post("/privacy/person.pdf", data={"sought": ADDRESS}) as answer:
        data = answer.data

    with PdfDocument(BytesIO(data)) as document:
        said = "".join(page.get_textpage().get_text_bounded() for page in document)
    squeezed = "".join(said.split()).replace("\ufffe", "")
    assert {place for place in THERE if MARKS[place] not in squeezed} == set()


def test_every_look_copy_and_erasure_is_in_the_log(
    staff: FlaskClient, database: Database, traces: None
) -> None:
    def acts() -> set[tuple[str, str]]:
        with database.read() as session:
            return {tuple(row) for row in session.execute(select(AuditEntry.act, AuditEntry.about))}  # type: ignore[misc]

    for address in POSTS[:3]:
        staff.post(address, data={"sought": ADDRESS}).close()
    kinds = ("leads", "answers", "friend-messages", "jobs")
    assert acts() >= {
        ("searched", "person"),
        *(("looked", k) for k in kinds),
        *(("exported", k) for k in kinds),
    }
    assert not [act for act, _about in acts() if act == "erased"]

    staff.post("/privacy/erase", data={"sought": ADDRESS, "sure": "yes"})
    assert acts() >= {("erased", kind) for kind in kinds}


def test_nothing_is_erased_until_it_is_ticked_that_it_is_meant(
    staff: FlaskClient, database: Database, traces: None
) -> None:
    answer = staff.post("/privacy/erase", data={"sought": ADDRESS})

    assert answer.status_code == 422
    assert "what is erased cannot come back" in answer.text
    assert MARKS["lead"] in staff.post("/privacy/person", data={"sought": ADDRESS}).text
    with database.read() as session:
        assert session.scalars(select(Erasure)).all() == []


def test_an_account_is_erased_by_an_admin_only_and_nobodys_own(
    app: Flask, staff: FlaskClient, ada: User, database: Database, sam: User
) -> None:
    karin = person(database, "Karin")
    admin = browser(app, ada)

    def erase(who: FlaskClient, email: str) -> None:
        page = who.post("/privacy/person", data={"sought": email})
        assert "only an admin can erase this" in page.text or who is admin
        who.post("/privacy/erase", data={"sought": email, "sure": "yes"})

    def there() -> set[str]:
        with database.read() as session:
            return set(session.scalars(select(User.name)))

    erase(staff, karin.email)
    assert there() == {"Ada", "Sam", "Karin"}
    erase(admin, karin.email)
    erase(admin, ada.email)
    assert there() == {"Ada", "Sam"}


def test_a_receipt_is_for_staff_and_its_number_cannot_be_guessed(
    app: Flask, staff: FlaskClient, database: Database, workshop: Workshop, traces: None
) -> None:
    answer = staff.post("/privacy/erase", data={"sought": ADDRESS, "sure": "yes"})
    address = answer.headers["Location"]
    assert "Your data has been erased" in staff.get(address).text

    assert browser(app, person(database, "Karin")).get(address).status_code == 403
    assert browser(app).get(address).headers["Location"].startswith("/sign-in")
    assert staff.get("/privacy/receipts/1").status_code == 404
    assert len(address.rpartition("/")[2]) == 9
