"""Answers from paper join all others, and are marked; no phone can set the mark or take a sheet's place."""

import csv
import io
import json
import secrets

import pytest
from flask import Flask

from tests.kinds.drawn import Page
from tests.paper.desk import SHEET, Desk
from tests.said import CHOICE, OPEN, given, happen
from workshop.database import Database
from workshop.events import Answered, decode
from workshop.live import stage_of
from workshop.live.moderating import moderated
from workshop.live.orders import Answer, Edit, Withdraw, phone_command
from workshop.live.submissions import entry_for
from workshop.refused import Refused
from workshop.workshops import Workshop

PHONE = "p" * 16


def test_a_tally_counts_phones_and_paper_together(desk: Desk, database: Database, workshop: Workshop) -> None:
    happen(database, workshop, given(PHONE, CHOICE, [0]), given("q" * 16, CHOICE, [1]))

    desk.keep(7, {"3-0-0": "1"})

    page = Page(desk.browser.get(f"/workshops/{workshop.id}/results").text)
    assert "rood 2 blauw 1 groen 0" in page.text
    assert "Kies Took part: 3 of 3" in page.text


def test_the_results_and_the_presenters_list_say_paper(
    desk: Desk, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, given(PHONE, OPEN, "van een telefoon"))
    desk.keep(7, {"1-0-0": "van papier"})

    page = Page(desk.browser.get(f"/workshops/{workshop.id}/results").text)
    phone, paper = (moderated(answer, desk.live) for answer in desk.answers())

    assert "van papier paper" in page.text
    assert "van een telefoon paper" not in page.text
    assert "1 answer was typed from paper." in page.text
    assert paper["sheet"] == 7
    assert "sheet" not in phone


def test_the_files_have_the_number_of_the_sheet(desk: Desk, database: Database, workshop: Workshop) -> None:
    happen(database, workshop, given(PHONE, OPEN, "van een telefoon"))
    desk.keep(7, {"1-0-0": "van papier"})
    files = f"/workshops/{workshop.id}/results"

    text = desk.browser.get(f"{files}/answers.csv").data.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    lines = [json.loads(line) for line in desk.browser.get(f"{files}/answers.jsonl").data.splitlines()]

    assert head[-1] == "Papieren blad"
    assert [(row[4], row[-1]) for row in rows] == [("van een telefoon", ""), ("van papier", "7")]
    assert [line["paper_sheet"] for line in lines] == [None, 7]


def test_a_phone_cannot_set_the_mark(app: Flask, desk: Desk) -> None:
    stage = stage_of(app)
    sent = {"do": "answer", "id": secrets.token_urlsafe(16), "slide": 1, "question": 0, "value": "ik"}

    stage.submit(desk.live, PHONE, phone_command({**sent, "sheet": 7, "participant": "paper-7"}))

    (answer,) = desk.answers()
    assert (answer.sheet, answer.participant) == (0, PHONE)


@pytest.mark.parametrize("order", ["edit", "withdraw"])
def test_a_phone_cannot_change_what_came_from_paper(app: Flask, desk: Desk, order: str) -> None:
    desk.keep(7, {"1-0-0": "van papier"})
    (answer,) = desk.answers()
    id_ = secrets.token_urlsafe(16)
    command = Edit(id_, answer.id, "gekaapt") if order == "edit" else Withdraw(id_, answer.id)

    with pytest.raises(Refused):
        stage_of(app).submit(desk.live, PHONE, command)

    assert [each.value for each in desk.answers()] == ["van papier"]


def test_paper_passes_the_same_checks_as_a_phone(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        entry_for(Answer("x" * 16, CHOICE, 0, [9]), desk.live.room, desk.live.deck, 1, "paper-7", "", sheet=7)
    with pytest.raises(Refused) as nothing_asked:
        entry_for(Answer("x" * 16, 11, 0, "?"), desk.live.room, desk.live.deck, 1, "paper-7", "", sheet=7)

    assert refused.value.code == "unknown_option"
    assert nothing_asked.value.code == "wrong_kind"


def test_an_older_event_is_read_as_one_from_a_phone() -> None:
    event = decode('{"is":"Answered","participant":"p","answer":"a","slide":1,"question":0,"value":"x"}')

    assert isinstance(event, Answered)
    assert event.sheet == 0


def test_a_room_that_is_opened_anew_knows_the_mark(app: Flask, desk: Desk) -> None:
    desk.keep(7, SHEET)

    room = type(desk.live.room).restore(desk.live.room.snapshot())

    assert {each.sheet for each in room.answers.by_id.values()} == {7}
