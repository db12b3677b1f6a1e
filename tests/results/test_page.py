"""The page of the results: who may see it, and what stands on it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from tests.said import CHOICE, OPEN, given, happen, one_of_each
from workshop.database import Database
from workshop.events import AnswerHidden, Joined
from workshop.results import pages
from workshop.workshops import Workshop

A, B = "a" * 16, "b" * 16
PATHS = ["", "/answers.csv", "/tables.csv", "/answers.jsonl", "/results.xlsx"]


def read(client: FlaskClient, workshop: Workshop, query: str = "") -> Page:
    answer = client.get(f"/workshops/{workshop.id}/results{query}")
    assert answer.status_code == 200
    return Page(answer.text)


@pytest.mark.parametrize("path", PATHS)
def test_the_owner_gets_it_a_colleague_and_a_stranger_do_not(
    app: Flask, els: FlaskClient, database: Database, workshop: Workshop, path: str
) -> None:
    happen(database, workshop, given(A, OPEN, "van een deelnemer"))
    address = f"/workshops/{workshop.id}/results{path}"

    colleague = browser(app, person(database, "Karin")).get(address)
    staff = browser(app, person(database, "Sam", "staff")).get(address)
    stranger = browser(app).get(address)

    assert els.get(address).status_code == 200
    assert (colleague.status_code, staff.status_code) == (403, 403)
    assert stranger.headers["Location"].startswith("/sign-in")
    assert els.get(f"/workshops/999/results{path}").status_code == 404
    for refused in (colleague, staff, stranger):
        assert b"van een deelnemer" not in refused.data


def test_each_question_has_its_table_or_its_answers_and_who_took_part(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, Joined(A), Joined(B), *one_of_each(A), given(B, CHOICE, [2]))

    page = read(els, workshop)

    assert "2 people" in page.text
    assert "Kies Took part: 2 of 2" in page.text
    assert "Wat vind je? Took part: 1 of 2 Meer tijd, en minder regels." in page.text
    assert "rood 1 blauw 0 groen 2" in page.text
    assert "De tweede? Nee" in page.text
    assert len(page.all("table")) == 8
    for stage in page.all("div", **{"data-theme": "light"}):
        assert stage["aria-hidden"] == "true"


def test_before_the_first_answer_it_says_so(els: FlaskClient, workshop: Workshop) -> None:
    page = read(els, workshop)

    assert "No answers yet." in page.text
    assert "0 people" in page.text


def test_hidden_answers_come_with_a_tick_and_so_do_those_in_the_files(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, given(A, OPEN, "onaardig", id="h" * 22), AnswerHidden("h" * 22))

    without, with_ = read(els, workshop), read(els, workshop, "?hidden=1")

    assert "onaardig" not in without.text
    assert "onaardig hidden" in with_.text
    assert with_.all("a", href=f"/workshops/{workshop.id}/results/answers.csv?hidden=1")
    assert els.get(f"/workshops/{workshop.id}/results?hidden=x").status_code == 404


def test_a_long_list_is_cut_and_says_how_many_there_are_more(
    els: FlaskClient, database: Database, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "SHOWN", 2)
    happen(database, workshop, *(given(f"p{n}", OPEN, f"antwoord {n}") for n in range(4)))

    page = read(els, workshop)

    assert "antwoord 1 and 2 more: they are in the files." in page.text
    assert "antwoord 2" not in page.text


def test_what_people_wrote_is_shown_as_text(els: FlaskClient, database: Database, workshop: Workshop) -> None:
    happen(database, workshop, given(A, OPEN, HOSTILE), given(A, 9, HOSTILE[:40]))

    page = read(els, workshop)

    assert HOSTILE in page.text
    assert not page.all("img")
    assert all(each.get("src") for each in page.all("script"))


def test_the_presenters_page_and_the_list_of_workshops_lead_there(
    els: FlaskClient, workshop: Workshop
) -> None:
    for address in ("/workshops", f"/workshops/{workshop.id}"):
        assert Page(els.get(address).text).all("a", href=f"/workshops/{workshop.id}/results")
