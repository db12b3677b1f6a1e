from dataclasses import replace

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from tests.leads.phone import FILLED_IN, submission
from workshop import journal, leads
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.decks.deck import Deck
from workshop.events import LeadLeft
from workshop.forms import FORMS, FieldsRefused, Submission
from workshop.journal import Appended, EventRow
from workshop.leads.consent import Consent, version_of
from workshop.leads.lead import LeadRow
from workshop.refused import Refused
from workshop.workshops import Workshop


@pytest.fixture
def sent(deck: Deck, workshop: Workshop, settings: Settings) -> Submission:
    return submission(deck, workshop, settings.secret)


def take(database: Database, *sent: Submission) -> list[Appended]:
    with database.write() as session:
        return journal.append(session.connection(), [leads.accept(each) for each in sent])


def kept(database: Database) -> list[LeadRow]:
    with database.read() as session:
        return list(session.scalars(select(LeadRow)))


def test_the_live_part_finds_the_form_by_its_slides_kind(database: Database) -> None:
    assert database
    assert FORMS["lead"] is leads.accept


def test_a_lead_is_kept_with_the_words_that_were_agreed_to(
    database: Database, sent: Submission, workshop: Workshop
) -> None:
    [appended] = take(database, sent)

    [lead] = kept(database)
    assert (lead.workshop_id, lead.submission) == (workshop.id, sent.id)
    assert (lead.school, lead.telephone) == ("De Regenboog", "+31612345678")
    assert lead.language == "nl"
    with database.read() as session:
        [consent] = session.scalars(select(Consent).where(Consent.lead_id == lead.id))
    assert consent.wording.startswith("Stichting Onderwijsambassadeurs mag bewaren")
    assert (consent.purpose, consent.language, consent.withdrawn_at) == ("contact", "nl", None)
    assert (consent.version, consent.given_at) == (version_of(consent.wording), lead.created_at)
    assert abs(lead.created_at - appended.recorded.at) < 5000


def test_the_event_names_the_form_without_telling_what_is_in_it(database: Database, sent: Submission) -> None:
    [appended] = take(database, sent)

    assert appended.recorded.event == LeadLeft(sent.digest())
    with database.read() as session:
        body = session.scalars(select(EventRow.body)).one()
    assert not any(text in body for text in FILLED_IN.values() if text != "yes")
    assert sent.participant not in body


def test_a_lead_cannot_be_found_back_among_the_participants(database: Database, sent: Submission) -> None:
    take(database, sent)

    with database.read() as session:
        everything = [repr(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables]
    assert not any(sent.participant in rows for rows in everything)


def test_a_form_sent_twice_is_answered_twice_and_counted_once(database: Database, sent: Submission) -> None:
    [first] = take(database, sent)
    [second] = take(database, sent)

    assert second.again
    assert second.recorded == first.recorded
    assert len(kept(database)) == 1


def test_a_form_sent_twice_in_one_commit_is_counted_once(database: Database, sent: Submission) -> None:
    first, second = take(database, sent, sent)

    assert (first.again, second.again) == (False, True)
    assert len(kept(database)) == 1


def test_an_id_with_other_contents_is_noticed_and_changes_nothing(
    database: Database, sent: Submission
) -> None:
    take(database, sent)
    [other] = take(database, replace(sent, fields={**FILLED_IN, "school": "De Zonnebloem"}))

    assert other.other_content
    assert [lead.school for lead in kept(database)] == ["De Regenboog"]


def test_a_form_with_a_wrong_field_gives_no_entry(sent: Submission) -> None:
    with pytest.raises(FieldsRefused) as refused:
        leads.accept(replace(sent, fields={**FILLED_IN, "email": "els"}))

    assert list(refused.value.fields) == ["email"]


@pytest.mark.parametrize("slide", [1, 999])
def test_a_slide_without_the_form_takes_none(sent: Submission, slide: int) -> None:
    with pytest.raises(Refused) as refused:
        leads.accept(replace(sent, slide=slide))

    assert refused.value.code == "wrong_kind"


def test_no_event_is_kept_without_its_row(database: Database, sent: Submission) -> None:
    take(database, sent)
    with database.write() as session:
        session.execute(delete(EventRow))  # now its row is there, and its event is not

    with pytest.raises(IntegrityError):
        take(database, sent)

    with database.read() as session:
        assert list(session.scalars(select(EventRow.seq))) == []


def test_personal_data_is_in_the_leads_table_only(database: Database, sent: Submission) -> None:
    take(database, sent)

    with database.read() as session:
        dump = {
            table.name: repr(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables
        }
    assert "LeadLeft" in dump["events"]
    assert [name for name, rows in dump.items() if "Fatima" in rows] == ["leads"]
    assert [name for name, rows in dump.items() if "612345678" in rows] == ["leads"]
