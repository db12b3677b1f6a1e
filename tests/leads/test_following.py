"""What staff do to a lead: where it stands, notes, corrections; and that nobody overwrites what they did not
see."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.leads.conftest import Leave, SignIn, post
from workshop.accounts.user import User
from workshop.database import Database
from workshop.leads.happening import Happening
from workshop.leads.lead import LeadRow
from workshop.leads.listing import all_leads
from workshop.workshops import Workshop

NEXT = {
    "status": 2,
    "owner": "",
    "next_action": "Bellen",
    "next_on": "2026-12-01",
    "tags": "PO,  utrecht, po",
}


@pytest.fixture
def desk(sign_in: SignIn, staff: User) -> FlaskClient:
    return sign_in(staff)


@pytest.fixture
def lead(leave: Leave, workshop: Workshop) -> LeadRow:
    return leave(workshop)


def now(database: Database, lead: LeadRow) -> LeadRow:
    with database.read() as session:
        return session.get_one(LeadRow, lead.id)


def what_happened(database: Database, lead: LeadRow) -> list[tuple[str, str]]:
    with database.read() as session:
        rows = session.scalars(select(Happening).where(Happening.lead_id == lead.id).order_by(Happening.id))
        return [(row.what, row.text) for row in rows]


def test_a_follow_up_is_kept_and_stands_in_the_time_line(
    database: Database, desk: FlaskClient, lead: LeadRow, staff: User
) -> None:
    answer = post(desk, f"/leads/{lead.id}/follow-up", version=1, **{**NEXT, "owner": staff.id})

    assert answer.status_code == 303
    kept = now(database, lead)
    assert (kept.status_id, kept.owner_id, kept.version) == (2, staff.id, 2)
    assert (kept.next_action, kept.next_on) == ("Bellen", date(2026, 12, 1))
    assert what_happened(database, lead) == [
        ("left", ""),
        ("status", "Contacted"),
        ("owner", "Sam"),
        ("next", "1 December 2026: Bellen"),
        ("tags", "po, utrecht"),
    ]
    page = desk.get(f"/leads/{lead.id}").text
    assert "Status: Contacted" in page
    assert "Followed up by Sam" in page
    assert 'value="po, utrecht"' in page


def test_what_did_not_change_leaves_no_trace(database: Database, desk: FlaskClient, lead: LeadRow) -> None:
    same = {"status": 1, "owner": "", "next_action": "", "next_on": "", "tags": ""}

    post(desk, f"/leads/{lead.id}/follow-up", version=1, **same)

    assert now(database, lead).version == 1
    assert what_happened(database, lead) == [("left", "")]


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("follow-up", NEXT),
        ("move", {"status": 3}),
        ("details", {"leader_name": "Een ander", "school": "Elders", "email": "een@ander.nl"}),
    ],
)
def test_the_second_of_two_is_told_and_overwrites_nothing(
    database: Database, desk: FlaskClient, lead: LeadRow, form: str, fields: dict[str, object]
) -> None:
    post(desk, f"/leads/{lead.id}/follow-up", version=1, **{**NEXT, "next_action": "Mailen"})

    answer = post(desk, f"/leads/{lead.id}/{form}", version=1, **fields)

    assert answer.status_code == 409
    assert "Somebody else changed this lead first" in answer.text
    assert 'value="Mailen"' in answer.text
    assert (now(database, lead).next_action, now(database, lead).status_id) == ("Mailen", 2)
    assert now(database, lead).school == "De Regenboog"


def test_two_notes_at_once_are_both_kept(database: Database, desk: FlaskClient, lead: LeadRow) -> None:
    post(desk, f"/leads/{lead.id}/note", note="Gebeld")
    post(desk, f"/leads/{lead.id}/note", note="Ook gebeld")

    assert what_happened(database, lead)[1:] == [("note", "Gebeld"), ("note", "Ook gebeld")]


@pytest.mark.parametrize(
    ("note", "says"), [(" \n", "Write something first."), ("x" * 4001, "1 character too many")]
)
def test_a_note_that_is_none_is_refused_and_stays_on_the_page(
    desk: FlaskClient, lead: LeadRow, note: str, says: str
) -> None:
    answer = post(desk, f"/leads/{lead.id}/note", note=note)

    assert answer.status_code == 422
    assert says in answer.text
    assert note.strip() in answer.text


def test_a_correction_is_kept_without_what_stood_there(
    database: Database, desk: FlaskClient, lead: LeadRow
) -> None:
    fields = {"leader_name": "Fatima El Idrissi-Bakker", "school": "De Regenboog", "telephone": "030 2345678"}

    answer = post(desk, f"/leads/{lead.id}/details", version=1, **fields)

    assert answer.status_code == 303
    kept = now(database, lead)
    assert (kept.leader_name, kept.telephone, kept.email) == ("Fatima El Idrissi-Bakker", "+31302345678", "")
    [_left, (what, text)] = what_happened(database, lead)
    assert what == "corrected"
    assert "Fatima" not in text
    assert "Idrissi-Bakker" in desk.get("/leads?words=bakker").text


def test_a_wrong_correction_is_told_beside_its_field_and_what_was_typed_stays(
    database: Database, desk: FlaskClient, lead: LeadRow
) -> None:
    answer = post(desk, f"/leads/{lead.id}/details", version=1, leader_name="Fatima", email="geen adres")

    assert answer.status_code == 422
    assert "This is no complete e-mail address" in answer.text
    assert 'value="geen adres"' in answer.text
    assert now(database, lead).version == 1


@pytest.mark.parametrize(
    "wrong",
    [{"status": 999}, {"status": "x"}, {"owner": 999}, {"version": "x"}, {"version": ""}],
)
def test_what_no_page_offers_is_refused(
    database: Database, desk: FlaskClient, lead: LeadRow, wrong: dict[str, object]
) -> None:
    answer = post(desk, f"/leads/{lead.id}/follow-up", **{"version": 1, **NEXT, **wrong})

    assert answer.status_code == 400
    assert now(database, lead).version == 1


def test_a_day_that_is_none_is_refused(desk: FlaskClient, lead: LeadRow) -> None:
    answer = post(desk, f"/leads/{lead.id}/follow-up", **{"version": 1, **NEXT, "next_on": "2026-02-30"})

    assert answer.status_code == 422
    assert "no day of the calendar" in answer.text


FORMS = ["follow-up", "details", "note", "move", "merge", "part"]


@pytest.mark.parametrize("form", FORMS)
def test_a_colleague_and_a_stranger_change_nothing(
    database: Database, sign_in: SignIn, client: FlaskClient, colleague: User, lead: LeadRow, form: str
) -> None:
    fields = {"version": 1, **NEXT, "note": "Hallo", "leader_name": "Hacker", "other": lead.id}

    refused = post(sign_in(colleague), f"/leads/{lead.id}/{form}", **fields)
    asked = client.post(f"/leads/{lead.id}/{form}", data=fields)

    assert refused.status_code == 404
    assert asked.status_code in (303, 400)  # to the sign-in page, or without a token at all
    assert now(database, lead).version == 1
    assert what_happened(database, lead) == [("left", "")]


def test_the_owner_of_the_workshop_follows_up_too(
    database: Database, sign_in: SignIn, owner: User, lead: LeadRow
) -> None:
    assert post(sign_in(owner), f"/leads/{lead.id}/follow-up", version=1, **NEXT).status_code == 303
    assert now(database, lead).status_id == 2


def test_many_are_changed_at_once_but_only_those_that_one_may_see(
    database: Database,
    sign_in: SignIn,
    owner: User,
    leave: Leave,
    workshop: Workshop,
    other_workshop: Workshop,
) -> None:
    mine = [leave(workshop) for _ in range(3)]
    others = leave(other_workshop)
    ids = [*(each.id for each in mine), others.id]

    answer = post(sign_in(owner), "/leads/many", id=ids, what="status", status=4)

    assert answer.status_code == 303
    assert [now(database, each).status_id for each in [*mine, others]] == [4, 4, 4, 1]
    assert [now(database, each).version for each in mine] == [2, 2, 2]
    assert what_happened(database, mine[0])[-1] == ("status", "Agreed")


def test_a_tag_is_put_on_many_and_taken_off(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    ids = [leave(workshop, school=f"School {n}").id for n in range(3)]

    post(desk, "/leads/many", id=ids[:2], what="tag", value="Utrecht")
    assert re.findall(r">(School \d)<", listed(desk.get("/leads?tag=utrecht").text)) == [
        "School 1",
        "School 0",
    ]
    post(desk, "/leads/many", id=ids, what="untag", value="utrecht")

    assert "No lead is like this" in desk.get("/leads?tag=utrecht").text


def test_nothing_ticked_changes_nothing(desk: FlaskClient, lead: LeadRow) -> None:
    assert lead.id
    assert post(desk, "/leads/many", what="status", status=4).status_code == 303
    assert post(desk, "/leads/many", what="tag", value=" ").status_code == 422
    assert post(desk, "/leads/many", what="everything").status_code == 400


def test_a_view_is_kept_for_oneself_and_without_the_words(
    sign_in: SignIn, staff: User, admin: User, lead: LeadRow
) -> None:
    desk = sign_in(staff)
    assert lead.id

    post(desk, "/leads/views?status=2&words=Fatima", name="Te bellen")

    page = desk.get("/leads").text
    assert '<a class="view" href="/leads?status=2">Te bellen</a>' in page
    assert "Te bellen" not in sign_in(admin).get("/leads").text
    post(desk, "/leads/views?status=2", name="Te bellen", remove="yes")
    assert "Te bellen" not in desk.get("/leads").text


def test_a_merged_lead_stands_under_the_other_and_can_be_parted_again(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    first, second = leave(workshop, school="Noord"), leave(workshop, school="Zuid", question="Tweede vraag?")
    assert "same e-mail" in desk.get(f"/leads/{first.id}").text

    assert post(desk, f"/leads/{first.id}/merge", other=second.id).status_code == 303

    assert "Zuid" not in listed(desk.get("/leads").text)
    assert "Noord" in listed(desk.get("/leads?words=zuid").text)  # found by the words of both
    assert desk.get(f"/leads/{second.id}").status_code == 404
    assert "merged into this one" in desk.get(f"/leads/{first.id}").text
    post(desk, f"/leads/{first.id}/part", other=second.id)
    assert "Zuid" in listed(desk.get("/leads").text)
    assert [what for what, _text in what_happened(database, first)] == ["left", "merged", "parted"]


def test_a_lead_cannot_be_merged_with_itself_nor_two_into_each_other(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    first, second = leave(workshop), leave(workshop)

    itself = post(desk, f"/leads/{first.id}/merge", other=first.id)
    post(desk, f"/leads/{first.id}/merge", other=second.id)
    crossed = post(desk, f"/leads/{second.id}/merge", other=first.id)

    assert itself.status_code == 422
    assert "cannot be merged with itself" in itself.text
    assert crossed.status_code == 404
    with database.read() as session:
        assert len(session.execute(all_leads()).all()) == 1


def listed(page: str) -> str:
    return page.partition('<ol class="leads"')[2].partition("</ol>")[0]
