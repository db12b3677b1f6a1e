"""Staff make the pipeline their own: names, outcomes and order, together and without losing a lead."""

import re
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from tests.leads.conftest import Leave, SignIn
from workshop.accounts.user import User
from workshop.database import Database
from workshop.language import speaking
from workshop.leads import view
from workshop.leads.change import FollowUp, follow_up
from workshop.leads.filter import Filter
from workshop.leads.lead import LeadRow
from workshop.leads.pipeline import LONGEST_NAME, MOST
from workshop.leads.status import Status, pipeline
from workshop.workshops import Workshop

ADDRESS = "/leads/pipeline"
NEW, CONTACTED, VISIT, AGREED, DECLINED = 1, 2, 3, 4, 5
AS_IT_BEGINS = [
    ("New", "open"),
    ("Contacted", "open"),
    ("Visit planned", "open"),
    ("Agreed", "won"),
    ("Declined", "lost"),
]


@pytest.fixture
def desk(sign_in: SignIn, staff: User) -> FlaskClient:
    return sign_in(staff)


def form(page: str) -> dict[str, str]:
    """What a browser would send of the page as it is."""
    form = page.partition('<form class="stack"')[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', re.sub(r'id="[\w-]+" ', "", form)))
    for name, options in re.findall(r'<select id="[\w-]+" name="([\w-]+)"(.*?)</select>', form, re.DOTALL):
        fields[name] = re.findall(r'value="(\w+)" selected', options)[0]
    return {
        name: text
        for name, text in fields.items()
        if not name.startswith("remove-") or f'name="{name}" value="yes" checked' in form
    }


def send(desk: FlaskClient, changed: Mapping[str, str], page: str = "") -> TestResponse:
    return desk.post(ADDRESS, data={**form(page or desk.get(ADDRESS).text), **changed})


def now(database: Database) -> list[tuple[str, str]]:
    with database.read() as session:
        return [(each.name, each.outcome) for each in pipeline(session)]


def test_the_page_shows_the_statuses_and_as_it_is_it_changes_nothing(
    database: Database, desk: FlaskClient
) -> None:
    fields = form(desk.get(ADDRESS).text)

    assert [fields[f"name-{n}"] for n in range(1, 6)] == [name for name, _outcome in AS_IT_BEGINS]
    assert [fields[f"place-{n}"] for n in range(1, 6)] == ["1", "2", "3", "4", "5"]
    assert send(desk, {}).status_code == 303
    assert now(database) == AS_IT_BEGINS


def test_staff_and_admins_may_change_it_and_nobody_else(
    database: Database, sign_in: SignIn, staff: User, admin: User, owner: User, colleague: User
) -> None:
    for person, name in ((staff, "Called"), (admin, "Rung")):
        assert send(sign_in(person), {f"name-{CONTACTED}": name}).status_code == 303
        assert now(database)[1] == (name, "open")
    fields = form(sign_in(staff).get(ADDRESS).text)

    for person in (owner, colleague):
        browser = sign_in(person)
        page = browser.get("/leads").text
        token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
        assert ADDRESS not in page
        assert browser.get(ADDRESS).status_code == 403
        sent = {**fields, "csrf_token": token, f"name-{CONTACTED}": "Mine"}
        assert browser.post(ADDRESS, data=sent).status_code == 403
    assert now(database)[1] == ("Rung", "open")


def test_a_stranger_is_asked_to_sign_in(database: Database, client: FlaskClient) -> None:
    answer = client.get(ADDRESS)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")
    assert client.post(ADDRESS, data={"name-1": "x"}).status_code in (303, 400)
    assert now(database) == AS_IT_BEGINS


def test_without_the_pages_token_nothing_is_changed(database: Database, desk: FlaskClient) -> None:
    assert send(desk, {"csrf_token": "", f"name-{NEW}": "x"}).status_code == 400
    assert now(database) == AS_IT_BEGINS


def test_the_desk_leads_staff_there(desk: FlaskClient) -> None:
    assert f'href="{ADDRESS}"' in desk.get("/leads").text


def test_what_is_renamed_is_so_everywhere_and_the_time_line_keeps_the_old_name(
    database: Database, desk: FlaskClient, staff: User, leave: Leave, workshop: Workshop
) -> None:
    lead = leave(workshop)
    with database.write() as session:
        there = session.get_one(LeadRow, lead.id)
        follow_up(session, staff, there, there.version, FollowUp(CONTACTED, None, "", None, ()))

    send(desk, {f"name-{CONTACTED}": "  Had a   call ", f"outcome-{CONTACTED}": "lost"})

    assert now(database)[1] == ("Had a call", "lost")
    assert '<span class="status lost">Had a call</span>' in desk.get("/leads").text
    assert "Status: Contacted" in desk.get(f"/leads/{lead.id}").text


def test_a_standard_name_is_still_read_by_everybody_in_their_own_language(
    database: Database, desk: FlaskClient
) -> None:
    desk.environ_base["HTTP_ACCEPT_LANGUAGE"] = "nl"
    dutch = form(desk.get(ADDRESS).text)
    assert dutch[f"name-{NEW}"] == "Nieuw"

    send(desk, {f"name-{CONTACTED}": "Gebeld"})
    assert now(database)[:2] == [("New", "open"), ("Gebeld", "open")]

    with speaking("nl"), database.read() as session:
        declined = session.get_one(Status, DECLINED).words
    send(desk, {f"name-{DECLINED}": "Nee"})
    send(desk, {f"name-{DECLINED}": declined})
    assert now(database)[-1] == ("Declined", "lost")


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ({DECLINED: "1"}, None),
        ({VISIT: "1"}, ["Visit planned", "New", "Contacted", "Agreed", "Declined"]),
        ({NEW: "3"}, ["Contacted", "Visit planned", "New", "Agreed", "Declined"]),
        ({NEW: "2", CONTACTED: "1"}, ["Contacted", "New", "Visit planned", "Agreed", "Declined"]),
        ({NEW: "0", DECLINED: "999"}, ["New", "Contacted", "Visit planned", "Agreed", "Declined"]),
        ({AGREED: " 2 "}, ["New", "Agreed", "Contacted", "Visit planned", "Declined"]),
    ],
)
def test_they_stand_in_the_order_of_their_numbers(
    database: Database, desk: FlaskClient, places: Mapping[int, str], order: list[str] | None
) -> None:
    answer = send(desk, {f"place-{number}": place for number, place in places.items()})

    if order is None:  # what declines would be what new leads get
        assert answer.status_code == 422
        assert "New leads get the first status" in answer.text
        assert now(database) == AS_IT_BEGINS
    else:
        assert [name for name, _outcome in now(database)] == order
    assert form(desk.get(ADDRESS).text)["place-1"] in "123"


