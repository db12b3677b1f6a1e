"""The privacy page and the processing record: both say what the settings are, not what they once were."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from flask import Flask

from tests.kinds.drawn import Page
from tests.people import browser
from workshop import create_app
from workshop.cli import workshop as command
from workshop.config import Settings
from workshop.database import Database
from workshop.language import LANGUAGES, speaking
from workshop.personal import PERSONAL, RECIPIENTS
from workshop.privacy.report import processing_record
from workshop.privacy.retention import periods, set_periods
from workshop.workshops import Workshop


def read(app: Flask, query: str = "") -> Page:
    answer = browser(app).get(f"/privacy{query}")
    assert answer.status_code == 200
    return Page(answer.text)


def test_everybody_may_read_it_and_it_names_each_kind_with_its_period(app: Flask) -> None:
    page = read(app)

    for kind in PERSONAL.values():
        assert kind.called() in page.text
        assert kind.purpose() in page.text
    assert "So that we can call or write back to who asked for it. We keep it 12 months." in page.text
    assert "Nobody else gets it, and we sell nothing." in page.text


def test_a_changed_period_stands_on_it_at_once(app: Flask, database: Database) -> None:
    with database.write() as session:
        set_periods(session, {"leads": 1})

    assert "to who asked for it. We keep it one month." in read(app).text


def test_it_says_who_answers_for_it_and_where_mail_goes(settings: Settings, database: Database) -> None:
    changed = replace(
        settings,
        organisation="De Club",
        contact="privacy@example.org",
        smtp_url="smtp://me:geheim@mail.example.org",
    )

    page = read(create_app(changed))

    assert "De Club" in page.text
    assert page.all("a", href="mailto:privacy@example.org")
    assert "The mail server mail.example.org" in page.text
    assert "Nobody else gets it" not in page.text
    assert "geheim" not in str(page.elements) + page.text


def test_coming_from_a_workshop_it_names_the_organisation_of_its_deck(
    app: Flask, database: Database, workshop: Workshop
) -> None:
    from workshop.decks.store import deck_of

    with database.read() as session:
        deck = deck_of(session, workshop.deck_version_id)
    source = "---\ntitle: T\ncontact: a@example.org\norganisation: De Deckclub\n---\n\n# x\n"
    assert deck.organisation != "De Deckclub"
    with database.write() as session:
        from tests.workshops import new_workshop

        other = new_workshop(session, app.extensions["workshop"].settings.data, source)

    assert "De Deckclub" in read(app, f"?workshop={other.code}").text
    assert "De Deckclub" not in read(app).text


@pytest.mark.parametrize("code", ["XXXXXX", "x" * 300, "%00", "<b>"])
def test_a_code_that_no_workshop_has_changes_nothing(app: Flask, code: str) -> None:
    assert read(app, f"?workshop={code}").text == read(app).text


def test_phones_find_it(app: Flask, workshop: Workshop) -> None:
    for address in ("/", f"/{workshop.code}", f"/{workshop.code}/mine", "/sign-in"):
        links = [str(each.get("href")) for each in Page(browser(app).get(address).text).all("a")]
        assert [link for link in links if link.startswith("/privacy")], address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_says_of_each_kind_what_article_30_asks(
    app: Flask, settings: Settings, database: Database, language: str
) -> None:
    with database.read() as session:
        months = periods(session)
    known = replace(settings, organisation="De Club", contact="privacy@example.org")

    with speaking(language):
        record = processing_record(known, months, 1_780_000_000_000)
        sections = record.split("\n## ")[1:]
        for kind, section in zip(PERSONAL.values(), sections, strict=False):
            said = (kind.called(), kind.purpose(), kind.basis(), kind.whose(), kind.what())
            assert [text for text in said if text not in section] == []
            assert section.count("\n- ") == 6
    assert len(sections) == len(PERSONAL) + 1, "and the measures"
    assert "De Club" in record
    assert "privacy@example.org" in record


def test_the_command_prints_it(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_DATA", str(settings.data))
    monkeypatch.setenv("WORKSHOP_ORGANISATION", "De Club")

    done = CliRunner().invoke(command, ["privacy", "report"])

    assert done.exit_code == 0
    assert done.output.startswith("# Record of processing activities\n")
    assert "- Controller: De Club" in done.output


def test_a_part_that_sends_data_away_can_say_so(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.personal.RECIPIENTS", RECIPIENTS)
    RECIPIENTS.append(_somebody)
    try:
        assert "Somebody else gets it." in read(app).text
    finally:
        RECIPIENTS.remove(_somebody)


def _somebody(_settings: Settings) -> str:
    return "Somebody else gets it."
