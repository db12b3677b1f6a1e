"""What stands on cards for people in the room and for the desk, and what each person takes along."""

import pytest
from flask import Flask

from tests.prints.made import BASE, cards
from tests.workshops import CHOICE, OPEN, TWO
from workshop import journal
from workshop.cards.takeaway import Takeaway
from workshop.database import Database
from workshop.events import Answered, AnswerWithdrawn, AnyEvent
from workshop.journal import Entry
from workshop.leads.lead import LeadRow
from workshop.prints.form import counts_of
from workshop.workshops import Workshop

ME, YOU = "p" * 16, "q" * 16


def happen(database: Database, workshop: Workshop, *events: AnyEvent) -> None:
    with database.write() as session:
        journal.append(session.connection(), [Entry(workshop.id, event) for event in events])


def lead(workshop: Workshop, number: int, **changed: str) -> LeadRow:
    usual = {
        "leader_name": "Noor Bakker",
        "telephone": "+31612345678",
        "email": "noor@example.org",
        "school": "De Regenboog",
        "profile": "",
        "board": "Stichting Oost",
        "question": "Hoe beginnen we?",
    }
    return LeadRow(
        workshop_id=workshop.id,
        submission=f"l{number}",
        came_by="room",
        language="nl",
        status_id=1,
        created_at=number,
        changed_at=number,
        **{**usual, **changed},
    )


def test_a_lead_card_has_all_that_was_left_and_a_code_that_calls(
    database: Database, workshop: Workshop
) -> None:
    with database.write() as session:
        session.add_all([lead(workshop, 2, telephone=""), lead(workshop, 1)])

    first, second = cards(database, workshop, "leads")

    assert (first.kicker, first.heading, first.link) == ("Vertrouwelijk", "Noor Bakker", "tel:+31612345678")
    assert first.message == (
        "+31 6 12345678\nnoor@example.org\n\nDe Regenboog\nStichting Oost\n\nHoe beginnen we?"
    )
    assert (second.link, second.link_words) == ("mailto:noor@example.org", "Scan om te mailen")


@pytest.mark.parametrize("kind", ["tables", "posters"])
def test_a_card_for_tables_and_doors_says_how_to_come_in(
    database: Database, workshop: Workshop, kind: str
) -> None:
    made = cards(database, workshop, kind, copies=3)

    assert len(made) == 3
    assert {card.link for card in made} == {f"{BASE}/{workshop.code}"}
    assert {card.address for card in made} == {f"example.org/{workshop.code}"}


def test_the_place_stands_beside_the_day(database: Database, workshop: Workshop) -> None:
    happen(database, workshop, Answered(ME, "a" * 16, OPEN, 0, "Meer doen"))

    (card,) = cards(database, workshop, "answers", place=" Utrecht ")

    assert card.footnote.startswith("Een kleine presentatie, Utrecht, ")


def test_badges_are_read_from_what_people_type_and_what_a_spreadsheet_gives(
    database: Database, workshop: Workshop
) -> None:
    names = "Noor Bakker, De Regenboog\n\n  Sam\nZoë\tOBS Oost\tAlmere\r\n;\nJan; de directeur, sinds 2020\n"

    made = cards(database, workshop, "badges", names=names)

    assert [(card.heading, card.kicker) for card in made] == [
        ("Noor Bakker", "De Regenboog"),
        ("Sam", ""),
        ("Zoë", "OBS Oost\tAlmere"),
        ("Jan", "de directeur, sinds 2020"),
    ]


def test_each_person_takes_their_own_answers_along(database: Database, workshop: Workshop) -> None:
    happen(
        database,
        workshop,
        Answered(ME, "a" * 16, OPEN, 0, "Meer doen"),
        Answered(YOU, "b" * 16, TWO, 1, "Vertrouwen"),
        Answered(ME, "c" * 16, CHOICE, 0, [0, 2]),
        Answered("r" * 16, "d" * 16, OPEN, 0, "Toch niet"),
        AnswerWithdrawn("r" * 16, "d" * 16),
    )

    mine, yours = cards(database, workshop, "takeaways")

    assert isinstance(mine, Takeaway)
    assert [passage.question for passage in mine.passages] == ["Wat vind je?", "Kies"]
    assert mine.passages[0].answers == ("Meer doen",)
    assert [passage.answers for passage in yours.passages] == [("Vertrouwen",)]
    assert (mine.name, yours.name) == ("Deelnemer 1", "Deelnemer 2")


def test_the_page_counts_what_would_be_printed(app: Flask, database: Database, workshop: Workshop) -> None:
    happen(
        database,
        workshop,
        Answered(ME, "a" * 16, OPEN, 0, "Meer doen"),
        Answered(ME, "b" * 16, OPEN, 0, "En vaker"),
        Answered(YOU, "c" * 16, CHOICE, 0, [0]),
    )
    with database.write() as session:
        session.add(lead(workshop, 1))

    counts = counts_of(database, workshop)

    assert counts == {"friends": 0, "answers": 2, "takeaways": 2, "leads": 1}
    assert {kind: len(cards(database, workshop, kind)) for kind in counts} == counts
