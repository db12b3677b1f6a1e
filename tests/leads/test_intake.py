"""Leads from a file: its columns are matched, it is tried, and then done; whatever is in it."""

import io
import re
import zipfile

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from tests.leads.conftest import Leave, SignIn
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.worker import work_once
from workshop.leads.consent import Consent
from workshop.leads.intake import incoming
from workshop.leads.intake.matching import guessed
from workshop.leads.intake.table import decoded
from workshop.leads.lead import LeadRow
from workshop.refused import Refused
from workshop.workshops import Workshop

CSV = """Naam;E-mailadres;Telefoonnummer;School
Zoë de Vries;zoe@school.nl;06 12345678;Het Kompas
;geen adres;;De Ark
Bas;bas@school.nl;;De Toren
"""


@pytest.fixture
def desk(sign_in: SignIn, staff: User) -> FlaskClient:
    return sign_in(staff)


def bring(desk: FlaskClient, content: bytes, name: str = "leads.csv") -> TestResponse:
    page = desk.get("/leads/import").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    data = MultiDict({"csrf_token": token, "file": FileStorage(io.BytesIO(content), name)})
    boundary, body = encode_multipart(data)  # the client's own way leaves a file of its own open
    return desk.post("/leads/import", data=body, content_type=f"multipart/form-data; boundary={boundary}")


def run(desk: FlaskClient, database: Database, settings: Settings, address: str, **changed: str) -> str:
    """Presses a button on the page of columns, lets the worker work, and looks again."""
    page = desk.get(address).text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    chosen = {
        select_[0]: (re.findall(r'value="(\d+)" selected', select_[1]) or [""])[0]
        for select_ in re.findall(r'<select id="\w+" name="(\w+)">(.*?)</select>', page, re.DOTALL)
    }
    fields = {"csrf_token": token, "skip_doubles": "yes", **chosen, **changed}
    assert desk.post(address, data=fields).status_code == 303
    while work_once(database, settings):
        pass
    return desk.get(address).text


def counts(page: str) -> list[int]:
    return [int(n) for n in re.findall(r"<dd>(\d+)</dd>", page)]


def kept(database: Database) -> list[LeadRow]:
    with database.read() as session:
        return list(session.scalars(select(LeadRow).order_by(LeadRow.id)))


def test_a_file_is_tried_first_and_then_brought_in(
    database: Database, settings: Settings, desk: FlaskClient
) -> None:
    address = bring(desk, CSV.encode()).headers["Location"]

    tried = run(desk, database, settings, address)
    assert counts(tried) == [3, 2, 0, 1]
    assert "What would come in" in tried
    assert "<td>3</td><td>E-mail</td><td>This is no complete e-mail address" in tried
    assert kept(database) == []

    done = run(desk, database, settings, address, do="yes")

    assert "It is done" in done
    assert [(lead.leader_name, lead.telephone, lead.school, lead.came_by) for lead in kept(database)] == [
        ("Zoë de Vries", "+31612345678", "Het Kompas", "import"),
        ("Bas", "", "De Toren", "import"),
    ]
    assert not list((settings.data / "incoming").iterdir())  # the file is gone
    assert "Het Kompas" in desk.get("/leads?came=import").text


def test_what_people_agreed_to_is_kept_where_it_is_known(
    database: Database, settings: Settings, desk: FlaskClient
) -> None:
    address = bring(desk, CSV.encode()).headers["Location"]

    run(desk, database, settings, address, do="yes", agreed="Jullie mogen mij bellen.")

    with database.read() as session:
        assert session.scalars(select(Consent.wording)).all() == ["Jullie mogen mij bellen."] * 2


def test_without_it_the_desk_says_that_nothing_is_known(
    database: Database, settings: Settings, desk: FlaskClient
) -> None:
    run(desk, database, settings, bring(desk, CSV.encode()).headers["Location"], do="yes")

    assert "Nothing is known of what this person agreed to" in desk.get("/leads/1").text


def test_who_is_there_already_is_left_out_also_within_the_file(
    database: Database, settings: Settings, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop, telephone="0612345678", email="fatima@a.nl")
    twice = CSV + "Bas nog eens;BAS@school.nl;;De Toren\n"

    page = run(desk, database, settings, bring(desk, twice.encode()).headers["Location"], do="yes")

    assert counts(page) == [4, 1, 2, 1]
    assert [lead.leader_name for lead in kept(database)] == ["Fatima el Idrissi", "Bas"]


