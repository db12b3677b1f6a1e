"""The pages on which a presenter looks back: for whom they open, and what they show."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import films
from tests.people import browser, own, person
from tests.workshops import CHOICE, DECK, OPEN, new_workshop
from workshop import journal
from workshop.accounts.user import User
from workshop.database import Database
from workshop.events import (
    Answered,
    Joined,
    RehearsalBegun,
    RehearsalErased,
    SlideShown,
)
from workshop.journal import Entry
from workshop.workshops import Workshop


@pytest.fixture
def els(app: Flask, owner: User) -> FlaskClient:
    return browser(app, owner)


def address(workshop: Workshop, moment: int | None = None) -> str:
    page = f"/workshops/{workshop.id}/replay"
    return page if moment is None else f"{page}/frame?at={moment}"


def test_the_owner_looks_back_and_finds_a_table_of_the_slides(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    films.write(
        database,
        workshop.id,
        [
            (0, Joined("p")),
            (5_000, SlideShown(OPEN)),
            (65_000, Answered("p", "a", OPEN, 0, "mooi")),
            (125_000, SlideShown(CHOICE)),
        ],
    )

    page = els.get(address(workshop))

    text = page.get_data(as_text=True)
    assert page.status_code == 200
    assert f'{OPEN}. Wat vind je?</td><td><button type="button" class="link" data-at="5000">0:05' in text
    assert 'data-at="125000">2:05</button></td><td>0</td>' in text


def test_titles_stand_in_the_face_that_the_deck_names(app: Flask, database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        workshop = new_workshop(
            session, tmp_path, DECK.replace("language: nl", "language: nl\ndisplay: gabarito")
        )
    owner = person(database, "Els")
    own(database, workshop, owner)

    page = browser(app, owner).get(address(workshop)).get_data(as_text=True)

    assert "css/faces.css" in page


def test_a_frame_is_what_the_projector_showed_and_until_when(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    films.write(
        database,
        workshop.id,
        [(0, Joined("p")), (1_000, SlideShown(OPEN)), (2_000, Answered("p", "a", OPEN, 0, "mooi"))],
    )

    lobby, empty, answered = (els.get(address(workshop, moment)).get_json() for moment in (0, 1_500, 9_000))

    assert (lobby["number"], lobby["until"]) == (0, 1_000)
    assert (empty["number"], empty["answers"], empty["until"]) == (OPEN, [], 2_000)
    assert [answer["value"] for answer in answered["answers"]] == ["mooi"]
    assert answered["counts"]["people"] == 1
    assert answered["until"] is None


def test_what_is_erased_while_somebody_looks_is_gone_from_the_next_frame(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    films.write(
        database,
        workshop.id,
        [
            (0, SlideShown(OPEN)),
            (1, RehearsalBegun(10)),
            (2, Joined("rehearsal-x", rehearsal=True)),
            (3, Answered("rehearsal-x", "a", OPEN, 0, "nep")),
        ],
    )
    before = els.get(address(workshop, 10)).get_json()

    with database.write() as session:
        journal.append(session.connection(), [Entry(workshop.id, RehearsalErased())])
    after = els.get(address(workshop, 10)).get_json()

    assert [answer["value"] for answer in before["answers"]] == ["nep"]
    assert before["rehearsal"]["phones"] == 10
    assert after["answers"] == []
    assert after["rehearsal"]["phones"] == 0
    assert "nep" not in els.get(address(workshop)).get_data(as_text=True)


def test_a_workshop_in_which_nothing_happened_says_so(els: FlaskClient, workshop: Workshop) -> None:
    page = els.get(address(workshop)).get_data(as_text=True)

    assert "Nothing has happened in this workshop yet." in page
    assert els.get(address(workshop, 0)).status_code == 200


@pytest.mark.parametrize("moment", ["-5", "x", "99999999999999", ""])
def test_a_moment_that_is_none_is_the_beginning_or_the_end(
    els: FlaskClient, database: Database, workshop: Workshop, moment: str
) -> None:
    films.write(database, workshop.id, [(0, SlideShown(OPEN))])

    assert els.get(f"{address(workshop)}/frame?at={moment}").get_json()["number"] == OPEN


def test_it_is_the_owners_alone(app: Flask, els: FlaskClient, database: Database, workshop: Workshop) -> None:
    films.write(database, workshop.id, [(0, SlideShown(OPEN))])
    colleague, staff = (
        browser(app, person(database, "Bo")),
        browser(app, person(database, "Sam", "staff")),
    )
    stranger = browser(app)

    for page in (address(workshop), address(workshop, 0)):
        assert els.get(page).status_code == 200
        assert colleague.get(page).status_code == 403
        assert staff.get(page).status_code == 403
        assert stranger.get(page).status_code == 303
    assert els.get("/workshops/999/replay").status_code == 404


def test_the_list_and_the_presenters_page_lead_to_it(els: FlaskClient, workshop: Workshop) -> None:
    assert address(workshop) in els.get("/workshops").get_data(as_text=True)
    assert address(workshop) in els.get(f"/workshops/{workshop.id}").get_data(as_text=True)
