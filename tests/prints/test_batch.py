"""A workshop's cards: which messages are printed, who may have them, and what is left in the folder."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.cards import paper
from tests.friends.written import words, write
from tests.people import browser, own, person
from tests.prints.made import BASE, cards
from tests.workshops import CHOICE, OPEN, TWO
from workshop import journal
from workshop.accounts.user import User
from workshop.assets import VENDOR
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import DeckVersion
from workshop.events import (
    Answered,
    AnswerEdited,
    AnswerHidden,
    AnswerShown,
    AnswerSorted,
    AnswerWithdrawn,
    AnyEvent,
    SlideShown,
    ThemeNamed,
)
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.journal import Entry
from workshop.prints.batch import JOB
from workshop.workshops import Workshop, start

ME = "p" * 16
Happen = Callable[..., None]


@pytest.fixture
def happen(database: Database, workshop: Workshop) -> Happen:
    def happen(*events: AnyEvent) -> None:
        with database.write() as session:
            journal.append(session.connection(), [Entry(workshop.id, event) for event in events])

    return happen


def answered(name: str, text: str, slide: int = OPEN, question: int = 0) -> Answered:
    return Answered(ME, name * 16, slide, question, text)


def another(database: Database, workshop: Workshop) -> Workshop:
    """A second workshop of the same deck."""
    with database.write() as session:
        return start(session, session.get_one(DeckVersion, workshop.deck_version_id))


def messages(database: Database, workshop: Workshop) -> list[str]:
    return [card.message for card in cards(database, workshop, "answers")]


def test_an_answer_card_has_the_question_the_answer_and_where_it_came_from(
    database: Database, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"), answered("b", "Vertrouwen", TWO, 1))

    first, second = cards(database, workshop, "answers")

    assert (first.heading, first.message) == ("Wat vind je?", "Meer doen"), "the slide's title asks"
    assert (second.heading, second.message) == ("De tweede?", "Vertrouwen")
    assert first.kicker == "Een kleine presentatie"
    assert first.link == f"{BASE}/{workshop.code}"
    assert first.footnote.startswith("Een kleine presentatie, ")
    assert first.signature == "", "who answered is nobody's business"


def test_an_answer_that_was_sorted_has_its_theme_on_its_card(
    database: Database, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"), ThemeNamed(9, 1, "Samen"), AnswerSorted(9, "a" * 16, 1))

    (card,) = cards(database, workshop, "answers")

    assert card.kicker == "Samen"


def test_hidden_and_withdrawn_answers_are_left_out(
    database: Database, workshop: Workshop, happen: Happen
) -> None:
    happen(
        SlideShown(OPEN),
        *(answered(name, f"antwoord {name}") for name in "abcde"),
        AnswerHidden("a" * 16),
        AnswerWithdrawn(ME, "b" * 16),
        AnswerHidden("c" * 16),
        AnswerShown("c" * 16),
        AnswerEdited(ME, "d" * 16, "iets anders"),
        AnswerHidden("e" * 16),
        AnswerWithdrawn(ME, "e" * 16),
        AnswerShown("e" * 16),
    )

    assert messages(database, workshop) == ["antwoord c", "iets anders"]


def test_what_people_ticked_is_not_printed(database: Database, workshop: Workshop, happen: Happen) -> None:
    happen(Answered(ME, "a" * 16, CHOICE, 0, [0, 2]), answered("b", "wel"))

    assert messages(database, workshop) == ["wel"]


def test_a_friend_card_has_both_names_and_leads_to_its_own_page(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    written = write(database, settings, workshop, words(), words(friend_name="Bo", message="Hoi"))

    first, second = cards(database, workshop, "friends")

    assert (first.heading, first.message, first.signature) == (
        "Voor Sanne",
        "Kom je een keer kijken?",
        "Anna",
    )
    assert (second.heading, second.message) == ("Voor Bo", "Hoi")
    assert [first.link, second.link] == [f"{BASE}/f/{message.token}" for message in written]


def test_answers_and_messages_of_another_workshop_are_left_out(
    database: Database, settings: Settings, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "van hier"))
    write(database, settings, workshop, words())

    other = another(database, workshop)

    assert cards(database, other, "answers") == cards(database, other, "friends") == []


def put(database: Database, workshop: Workshop, kind: str) -> int:
    with database.write() as session:
        return enqueue(session, JOB, {"kind": kind, "base": BASE}, workshop.id).id


def job(database: Database, number: int) -> Job:
    with database.read() as session:
        return session.get_one(Job, number)


def test_the_job_prints_them_and_reports_what_came_out(
    database: Database, settings: Settings, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"), answered("b", "Top \ue000"), answered("c", "lang " * 400))
    number = put(database, workshop, "answers")

    assert work_once(database, settings)

    done = job(database, number)
    assert (done.state, done.error) == ("done", "")
    assert done.results["cards"] == 3
    assert done.results["printed"] == 4
    assert done.results["sheets"] == 1
    assert done.results["continued"] == 1
    assert done.results["boxes"] == [["U+E000", 1]]
    assert done.results["fonts"] == []
    pdf = (settings.files / f"cards-{number}.pdf").read_bytes()
    assert "Meer doen" in paper.texts(pdf, back=False, sides=1)[0]
    assert set(paper.codes(pdf, page=0)) == {f"{BASE}/{workshop.code}"}


def test_a_batch_says_which_fonts_would_have_helped_and_takes_those_that_are_there(
    database: Database, settings: Settings, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "안녕하세요"))
    first = put(database, workshop, "answers")
    work_once(database, settings)
    settings.fonts.symlink_to(VENDOR / "east")
    second = put(database, workshop, "answers")
    work_once(database, settings)

    without, with_it = job(database, first).results, job(database, second).results

    assert (len(without["boxes"]), without["fonts"]) == (5, ["korean"])
    assert (with_it["boxes"], with_it["fonts"]) == ([], [])


def test_the_file_appears_whole_and_nothing_else_is_left(
    database: Database, settings: Settings, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))
    number = put(database, workshop, "answers")

    work_once(database, settings)

    names = sorted(path.name for path in settings.files.iterdir())
    assert names == [f"cards-{number}.contents.pdf", f"cards-{number}.pdf"]
    assert (settings.files / f"cards-{number}.pdf").read_bytes().endswith(b"%%EOF\n")


@pytest.mark.parametrize("kind", ["answers", "friends"])
def test_a_job_with_nothing_to_print_fails_with_its_text_and_leaves_no_file(
    database: Database, settings: Settings, workshop: Workshop, kind: str
) -> None:
    number = put(database, workshop, kind)

    work_once(database, settings)

    failed = job(database, number)
    assert (failed.state, failed.attempts) == ("failed", 1)
    assert failed.error == "Er is nog niets om af te drukken."
    assert list(settings.files.iterdir()) == []


def test_answers_hidden_after_the_job_was_put_in_are_not_printed(
    database: Database, settings: Settings, workshop: Workshop, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))
    number = put(database, workshop, "answers")
    happen(AnswerHidden("a" * 16))

    work_once(database, settings)

    assert job(database, number).error == "Er is nog niets om af te drukken."


def address(workshop: Workshop, end: str = "") -> str:
    return f"/workshops/{workshop.id}/cards{end}"


def fetched(visitor: FlaskClient, where: str) -> bytes:
    """A PDF from its address."""
    with visitor.get(where) as answer:
        assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
        return bytes(answer.data)


def make(visitor: FlaskClient, workshop: Workshop, kind: str = "answers") -> str:
    """Presses the button; gives the page that comes then."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get(address(workshop)).text)
    assert token
    data = {"csrf_token": token[1], "kind": kind}
    return visitor.post(address(workshop), data=data, follow_redirects=True).text


