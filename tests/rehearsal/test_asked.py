"""What a phone finds to answer, in the pages that the server really sends."""

import pytest
from flask.testing import FlaskClient

from workshop import journal, workshops
from workshop.database import Database
from workshop.decks.store import BUNDLED, load
from workshop.events import QuestionClosed, SlideShown
from workshop.journal import Entry
from workshop.rehearsal.asked import Asked, Choice, Form, Question, asked_in
from workshop.rehearsal.page import NotIn, read
from workshop.workshops import Workshop


@pytest.fixture
def workshop(database: Database) -> Workshop:
    with database.write() as session:
        version = load(session, BUNDLED / "onderwijsambassadeurs.md")
        return workshops.start(session, version)


def seen(database: Database, client: FlaskClient, workshop: Workshop, *events: object) -> str:
    with database.write() as session:
        entries = [Entry(workshop.id, event) for event in events]  # type: ignore[arg-type]
        journal.append(session.connection(), entries)
    return client.get(f"/{workshop.code}").get_data(as_text=True)


def test_a_set_of_open_questions_is_found_with_its_texts(
    database: Database, client: FlaskClient, workshop: Workshop
) -> None:
    html = seen(database, client, workshop, SlideShown(12))

    asked = asked_in(html)

    assert [type(each) for each in asked] == [Question] * 6
    first, *_, last = asked
    assert first == Question(0, "Hoe zetten scholen anders bevoegden zo in dat het echt werkt?", 280)
    assert last == Question(5, "Hoe werken verschillende beroepen beter met elkaar samen?", 280)


def test_a_choice_of_several_is_found(database: Database, client: FlaskClient, workshop: Workshop) -> None:
    html = seen(database, client, workshop, SlideShown(14))

    assert asked_in(html) == (Choice((0, 1, 2, 3), several=True),)


@pytest.mark.parametrize(
    ("slide", "name", "some"),
    [(16, "lead", {"leader_name", "consent"}), (17, "friend", {"friend_name", "message"})],
)
def test_a_form_is_found_with_its_fields(
    database: Database,
    client: FlaskClient,
    workshop: Workshop,
    slide: int,
    name: str,
    some: set[str],
) -> None:
    html = seen(database, client, workshop, SlideShown(slide))

    (form,) = asked_in(html)

    assert isinstance(form, Form)
    assert form.name == name
    assert some <= {field.name for field in form.fields}


@pytest.mark.parametrize("slide", [1, 3, 7, 18])
def test_a_slide_that_only_tells_asks_nothing(
    database: Database, client: FlaskClient, workshop: Workshop, slide: int
) -> None:
    html = seen(database, client, workshop, SlideShown(slide))

    assert asked_in(html) == ()


@pytest.mark.parametrize("slide", [12, 14, 16, 17])
def test_a_closed_question_asks_nothing(
    database: Database, client: FlaskClient, workshop: Workshop, slide: int
) -> None:
    html = seen(database, client, workshop, SlideShown(slide), QuestionClosed(slide))

    assert asked_in(html) == ()


def test_a_single_question_without_a_text_is_the_title_of_its_slide() -> None:
    html = """<div><h1>Wat nu?</h1>
        <form class="question stack" data-question="0" data-longest="90"><textarea></textarea></form></div>"""

    assert asked_in(html) == (Question(0, "Wat nu?", 90),)


def test_one_choice_of_many_is_found() -> None:
    html = """<form class="choice"><input type="radio" name="option" value="0">
        <input type="radio" name="option" value="1"></form>"""

    assert asked_in(html) == (Choice((0, 1), several=False),)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<form>",
        "<form class=question data-question=x><textarea>",
        "<<<>>",
        "<form class=choice></form>",
    ],
)
def test_html_of_another_release_does_no_harm(html: str) -> None:
    found: tuple[Asked, ...] = asked_in(html)

    assert found == ()


def test_the_page_says_who_the_phone_is_and_which_language_is_spoken(
    client: FlaskClient, workshop: Workshop
) -> None:
    html = client.get(f"/{workshop.code}").get_data(as_text=True)

    page = read(html, "http://here")

    assert page.language == "nl"
    assert len(page.token) > 20


def test_another_site_is_no_workshop() -> None:
    with pytest.raises(NotIn, match="no workshop of this kind"):
        read("<html><body>It works</body></html>", "http://here")
