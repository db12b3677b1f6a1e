"""The letters that a lead causes; they are in its transaction, and there is one of each."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.leads.conftest import Leave
from tests.leads.phone import FILLED_IN, submission
from workshop import create_app, journal, leads
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.jobs import job
from workshop.jobs.job import Job
from workshop.leads.erasing import erase
from workshop.leads.happening import Happening
from workshop.leads.lead import LeadRow
from workshop.leads.letters import follow_ups
from workshop.rehearsal.simulated import PREFIX
from workshop.workshops import Workshop

TODAY = date(2026, 11, 30)
HOSTILE = "De Ark\r\nBcc: everybody@example.org <script>"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(
        settings, smtp_url="smtp://localhost:1", public_url="https://w.example.org", mail_from="w@example.org"
    )


def letters(database: Database) -> list[Mapping[str, Any]]:
    with database.read() as session:
        jobs = session.scalars(select(Job).where(Job.kind == "mail").order_by(Job.id))
        return [json.loads(job.body)["letter"] for job in jobs]


def form(attributes: str = 'to="info@example.org"', extra: str = "") -> Deck:
    front = f"---\ntitle: Meer mensen\norganisation: De Club\nlanguage: nl\n{extra}---\n\n"
    return parse(f"{front}# Meedoen\n\n::: lead {{{attributes}}}\nWij bewaren dit.\n:::\n")


def send(database: Database, deck: Deck, workshop: Workshop, settings: Settings, **changed: str) -> str:
    sent = submission(deck, workshop, settings.secret, {**FILLED_IN, **changed}, slide=1)
    with database.write() as session:
        journal.append(session.connection(), [leads.accept(sent), leads.accept(sent)])
        lead = session.scalars(select(LeadRow).where(LeadRow.submission == sent.id)).one()
        return lead.receipt


def test_staff_get_a_letter_without_the_person_and_the_person_a_copy(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    receipt = send(database, form(), workshop, settings)

    to_staff, to_person = letters(database)
    assert to_staff["to"] == "info@example.org"
    assert "De Regenboog" in to_staff["subject"]
    assert to_staff["link"] == "https://w.example.org/leads/1"
    assert "Fatima" not in json.dumps(to_staff)
    assert "612345678" not in json.dumps(to_staff)
    assert to_person["to"] == "fatima@deregenboog.nl"
    assert to_person["link"] == f"https://w.example.org/r/{receipt}"
    assert to_person["sender"] == "De Club"
    with database.read() as session:
        assert session.scalar(select(func.count()).where(Happening.what == "thanked")) == 1


def test_a_form_that_has_addresses_confirmed_asks_first_and_thanks_afterwards(
    app: Flask, database: Database, workshop: Workshop, settings: Settings
) -> None:
    receipt = send(database, form("confirm=true"), workshop, settings)
    [asked] = letters(database)
    proof = asked["link"].partition("?proof=")[2]
    assert asked["link"].startswith(f"https://w.example.org/r/{receipt}?proof=")
    assert "Fatima" not in json.dumps(asked)

    for _ in range(2):
        app.test_client().post(f"/r/{receipt}/confirm", data={"proof": proof})

    assert [letter["to"] for letter in letters(database)] == ["fatima@deregenboog.nl"] * 2


def test_who_leaves_a_telephone_number_only_gets_no_letter(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    send(database, form(), workshop, settings, email="")

    assert [letter["to"] for letter in letters(database)] == ["info@example.org"]


def test_a_rehearsal_writes_to_nobody(database: Database, workshop: Workshop, settings: Settings) -> None:
    sent = replace(submission(form(), workshop, settings.secret, slide=1), participant=f"{PREFIX}1")

    with database.write() as session:
        journal.append(session.connection(), [leads.accept(sent)])

    assert letters(database) == []


def test_without_a_mail_server_a_lead_is_kept_all_the_same(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    create_app(replace(settings, smtp_url=None))

    assert send(database, form(), workshop, settings)
    assert letters(database) == []


def test_no_name_makes_a_header_and_no_contact_costs_a_lead(
    database: Database, workshop: Workshop, settings: Settings
) -> None:
    deck = form(extra='contact: "bel maar"\n')

    assert send(database, deck, workshop, settings, school=HOSTILE, leader_name=HOSTILE)

    to_staff, to_person = letters(database)
    assert "\n" not in to_staff["subject"] + to_person["subject"]
    assert to_person["reply_to"] == ""


def test_the_mornings_list_has_ones_own_open_leads_until_today(
    database: Database, leave: Leave, workshop: Workshop, staff: User, admin: User
) -> None:
    plans = [
        ("Gisteren", staff, -1, 1),
        ("Vandaag", staff, 0, 1),
        ("Morgen", staff, 1, 1),
        ("Van een ander", admin, 0, 1),
        ("Afgesproken", staff, 0, 4),
    ]
    for school, owner, days, status in plans:
        lead = leave(workshop, school=school)
        with database.write() as session:
            row = session.get_one(LeadRow, lead.id)
            row.owner_id, row.status_id, row.next_action = owner.id, status, "Bellen"
            row.next_on = TODAY + timedelta(days=days)

    with database.read() as session:
        due = follow_ups(session, staff, TODAY, "https://w.example.org")

    assert [(each.school, each.action, each.link[:28]) for each in due] == [
        ("Gisteren", "Bellen", "https://w.example.org/leads/"),
        ("Vandaag", "Bellen", "https://w.example.org/leads/"),
    ]


@pytest.mark.parametrize("attributes", ['to="info@example.org"', "confirm=true"])
def test_who_is_erased_gets_no_letter_any_more_and_their_address_waits_in_none(
    app: Flask, database: Database, workshop: Workshop, settings: Settings, attributes: str
) -> None:
    receipt = send(database, form(attributes), workshop, settings)
    send(database, form(attributes), workshop, settings, email="sam@deregenboog.nl")
    count = len(letters(database))

    assert create_app(settings).test_client().post(f"/r/{receipt}/erase").status_code == 200

    with database.read() as session:
        jobs = list(session.scalars(select(Job).where(Job.kind == "mail").order_by(Job.id)))
    assert [job.state for job in jobs] == ["cancelled"] * (count // 2) + ["waiting"] * (count // 2)
    assert "fatima" not in "".join(job.body for job in jobs)


def test_a_letter_that_was_given_up_goes_too(
    app: Flask, database: Database, workshop: Workshop, settings: Settings
) -> None:
    send(database, form("confirm=true"), workshop, settings)
    with database.write() as session:
        claim = job.claim(session)
        assert claim is not None
        job.give_up(session, claim, "refused: 550 no")
        assert "fatima" in session.get_one(Job, claim.id).body

        erase(session, [1])

        session.expire_all()
        assert (session.get_one(Job, claim.id).state, "fatima" in session.get_one(Job, claim.id).body) == (
            "cancelled",
            False,
        )
