"""The funnel as a page: who may see it, what stands on it, and the file."""

import re

import pytest
from flask import Flask

from tests.funnel.conftest import Happen
from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from workshop.accounts.user import User
from workshop.database import Database
from workshop.decks.store import DeckVersion
from workshop.events import Joined
from workshop.funnel import pages
from workshop.workshops import Workshop, start

PATHS = ["", ".csv"]


@pytest.mark.parametrize("path", PATHS)
def test_the_owner_staff_and_admin_see_it_a_colleague_and_a_stranger_do_not(
    app: Flask, database: Database, lively: Workshop, owner: User, path: str
) -> None:
    address = f"/workshops/{lively.id}/funnel{path}"
    for who in (owner, person(database, "Sam", "staff"), person(database, "Ada", "admin")):
        assert browser(app, who).get(address).status_code == 200

    assert browser(app, person(database, "Karin")).get(address).status_code == 403
    stranger = browser(app).get(address)
    assert (stranger.status_code, stranger.headers["Location"][:8]) == (303, "/sign-in")
    assert browser(app, owner).get(f"/workshops/99/funnel{path}").status_code == 404


def test_it_is_a_picture_and_a_table_with_one_large_number(app: Flask, lively: Workshop, owner: User) -> None:
    page = browser(app, owner).get(f"/workshops/{lively.id}/funnel").text

    cells = re.findall(r"<tr><th scope=.row.>(.*?)</th><td>(\d+)</td><td>(.*?)</td></tr>", page)
    assert [(words, int(count)) for words, count, _share in cells] == [
        *(("Joined", 4), ("Gave an answer", 2), ("Cards written", 3), ("Cards printed", 2)),
        *(("Cards looked at", 1), ("Leads", 2), ("Won", 1)),
    ]
    assert cells[5][2] == "50 for every 100 who joined<br>of which by a card: 1"
    widths = [each["width"] for each in Page(page).all("rect")]
    assert widths == [f"{84 * part:.2f}%" for part in (1, 0.5, 0.75, 0.5, 0.25, 0.5, 0.25, 0.25)]
    assert len(re.findall('class="funnel-aim"><strong>2</strong> <span>Leads', page)) == 1


def test_nothing_on_it_is_of_a_person(app: Flask, lively: Workshop, owner: User) -> None:
    mine = browser(app, owner)

    for path in (f"/workshops/{lively.id}/funnel", f"/workshops/{lively.id}/funnel.csv", "/funnel"):
        page = mine.get(path).text
        assert str(4) in page
        assert not any(name in page for name in ("Fatima", "Regenboog", "Sanne", "person-1", "@example"))


def test_before_anybody_joins_it_says_what_comes_here(app: Flask, workshop: Workshop, owner: User) -> None:
    mine = browser(app, owner)

    one, all_ = mine.get(f"/workshops/{workshop.id}/funnel").text, mine.get("/funnel").text

    assert "Nobody has joined yet." in one
    assert "Nobody has joined a workshop yet." in all_
    assert not Page(one + all_).all("table")


def test_a_presenter_without_workshops_is_told_what_comes_here(app: Flask, database: Database) -> None:
    assert "Nobody has joined a workshop yet." in browser(app, person(database, "Bo")).get("/funnel").text


def test_all_together_a_presenter_sees_own_workshops_and_staff_everybodys(
    app: Flask, database: Database, lively: Workshop, other: Workshop, owner: User, happen: Happen
) -> None:
    happen(other, Joined("person-1"))
    sam = person(database, "Sam", "staff")

    for path in ("/funnel", "/funnel.csv"):
        mine, all_ = (browser(app, who).get(path).text for who in (owner, sam))
        assert lively.title in mine
        assert other.title not in mine
        assert lively.title in all_
        assert other.title in all_
        assert browser(app).get(path).headers["Location"].startswith("/sign-in")

    assert "<td>5</td>" in browser(app, sam).get("/funnel").text  # of both together


def test_the_file_has_a_line_a_workshop_and_no_formulas(
    app: Flask, database: Database, lively: Workshop, owner: User
) -> None:
    with database.write() as session:
        session.get_one(Workshop, lively.id).title = "=1+1"

    answer = browser(app, owner).get(f"/workshops/{lively.id}/funnel.csv")

    assert answer.headers["Content-Disposition"] == f'attachment; filename="funnel {lively.code}.csv"'
    heads, cells = answer.text.removeprefix("\ufeff").splitlines()
    assert heads == (
        "Workshop;Code;Started;Joined;Gave an answer;Cards written;Cards printed;Cards looked at;Leads;Won"
    )
    assert re.fullmatch(rf"'=1\+1;{lively.code};\d{{4}}-\d\d-\d\d;4;2;3;2;1;2;1", cells)


def test_a_title_is_shown_as_text(app: Flask, database: Database, lively: Workshop, owner: User) -> None:
    with database.write() as session:
        session.get_one(Workshop, lively.id).title = HOSTILE

    for path in (f"/workshops/{lively.id}/funnel", "/funnel"):
        page = Page(browser(app, owner).get(path).text)
        assert HOSTILE in page.text
        assert page.runs_nothing()


def test_of_two_hundred_workshops_each_has_its_line_and_a_second_look_reads_no_journal(
    app: Flask,
    database: Database,
    lively: Workshop,
    owner: User,
    happen: Happen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with database.write() as session:
        version = session.get_one(DeckVersion, lively.deck_version_id)
        many = [start(session, version, owner.id) for _ in range(200)]
    for each in many:
        happen(each, Joined("person-1"))
    mine = browser(app, owner)

    first = mine.get("/funnel").text
    monkeypatch.setattr("workshop.journal.read_since", None)  # a call would fail
    again = mine.get("/funnel")

    assert again.status_code == 200
    assert "201 workshops" in first
    assert first.count('/funnel">') == pages.SHOWN == 200
    assert "<td>204</td>" in first
    assert "and 1 more: it is in the file." in first
    assert len(mine.get("/funnel.csv").text.splitlines()) == 202


def test_results_cards_and_workshops_and_the_desk_lead_there(
    app: Flask, lively: Workshop, owner: User
) -> None:
    mine, there = browser(app, owner), f"/workshops/{lively.id}/funnel"

    for path in (f"/workshops/{lively.id}/results", f"/workshops/{lively.id}/chain"):
        assert Page(mine.get(path).text).all("a", href=there)
    assert Page(mine.get(f"/leads?workshop={lively.id}").text).all("a", href=there)
    for path in ("/workshops", "/leads", there):
        assert Page(mine.get(path).text).all("a", href="/funnel")