def test_an_excel_workbook_is_read_with_its_numbers_and_days(
    database: Database, settings: Settings, desk: FlaskClient
) -> None:
    book = Workbook()
    for row in (["School", "Telefoon", "E-mail"], ["De Ark", 612345678, None], ["=1+1", None, "a@b.nl"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)

    run(desk, database, settings, bring(desk, out.getvalue(), "l.xlsx").headers["Location"], do="yes")

    assert [(lead.school, lead.telephone) for lead in kept(database)] == [
        ("De Ark", "+31612345678"),
        ("", ""),
    ]


def test_our_own_file_comes_back_as_it_went(
    database: Database, settings: Settings, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    before = leave(workshop, school="=Formule BV", question="Eén\nTwee; drie")
    content = desk.get("/leads.csv").data
    with database.write() as session:
        session.delete(session.get_one(LeadRow, before.id))

    run(desk, database, settings, bring(desk, content).headers["Location"], do="yes")

    [after] = kept(database)
    for name in ("leader_name", "telephone", "email", "school", "profile", "board", "question"):
        assert getattr(after, name) == getattr(before, name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_that_spreadsheets_write_is_read(encoding: str) -> None:
    assert decoded("Naam;Zoë é".encode(encoding)) == "Naam;Zoë é"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Choose a file first."),
        (b"\n\n;;\n", "This file is empty."),
        (b"%PDF-1.7\0\x01", "no CSV file"),
        (b"\xff\xfeabc", "no CSV file"),
        (b"PK\x03\x04 not a workbook", "no CSV file"),
        (b"\x81\x8d\x8f;x", "no CSV file"),
        (b'a;b\n"' + b"x" * 200_000, None),
    ],
)
def test_what_is_no_table_says_so_and_is_not_kept(
    desk: FlaskClient, settings: Settings, content: bytes, says: str | None
) -> None:
    answer = bring(desk, content)

    if says is None:  # the heads are right; what follows is told by the try
        assert answer.status_code == 303
        return
    assert answer.status_code == 422
    assert says in answer.text
    assert not (settings.data / "incoming").exists() or not list((settings.data / "incoming").iterdir())


def test_a_quote_that_is_not_closed_ends_the_try_with_its_line(
    database: Database, settings: Settings, desk: FlaskClient
) -> None:
    address = bring(desk, b'School;E-mail\n"' + b"x" * 200_000).headers["Location"]

    assert "Line 2 cannot be read" in run(desk, database, settings, address)


def test_a_zip_that_unpacks_to_too_much_is_not_read(
    desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.leads.intake.table.MOST_UNPACKED", 1_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", "x" * 100_000)

    answer = bring(desk, out.getvalue(), "bomb.xlsx")

    assert answer.status_code == 422
    assert "too much at once" in answer.text


def test_a_hundred_thousand_rows_of_which_some_are_wrong(
    database: Database, settings: Settings, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        f"School {n};p{n}@school.nl;=cmd|' /C calc'!A0" if n % 10 else f"School {n};geen;x"
        for n in range(1, 100_001)
    ]
    content = ("School;E-mail;School\n" + "\n".join(rows)).encode()
    monkeypatch.setattr("workshop.leads.intake.bringing_in.AT_ONCE", 5_000)

    page = run(desk, database, settings, bring(desk, content).headers["Location"])

    assert counts(page) == [100_000, 90_000, 0, 10_000]
    assert "These are the first 200." in page
    assert "School (3)" in page  # of two columns with the same name one can tell which is which


def test_a_worker_that_takes_over_brings_in_none_twice(
    database: Database, settings: Settings, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.leads.intake.bringing_in.AT_ONCE", 1)
    address = bring(desk, CSV.encode()).headers["Location"]
    with monkeypatch.context() as killed:
        killed.setattr("workshop.leads.intake.incoming.forget", _die)
        run(desk, database, settings, address, do="yes")
    with database.write() as session:
        session.connection().exec_driver_sql("UPDATE jobs SET run_after = 0")

    while work_once(database, settings):
        pass

    assert len(kept(database)) == 2
    assert counts(desk.get(address).text) == [3, 2, 0, 1]


def _die(*_args: object) -> None:
    raise RuntimeError("killed here")


def test_presenters_and_strangers_bring_in_nothing_and_nobody_opens_anothers_file(
    database: Database, sign_in: SignIn, client: FlaskClient, owner: User, staff: User, admin: User
) -> None:
    address = bring(sign_in(staff), CSV.encode()).headers["Location"]

    assert sign_in(staff).get(address).status_code == 200
    assert sign_in(admin).get(address).status_code == 404
    for way in ("/leads/import", address):
        assert sign_in(owner).get(way).status_code == 403
        assert client.get(way).status_code == 303
    assert sign_in(staff).get("/leads/import/x").status_code == 404
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(LeadRow)) == 0


def test_a_file_that_was_left_behind_goes_after_a_day(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = incoming.keep(settings, b"x")
    path = incoming.path_of(settings, name)
    assert path is not None
    assert oct(path.stat().st_mode)[-3:] == "600"

    incoming.sweep(settings)
    assert incoming.path_of(settings, name)
    monkeypatch.setattr(incoming, "KEPT_SECONDS", -1)
    incoming.sweep(settings)

    assert incoming.path_of(settings, name) is None


@pytest.mark.parametrize("name", ["", "../secret", "x" * 22, "é" * 22])
def test_no_other_file_is_opened(settings: Settings, name: str) -> None:
    assert incoming.path_of(settings, name) is None


def test_columns_are_guessed_by_what_people_call_them() -> None:
    assert guessed(
        ["Datum", "Contactpersoon", "E-mail adres", "TELEFOON", "Naam van de school", "E-mail"]
    ) == {
        "leader_name": 1,
        "email": 5,
        "telephone": 3,
        "school": 4,
    }
    assert guessed(["", "x", "123"]) == {}


def test_a_file_is_no_table_of_bytes() -> None:
    with pytest.raises(Refused):
        decoded(b"\0")