def made(app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User) -> FlaskClient:
    """The owner's browser, after cards were made."""
    visitor = browser(app, owner)
    make(visitor, workshop)
    assert work_once(database, settings)
    return visitor


def test_the_owner_has_cards_made_and_gets_the_pdf(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))

    visitor = browser(app, owner)
    waiting = make(visitor, workshop)
    work_once(database, settings)
    page = visitor.get(address(workshop)).text
    pdf = fetched(visitor, address(workshop, ".pdf"))

    assert "Being made…" in waiting
    assert "Open the PDF" in page
    assert "1 card, 1 sheet" in page
    contents = fetched(visitor, address(workshop, "/contents.pdf"))
    assert "Meer doen" in paper.whole_text(contents, 0)
    assert "Meer doen" in paper.texts(pdf, back=False, sides=1)[0]


def test_an_older_pdf_can_be_had_by_its_number(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Eerste"))
    visitor = made(app, database, settings, workshop, owner)
    happen(answered("b", "Tweede"))
    made(app, database, settings, workshop, owner)

    newest, older = (fetched(visitor, address(workshop, end)) for end in (".pdf", ".pdf?job=1"))

    assert len(paper.texts(newest, back=False, sides=1)) == 2
    assert len(paper.texts(older, back=False, sides=1)) == 1


def test_a_workshop_without_answers_is_refused_with_its_text(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User
) -> None:
    answer = make(browser(app, owner), workshop)

    assert '<p class="notice bad" role="alert">There is nothing to print yet.</p>' in answer
    assert not work_once(database, settings), "no job was put in"


def test_where_there_is_no_pdf_the_page_comes_that_makes_one(
    app: Flask, workshop: Workshop, owner: User
) -> None:
    for end in (".pdf", ".pdf?job=99", ".pdf?job=x"):
        answer = browser(app, owner).get(address(workshop, end))

        assert (answer.status_code, answer.location) == (302, address(workshop))


def test_the_pdf_of_another_workshop_is_not_had_by_its_number(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Geheim"))
    made(app, database, settings, workshop, owner)
    colleague = person(database, "Bo")
    other = another(database, workshop)
    own(database, other, colleague)

    answer = browser(app, colleague).get(address(other, ".pdf?job=1"))

    assert (answer.status_code, answer.location) == (302, address(other))


def test_a_pdf_that_is_gone_from_the_disk_is_not_found(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))
    visitor = made(app, database, settings, workshop, owner)

    for path in Path(settings.files).iterdir():
        path.unlink()

    assert visitor.get(address(workshop, ".pdf")).status_code == 404


@pytest.mark.parametrize("role", ["presenter", "staff"])
def test_a_colleague_gets_neither_the_page_nor_the_pdf(
    app: Flask,
    database: Database,
    settings: Settings,
    workshop: Workshop,
    owner: User,
    happen: Happen,
    role: str,
) -> None:
    happen(answered("a", "Meer doen"))
    assert fetched(made(app, database, settings, workshop, owner), address(workshop, ".pdf"))
    colleague = browser(app, person(database, "Bo", role))

    answers = [colleague.get(address(workshop, end)) for end in ("", ".pdf", ".pdf?job=1")]

    assert [answer.status_code for answer in answers] == [403] * 3


def test_an_admin_gets_both(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))
    made(app, database, settings, workshop, owner)
    admin = browser(app, person(database, "Ada", "admin"))

    assert admin.get(address(workshop)).status_code == 200
    assert fetched(admin, address(workshop, ".pdf"))