def test_a_new_lead_gets_the_first(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    send(desk, {"name-new": "Just in", "outcome-new": "open", "place-new": "1"})

    lead = leave(workshop)

    assert now(database) == [("Just in", "open"), *AS_IT_BEGINS]
    with database.read() as session:
        assert session.get_one(Status, lead.status_id).name == "Just in"


def test_one_is_added_at_the_end_unless_another_place_is_asked(database: Database, desk: FlaskClient) -> None:
    send(desk, {"name-new": "On hold"})
    send(desk, {"name-new": "Mailed", "place-new": "2"})

    assert [name for name, _outcome in now(database)] == [
        *("New", "Mailed", "Contacted", "Visit planned", "Agreed", "Declined", "On hold")
    ]


def test_one_that_no_lead_has_can_be_removed_and_views_of_it_go(
    database: Database, desk: FlaskClient, staff: User, leave: Leave, workshop: Workshop
) -> None:
    lead = leave(workshop)
    with database.write() as session:
        view.keep(session, staff, "visits", Filter(status=VISIT))
        view.keep(session, staff, "called", Filter(status=CONTACTED))

    assert send(desk, {f"remove-{VISIT}": "yes"}).status_code == 303

    assert [name for name, _outcome in now(database)] == ["New", "Contacted", "Agreed", "Declined"]
    with database.read() as session:
        assert [each.name for each in view.of_person(session, staff)] == ["called"]
        assert session.get_one(LeadRow, lead.id).status_id == NEW
    assert desk.get(f"/leads?status={VISIT}").status_code == 200


def test_one_that_a_lead_has_cannot_be_removed(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop)
    page = desk.get(ADDRESS).text

    answer = send(desk, {f"remove-{NEW}": "yes", f"name-{VISIT}": "Been there"})

    assert f'name="remove-{NEW}"' not in page
    assert f'name="remove-{VISIT}"' in page
    assert answer.status_code == 422
    assert "There are leads with this status" in answer.text
    assert 'value="Been there"' in answer.text  # what was typed stays
    assert now(database) == AS_IT_BEGINS


def test_a_lead_under_another_gives_way_as_nobody_could_move_it(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    kept, under = leave(workshop), leave(workshop)
    with database.write() as session:
        hidden = update(LeadRow).where(LeadRow.id == under.id)
        session.execute(hidden.values(merged_into=kept.id, status_id=VISIT))

    assert send(desk, {f"remove-{VISIT}": "yes"}).status_code == 303

    with database.read() as session:
        assert session.get_one(LeadRow, under.id).status_id == NEW


def test_of_two_at_once_the_second_is_told_and_overwrites_nothing(
    database: Database, desk: FlaskClient, sign_in: SignIn, admin: User
) -> None:
    mine, theirs = desk.get(ADDRESS).text, sign_in(admin)

    assert send(theirs, {f"name-{CONTACTED}": "Rung", "name-new": "On hold"}).status_code == 303
    answer = send(desk, {f"name-{CONTACTED}": "Called"}, mine)

    assert answer.status_code == 409
    assert "Somebody else changed the statuses first" in answer.text
    assert now(database)[1] == ("Rung", "open")
    fields = form(answer.text)
    assert (fields[f"name-{CONTACTED}"], fields["name-6"]) == ("Rung", "On hold")
    assert send(desk, {f"name-{CONTACTED}": "Called"}, answer.text).status_code == 303
    assert now(database)[1] == ("Called", "open")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({f"name-{VISIT}": "  "}, "This cannot stay empty."),
        ({f"name-{VISIT}": "x" * (LONGEST_NAME + 1)}, "1 character too many."),
        ({f"name-{VISIT}": "aGREED"}, "Another status has this name."),
        ({"name-new": "New"}, "Another status has this name."),
        ({f"outcome-{VISIT}": "maybe"}, "Choose one of the list."),
        ({f"outcome-{VISIT}": ""}, "Choose one of the list."),
        ({f"place-{VISIT}": "two"}, "Fill in a whole number"),
        ({f"place-{VISIT}": ""}, "Fill in a whole number"),
        ({f"place-{VISIT}": "-1"}, "Fill in a whole number"),
        ({f"place-{VISIT}": "²"}, "Fill in a whole number"),
        ({f"place-{VISIT}": "9" * 40}, "Fill in a whole number"),
        ({"name-new": "On hold", "place-new": "x"}, "Fill in a whole number"),
        ({f"outcome-{AGREED}": "lost"}, "At least one status stays"),
        ({f"remove-{AGREED}": "yes"}, "At least one status stays"),
        ({f"remove-{n}": "yes" for n in (NEW, CONTACTED, VISIT)}, "At least one status stays"),
        ({f"remove-{n}": "yes" for n in range(1, 6)}, "At least one status stays"),
        ({f"outcome-{NEW}": "won"}, "New leads get the first status"),
    ],
)
def test_what_cannot_be_is_refused_with_all_that_was_typed(
    database: Database, desk: FlaskClient, changed: dict[str, str], said: str
) -> None:
    answer = send(desk, {f"name-{DECLINED}": "Not now", **changed})

    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Not now"' in answer.text
    assert now(database) == AS_IT_BEGINS


def test_there_are_not_endlessly_many(database: Database, desk: FlaskClient) -> None:
    for number in range(MOST - len(AS_IT_BEGINS)):
        assert send(desk, {"name-new": f"Step {number}"}).status_code == 303

    answer = send(desk, {"name-new": "One more"})

    assert answer.status_code == 422
    assert "There can be 20 statuses at most." in answer.text
    assert len(now(database)) == MOST


def test_what_was_written_runs_nothing(desk: FlaskClient) -> None:
    name = '"><script>alert(1)</script>'

    assert send(desk, {f"name-{VISIT}": name}).status_code == 303

    for page in (desk.get(ADDRESS).text, desk.get("/leads/board").text):
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page


def test_the_statuses_of_all_leads_are_counted(
    database: Database, desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop)
    leave(workshop)

    page = desk.get(ADDRESS).text

    assert "<legend>2 leads</legend>" in page
    with database.read() as session:
        assert len(session.scalars(select(LeadRow).where(LeadRow.status_id == NEW)).all()) == 2
