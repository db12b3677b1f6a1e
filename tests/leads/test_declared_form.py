"""A form that a deck declares: its fields, what people agree to, and the mistakes in it."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.leads.phone import submission
from workshop import journal, leads
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError
from workshop.forms import FieldsRefused
from workshop.kinds.lead import Lead
from workshop.leads.consent import Consent
from workshop.leads.field import fields
from workshop.leads.form import agreements
from workshop.leads.lead import LeadRow
from workshop.workshops import Workshop

DECLARED = """
- Your name {kind=name required=true}
- Mail {kind=email help="We write once."}
- Sector {kind=choice options="Primary; Secondary; Other" required=true}
- How many pupils? {kind=line}
- Send me the newsletter, four times a year. {kind=agree purpose=newsletter}
- I am over 16. {kind=agree purpose=age required=true}

The foundation keeps this to get in touch.
"""
FILLED = {
    "leader_name": "Ann",
    "email": "ann@school.org",
    "extra-3": "Secondary",
    "extra-4": "About 300",
    "agree-5": "yes",
    "agree-6": "yes",
    "consent": "yes",
}


def deck_with(body: str, attributes: str = "") -> Deck:
    return parse(f"---\ntitle: T\nlanguage: en\n---\n\n# Join\n\n::: lead {attributes}\n{body}\n:::\n")


def form_of(body: str) -> Lead:
    form = deck_with(body).slides[0].asks
    assert isinstance(form, Lead)
    return form


def test_the_fields_are_those_that_the_deck_declares() -> None:
    form = form_of(DECLARED)

    found = [(field.name, field.label, field.kind, field.optional) for field in fields(form)]

    assert found == [
        ("leader_name", "Your name", "text", False),
        ("email", "Mail", "email", False),
        ("extra-3", "Sector", "select", False),
        ("extra-4", "How many pupils?", "text", True),
    ]
    assert fields(form)[1].help == "We write once."
    assert fields(form)[1].autocomplete == "email"
    assert [(each.name, each.purpose, each.required) for each in agreements(form)] == [
        ("consent", "contact", True),
        ("agree-5", "newsletter", False),
        ("agree-6", "age", True),
    ]


def test_without_a_list_they_are_the_usual_ones() -> None:
    assert [field.name for field in fields(form_of("We keep this."))] == [field.name for field in fields()]


def send(database: Database, workshop: Workshop, settings: Settings, **changed: str) -> LeadRow:
    sent = submission(deck_with(DECLARED), workshop, settings.secret, {**FILLED, **changed}, slide=1)
    with database.write() as session:
        journal.append(session.connection(), [leads.accept(sent)])
        return session.scalars(select(LeadRow).where(LeadRow.submission == sent.id)).one()


def test_what_is_asked_besides_is_kept_with_its_label(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    lead = send(database, workshop, settings)

    assert json.loads(lead.extra) == [["Sector", "Secondary"], ["How many pupils?", "About 300"]]
    assert (lead.leader_name, lead.school) == ("Ann", "")


def test_each_agreement_is_kept_for_itself_and_only_what_was_ticked(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    lead = send(database, workshop, settings, **{"agree-5": ""})

    with database.read() as session:
        kept = session.scalars(select(Consent).where(Consent.lead_id == lead.id)).all()
    assert [(each.purpose, each.wording) for each in kept] == [
        ("contact", "The foundation keeps this to get in touch."),
        ("age", "I am over 16."),
    ]
    assert kept[0].version != kept[1].version


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"extra-3": "Elsewhere"}, ["extra-3"]),
        ({"extra-3": ""}, ["extra-3"]),
        ({"email": ""}, ["email"]),
        ({"agree-6": ""}, ["agree-6"]),
        ({"consent": ""}, ["consent"]),
        ({"extra-4": "x" * 201}, ["extra-4"]),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    database: Database, workshop: Workshop, settings: Settings, changed: dict[str, str], wrong: list[str]
) -> None:
    assert send(database, workshop, settings)

    with pytest.raises(FieldsRefused) as refused:
        send(database, workshop, settings, **changed)

    assert list(refused.value.fields) == wrong


def test_only_answers_that_were_ticked_go_along(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    along = {
        "answer-2": "Rust",
        "answer-2-question": "Wat nam je mee?",
        "answer-10": "Laatste",
        "answer-3-question": "Zonder antwoord",
        "answer-x": "geen nummer",
    }

    lead = send(database, workshop, settings, **along)

    assert json.loads(lead.answers) == [["Wat nam je mee?", "Rust"], ["", "Laatste"]]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("- Name {kind=name}\n\nWe keep this.", "Nobody can be reached by this form."),
        ("- Mail {kind=email}\n- Other mail {kind=email}\n\nWe keep this.", "asks 'email' twice"),
        ('- Mail {kind=email}\n- Size {kind=choice options="one"}\n\nWe keep this.', "2 to 20 options"),
        ("- Mail {kind=mail}\n\nWe keep this.", "'kind' is 'mail'"),
        ("- Mail {kind=email}\n- Letter {kind=agree}\n\nWe keep this.", "misses 'purpose'"),
        (
            "- Mail {kind=email}\n- A {kind=agree purpose=x}\n- B {kind=agree purpose=x}\n\nOk.",
            "the same purpose",
        ),
        ("- Mail {kind=email size=3}\n\nWe keep this.", "has no 'size'"),
        ("- {kind=email}\n\nWe keep this.", "no name"),
        ("- Mail {kind=email}", "does not say what people agree to"),
    ],
)
def test_a_mistake_in_the_form_is_told(body: str, says: str) -> None:
    with pytest.raises(DeckError) as raised:
        deck_with(body)

    assert says in str(raised.value)


def test_a_form_of_another_slide_is_not_taken(workshop: Workshop, settings: Settings) -> None:
    sent = submission(deck_with(DECLARED), workshop, settings.secret, FILLED, slide=1)

    assert leads.accept(sent)
    with pytest.raises(Exception, match="no form"):
        leads.accept(replace(sent, slide=2))