def test_a_stranger_is_asked_to_sign_in(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))
    made(app, database, settings, workshop, owner)

    for end in ("", ".pdf"):
        answer = browser(app).get(address(workshop, end))

        assert (answer.status_code, answer.location) == (303, f"/sign-in?next={address(workshop, end)}")


def test_an_unknown_sort_of_cards_is_refused(
    app: Flask, workshop: Workshop, owner: User, happen: Happen
) -> None:
    happen(answered("a", "Meer doen"))

    assert make(browser(app, owner), workshop, "answers")
    assert "400" in make(browser(app, owner), workshop, "money")


def test_without_a_public_address_the_page_says_where_the_codes_lead(
    app: Flask, workshop: Workshop, owner: User
) -> None:
    assert "WORKSHOP_PUBLIC_URL" in browser(app, owner).get(address(workshop)).text


def test_what_was_chosen_stays_chosen_but_for_peoples_names(
    app: Flask, workshop: Workshop, owner: User
) -> None:
    visitor = browser(app, owner)
    token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get(address(workshop)).text)
    assert token
    chosen = {"kind": "badges", "names": "Noor Bakker", "design": "band", "paper": "sra4", "lies": "false"}

    answer = visitor.post(address(workshop), data={**chosen, "csrf_token": token[1]})

    assert answer.status_code == 303
    assert "Noor" not in answer.location
    page = visitor.get(answer.location).text
    for choice in (
        'value="badges" checked',
        'value="band" checked',
        'value="sra4" selected',
        'value="false" selected',
    ):
        assert choice in page
