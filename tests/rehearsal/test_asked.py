"""What a phone finds to answer, in the pages that the server really sends."""

import pytest
from flask import Flask

from workshop import config, create_app, journal
from workshop.database import Database
from workshop.decks.store import BUNDLED, load
from workshop.events import AnyEvent, QuestionClosed, SlideShown
from workshop.journal import Entry
from workshop.live import stage_of
from workshop.migrate import migrate
from workshop.rehearsal.asked import Counted, Form, Question, asked_in
from workshop.rehearsal.page import NotIn, read
from workshop.workshops import Workshop, start

OF_ANOTHER_RELEASE = [
    "",
    "<<<>>",
    "<form>",
    "<form data-kind=nothing-of-ours></form>",
    "<form data-kind=open data-question=x><textarea>",
]


class Phone:
    """A phone's page, without a browser."""

    def __init__(self, app: Flask, database: Database, workshop: Workshop) -> None:
        self.app = app
        self.database = database
        self.workshop = workshop

    def html(self, *events: AnyEvent) -> str:
        with self.database.write() as session:
            entries = [Entry(self.workshop.id, event) for event in events]
            journal.append(session.connection(), entries)
        stage_of(self.app).rooms.look()
        return self.app.test_client().get(f"/{self.workshop.code}").get_data(as_text=True)


@pytest.fixture(scope="module")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Phone:
    settings = config.load({"WORKSHOP_DATA": str(tmp_path_factory.mktemp("data"))})
    app = create_app(settings)
    database = Database(settings.database_url)
    migrate(database)
    with database.write() as session:
        workshop = start(session, load(session, BUNDLED / "onderwijsambassadeurs.md"))
    return Phone(app, database, workshop)


def test_a_set_of_open_questions_is_found_with_its_texts(phone: Phone) -> None:
    html = phone.html(SlideShown(12))

    first, *others = asked_in(html)

    assert isinstance(first, Question)
    assert first.text == "Hoe zetten scholen anders bevoegden zo in dat het echt werkt?"
    assert first.longest == 280
    assert [each.number for each in others if isinstance(each, Question)] == [1, 2, 3, 4, 5]


def test_a_choice_of_several_is_found(phone: Phone) -> None:
    html = phone.html(SlideShown(14))

    (choice,) = asked_in(html)
    assert isinstance(choice, Counted)
    assert choice.kind == "choice"
    assert (choice.form["data-options"], choice.form["data-several"]) == ("4", "true")


@pytest.mark.parametrize(
    ("slide", "name", "some"),
    [(16, "lead", {"leader_name", "consent"}), (17, "friend", {"friend_name", "message"})],
)
def test_a_form_is_found(phone: Phone, slide: int, name: str, some: set[str]) -> None:
    html = phone.html(SlideShown(slide))

    (form,) = asked_in(html)

    assert isinstance(form, Form)
    assert form.name == name
    assert some <= {field.name for field in form.fields}


@pytest.mark.parametrize("slide", [1, 3, 7, 18])
def test_a_slide_that_only_tells_asks_nothing(phone: Phone, slide: int) -> None:
    html = phone.html(SlideShown(slide))

    assert asked_in(html) == ()


@pytest.mark.parametrize("slide", [12, 14, 16, 17])
def test_a_closed_question_asks_nothing(phone: Phone, slide: int) -> None:
    html = phone.html(SlideShown(slide), QuestionClosed(slide))

    assert asked_in(html) == ()


def test_a_single_question_without_a_text_is_the_title_of_its_slide() -> None:
    html = """<h1>Wat nu?</h1><form data-kind="open" data-question="0" data-longest="90">
        <textarea></textarea></form>"""

    assert asked_in(html) == (Question(0, "Wat nu?", 90),)


@pytest.mark.parametrize("html", OF_ANOTHER_RELEASE)
def test_html_of_another_release_does_no_harm(html: str) -> None:
    assert asked_in(html) == ()


def test_the_page_says_who_the_phone_is_and_which_language_is_spoken(phone: Phone) -> None:
    page = read(phone.html(), "http://here")

    assert page.language == "nl"
    assert len(page.token) > 20


def test_another_site_is_no_workshop() -> None:
    with pytest.raises(NotIn, match="no workshop of this kind"):
        read("<html><body>It works</body></html>", "http://here")
