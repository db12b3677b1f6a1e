"""A sheet that is typed twice is counted once; what is typed otherwise later is a correction."""

from flask import Flask

from tests.paper.desk import ANSWERS, SHEET, Desk
from tests.people import browser
from tests.said import happen
from workshop import create_app, journal
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.events import AnswerEdited, AnswerHidden, AnswerWithdrawn
from workshop.live import stage_of
from workshop.paper.sheet import Sheet
from workshop.workshops import Workshop


def events(database: Database, workshop: Workshop, kind: type) -> list[object]:
    with database.read() as session:
        recorded = journal.read_since(session.connection(), workshop.id, 0)
    return [each.event for each in recorded if isinstance(each.event, kind)]


def test_a_double_press_is_counted_once(desk: Desk) -> None:
    seen = desk.seen(7)

    answers = [desk.send(7, SHEET, seen) for _press in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(desk.answers()) == ANSWERS


def test_two_people_who_type_the_same_sheet_are_counted_once(desk: Desk, app: Flask, owner: User) -> None:
    other = Desk(browser(app, owner), desk.workshop, desk.live)
    seen = desk.seen(7), other.seen(7)

    desk.send(7, SHEET, seen[0])
    other.send(7, SHEET, seen[1])

    assert len(desk.answers()) == ANSWERS


def test_two_processes_count_one_sheet_once(desk: Desk, settings: Settings, owner: User) -> None:
    app = create_app(settings)
    app.config["WTF_CSRF_ENABLED"] = False
    live = stage_of(app).rooms.of(desk.workshop)
    other = Desk(browser(app, owner), desk.workshop, live)
    seen = other.seen(7)

    desk.keep(7, SHEET)
    answer = other.send(7, SHEET, seen)
    other.keep(7, {**SHEET, "2-0-0": "Nee"})
    stage_of(app).writer.stop()

    assert answer.status_code == 302
    assert len(desk.answers()) == len(other.answers()) == ANSWERS
    assert desk.answers()[1].value == "Nee"


def test_the_ids_are_the_same_in_every_process_and_nobody_can_guess_them(desk: Desk) -> None:
    desk.keep(7, {"2-0-0": "Ja"})
    (answer,) = desk.answers()

    again, elsewhere, secretive = (
        Sheet(7, workshop_id, secret)._id("2-0", "0", "0")
        for workshop_id, secret in (
            (desk.workshop.id, desk.browser.application.extensions["workshop"].settings.secret),
            (desk.workshop.id + 1, desk.browser.application.extensions["workshop"].settings.secret),
            (desk.workshop.id, "another"),
        )
    )

    assert answer.id == again
    assert len({again, elsewhere, secretive}) == 3


def test_a_correction_is_an_edit_of_the_same_answer(
    desk: Desk, database: Database, workshop: Workshop
) -> None:
    desk.keep(7, SHEET)
    before = {each.id for each in desk.answers()}

    desk.keep(7, {**SHEET, "2-0-0": "Nee", "3-0-2": ""})

    assert {each.id for each in desk.answers()} == before
    assert [each.value for each in desk.answers()[1:3]] == ["Nee", [0]]
    assert len(events(database, workshop, AnswerEdited)) == 2
    desk.keep(7, SHEET)  # and back again
    assert [each.value for each in desk.answers()[1:3]] == ["Ja", [0, 2]]


def test_what_is_emptied_is_taken_back_and_can_be_typed_again(
    desk: Desk, database: Database, workshop: Workshop
) -> None:
    desk.keep(7, {"2-0-0": "Ja", "9-0-0": "rust", "9-0-1": "ruimte"})

    desk.keep(7, {"2-0-0": "Ja", "9-0-1": "ruimte"})
    assert [each.value for each in desk.answers()] == ["Ja", "ruimte"]
    assert len(events(database, workshop, AnswerWithdrawn)) == 1
    desk.keep(7, {"2-0-0": "Ja", "9-0-0": "stilte", "9-0-1": "ruimte"})

    assert sorted(str(each.value) for each in desk.answers()) == ["Ja", "ruimte", "stilte"]


def test_a_sheet_of_which_all_is_taken_back_is_nobodys(desk: Desk) -> None:
    desk.keep(7, {"2-0-0": "Ja"})

    desk.keep(7, {})

    assert desk.kept() == []
    assert "0 people" in desk.browser.get(f"/workshops/{desk.workshop.id}/results").text.replace(
        "<strong>0</strong> ", "0 "
    )


def test_who_opened_it_before_somebody_else_kept_it_is_asked_first(desk: Desk) -> None:
    early = desk.seen(7)
    desk.keep(7, {"2-0-0": "Ja"})

    overtaken = desk.send(7, {"2-0-0": "Nee"}, early)

    assert overtaken.status_code == 409
    assert "was kept in the meantime" in overtaken.text
    assert [each.value for each in desk.answers()] == ["Ja"]
    desk.keep(7, {"2-0-0": "Nee"})
    assert [each.value for each in desk.answers()] == ["Nee"]


def test_what_the_presenter_hid_stays_hidden_when_it_is_corrected(
    desk: Desk, database: Database, workshop: Workshop
) -> None:
    desk.keep(7, {"1-0-0": "onaardig"})
    (answer,) = desk.answers()
    happen(database, workshop, AnswerHidden(answer.id))

    desk.keep(7, {"1-0-0": "nog onaardiger"})

    (corrected,) = desk.answers()
    assert corrected.hidden
    assert corrected.value == "nog onaardiger"
