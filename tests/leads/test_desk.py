from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from tests.leads.conftest import Leave, SignIn
from workshop.accounts.user import User
from workshop.database import Database
from workshop.leads import listing
from workshop.leads.lead import LeadRow
from workshop.workshops import Workshop

HOSTILE = '<script>alert("x")</script> & \'; DROP TABLE leads; -- {{ 7*7 }}'


@pytest.fixture
def desk(sign_in: SignIn, staff: User) -> FlaskClient:
    return sign_in(staff)


def milliseconds(utc: str) -> int:
    return int(datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp() * 1000)


def test_an_empty_list_says_what_will_come(desk: FlaskClient) -> None:
    page = desk.get("/leads")

    assert page.status_code == 200
    assert "Who fills in the call to action on a phone comes here" in page.text
    assert "Download" not in page.text


def test_a_lead_stands_there_with_all_that_was_left(
    desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    lead = leave(workshop, at=milliseconds("2026-07-01 12:05"))

    assert "De Regenboog" in desk.get("/leads").text
    page = desk.get(f"/leads/{lead.id}").text

    for text in ("De Regenboog", "Stichting Samen Leren", "Fatima el Idrissi", "Studiedag Utrecht"):
        assert text in page
    assert "320 leerlingen" in page
    assert "Hoe vinden we iemand" in page
    assert 'href="tel:+31612345678"' in page
    assert "+31 6 12345678" in page
    assert 'href="mailto:fatima@deregenboog.nl"' in page
    assert "one lead" in page


@pytest.mark.parametrize(("language", "month"), [("nl", "mei"), ("en", "May")])
def test_the_time_is_that_of_a_dutch_clock_in_the_readers_language(
    desk: FlaskClient, leave: Leave, workshop: Workshop, language: str, month: str
) -> None:
    leave(workshop, at=milliseconds("2026-05-01 12:05"))

    page = desk.get("/leads", headers={"Accept-Language": language}).text

    assert f"<time>1 {month} 2026 14:05</time>" in page


def test_the_newest_comes_first(desk: FlaskClient, leave: Leave, workshop: Workshop) -> None:
    leave(workshop, at=2_000, school="Tweede")
    leave(workshop, at=3_000, school="Derde")
    leave(workshop, at=1_000, school="Eerste")

    page = desk.get("/leads").text

    assert page.index("Derde") < page.index("Tweede") < page.index("Eerste")


def test_one_workshop_can_be_chosen(
    desk: FlaskClient, leave: Leave, workshop: Workshop, other_workshop: Workshop
) -> None:
    leave(workshop, school="De Regenboog")
    leave(other_workshop, school="De Zonnebloem")

    page = desk.get(f"/leads?workshop={workshop.id}").text

    assert "De Regenboog" in page
    assert "De Zonnebloem" not in page
    assert f'<option value="{workshop.id}" selected>' in page
    assert f"/leads.csv?workshop={workshop.id}" in page


def test_a_workshop_without_leads_says_what_will_come(
    desk: FlaskClient, leave: Leave, workshop: Workshop, other_workshop: Workshop
) -> None:
    leave(workshop)

    page = desk.get(f"/leads?workshop={other_workshop.id}").text

    assert "No lead is like this." in page
    assert f'<option value="{other_workshop.id}" selected>' in page


@pytest.mark.parametrize(
    "query", ["workshop=999", "workshop=x", "workshop=-1", f"workshop={2**70}", "workshop=²"]
)
def test_a_workshop_that_is_not_there_is_not_found(desk: FlaskClient, query: str) -> None:
    assert desk.get(f"/leads?{query}").status_code == 404
    assert desk.get(f"/leads.csv?{query}").status_code == 404


@pytest.mark.parametrize("place", ["x", "1", "1-2-3", f"{2**70}-1", "1--1"])
def test_a_place_that_is_none_is_not_found(desk: FlaskClient, place: str) -> None:
    assert desk.get(f"/leads?before={place}").status_code == 404


def test_older_leads_are_on_the_next_page_and_none_is_missed(
    desk: FlaskClient,
    leave: Leave,
    workshop: Workshop,
    other_workshop: Workshop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workshop.leads.desk.PAGE", 2)
    for number in range(5):  # four of them at the same moment
        leave((workshop, other_workshop)[number % 2], at=9 + number // 4, school=f"School {number}")

    seen = []
    address: str | None = "/leads"
    while address:
        page = desk.get(address).text
        seen += [n for n in range(5) if f">School {n}</a></h2>" in page]
        leave(workshop, school="Nieuw")  # what comes in meanwhile shifts nothing
        address = older(page)

    assert sorted(seen) == [0, 1, 2, 3, 4]


def older(page: str) -> str | None:
    before, link, _rest = page.partition('" rel="next">')
    return before.rpartition('href="')[2].replace("&amp;", "&") if link else None


def test_hostile_text_is_only_text(desk: FlaskClient, leave: Leave, workshop: Workshop) -> None:
    lead = leave(
        workshop,
        leader_name=HOSTILE,
        school=HOSTILE,
        board=HOSTILE,
        profile=HOSTILE,
        question=HOSTILE,
        email="a?bcc=everybody&body=x@school.nl",
    )

    page = desk.get(f"/leads/{lead.id}").text

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;") > 5
    assert "{{ 7*7 }}" in page
    assert 'href="mailto:a%3Fbcc%3Deverybody%26body%3Dx@school.nl"' in page


def test_no_page_of_leads_is_kept_by_a_browser_or_proxy(
    desk: FlaskClient, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop)

    for route in ("/leads", "/leads.csv"):
        assert desk.get(route).headers["Cache-Control"] == "no-store"


def test_the_list_is_read_from_an_index_in_order(database: Database, workshop: Workshop) -> None:
    place = listing.Place(1, 1)
    everybodys = listing.all_leads()
    of_status = everybodys.where(LeadRow.status_id == 1)

    for leads in (everybodys, listing.of_workshop(everybodys, workshop), of_status):
        plan = query_plan(database, listing.ordered(leads, 100, place))

        assert "USING INDEX ix_leads" in plan
        assert "TEMP B-TREE" not in plan


def query_plan(database: Database, statement: listing.Leads) -> str:
    text = str(statement.compile(database.engine, compile_kwargs={"literal_binds": True}))
    with database.read() as session:
        rows = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")
        return "\n".join(row[3] for row in rows)
