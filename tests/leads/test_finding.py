"""Finding leads: by words, by filters, by day, and those that are there twice."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.leads.conftest import Leave
from workshop.accounts.user import User
from workshop.database import Database
from workshop.leads import listing
from workshop.leads.doubles import doubles_of
from workshop.leads.filter import Filter, read
from workshop.leads.lead import LeadRow
from workshop.leads.listing import Place
from workshop.leads.search import plain, words_of
from workshop.workshops import Workshop

TODAY = date(2026, 11, 30)


def found(database: Database, person: User, wanted: Filter) -> list[str]:
    with database.read() as session:
        leads = listing.filtered(listing.seen_by(person), wanted, person, TODAY, session.get_bind().dialect)
        page = listing.page(session, leads, 100, by_day=wanted.goes_by_day)
        return [each.lead.school for each in page]


def plan(database: Database, lead: LeadRow, **columns: object) -> None:
    with database.write() as session:
        row = session.get_one(LeadRow, lead.id)
        for name, value in columns.items():
            setattr(row, name, value)


@pytest.mark.parametrize(
    "words",
    [
        "zoë",
        "ZOE",
        "café zo",
        "idrissi cafe",
        "fatima@deregenboog.nl",
        "deregenboog",
        "06 12345678",
        "0612345678",
        "+31 6 1234 5678",
        "061234",
        "technische",
    ],
)
def test_a_lead_is_found_by_what_people_remember(
    database: Database, staff: User, leave: Leave, workshop: Workshop, words: str
) -> None:
    leave(workshop, school="Café Zoë")
    leave(
        workshop, school="Noord", leader_name="Jan", email="j@n.nl", telephone="", board="", question="Geld?"
    )

    assert found(database, staff, Filter(words=words)) == ["Café Zoë"]


@pytest.mark.parametrize("words", ["regenboogje", "fatima jan", "zz", '"', "NEAR(", "* OR a", "x" * 300])
def test_what_is_in_no_lead_finds_none_whatever_its_signs(
    database: Database, staff: User, leave: Leave, workshop: Workshop, words: str
) -> None:
    leave(workshop)

    assert found(database, staff, Filter(words=words)) == ([] if words_of(words) else ["De Regenboog"])


def test_the_search_forgets_what_is_changed_or_gone(
    database: Database, staff: User, leave: Leave, workshop: Workshop
) -> None:
    lead = leave(workshop)
    plan(database, lead, search="iets anders")
    assert found(database, staff, Filter(words="regenboog")) == []
    assert found(database, staff, Filter(words="anders")) == ["De Regenboog"]

    with database.write() as session:
        session.delete(session.get_one(LeadRow, lead.id))

    assert found(database, staff, Filter(words="anders")) == []


@pytest.mark.parametrize(
    ("due", "schools"),
    [
        ("overdue", ["Eergisteren", "Gisteren"]),
        ("today", ["Nu"]),
        ("week", ["Nu", "Over zes dagen"]),
        ("planned", ["Eergisteren", "Gisteren", "Nu", "Over zes dagen", "Over een week"]),
        ("none", ["Ooit"]),
    ],
)
def test_what_is_next_stands_in_the_order_of_its_days(
    database: Database, staff: User, leave: Leave, workshop: Workshop, due: str, schools: list[str]
) -> None:
    days = {"Nu": 0, "Over een week": 7, "Gisteren": -1, "Over zes dagen": 6, "Eergisteren": -2}
    for school, offset in days.items():
        plan(database, leave(workshop, school=school), next_on=TODAY + timedelta(days=offset))
    leave(workshop, school="Ooit")

    assert found(database, staff, Filter(due=due)) == schools


def test_filters_go_together(
    database: Database, staff: User, leave: Leave, workshop: Workshop, other_workshop: Workshop
) -> None:
    wanted = leave(workshop, school="Deze")
    plan(database, wanted, owner_id=staff.id, status_id=2)
    plan(database, leave(workshop, school="Klaar"), owner_id=staff.id, status_id=5)
    leave(other_workshop, school="Elders")

    assert found(database, staff, Filter(owner="me", outcome="open")) == ["Deze"]
    assert found(database, staff, Filter(owner="nobody")) == ["Elders"]
    assert found(database, staff, Filter(workshop=workshop.id, status=5)) == ["Klaar"]
    assert found(database, staff, Filter(words="fatima deze", workshop=workshop.id, status=2)) == ["Deze"]
    assert found(database, staff, Filter(came="import")) == []


def test_pages_by_day_miss_none(database: Database, staff: User, leave: Leave, workshop: Workshop) -> None:
    for n in range(7):
        plan(database, leave(workshop, school=str(n)), next_on=TODAY + timedelta(days=n // 3))
    planned = listing.seen_by(staff).where(LeadRow.next_on.is_not(None))

    seen: list[str] = []
    before = None
    with database.read() as session:
        while page := listing.page(session, planned, 2, before, by_day=True):
            seen += [each.lead.school for each in page]
            before = Place.of(page[-1].lead, by_day=True)

    assert seen == [str(n) for n in range(7)]


def test_doubles_are_found_by_e_mail_telephone_and_similar_schools(
    database: Database, staff: User, leave: Leave, workshop: Workshop
) -> None:
    first = leave(workshop, school="Basisschool De Regenboog", email="a@a.nl", telephone="030 2345678")
    leave(workshop, school="Zelfde adres", email="A@a.nl", telephone="")
    leave(workshop, school="Zelfde nummer", email="", telephone="+31302345678")
    leave(workshop, school="De Regenboog Basisschool", email="b@b.nl", telephone="")
    leave(workshop, school="Basisschool De Zonnebloem", email="c@c.nl", telephone="")

    with database.read() as session:
        doubles = doubles_of(session, session.get_one(LeadRow, first.id))

    assert {(each.lead.school, each.because) for each in doubles} == {
        ("Zelfde adres", "email"),
        ("Zelfde nummer", "telephone"),
        ("De Regenboog Basisschool", "school"),
    }
    assert sorted(found(database, staff, Filter(doubles=True))) == [
        "Basisschool De Regenboog",
        "Zelfde adres",
        "Zelfde nummer",
    ]


@given(st.text(max_size=60))
def test_any_words_become_plain_words(typed: str) -> None:
    for word in words_of(typed):
        assert word
        assert plain(word) == word


@given(
    st.builds(
        Filter,
        words=st.text("ab é&=?#%", max_size=20).map(lambda text: " ".join(text.split())),
        workshop=st.none() | st.integers(0, 10**14),
        status=st.none() | st.integers(0, 10**14),
        owner=st.sampled_from(["", "me", "nobody", "7"]),
        due=st.sampled_from(["", "overdue", "none"]),
        tag=st.sampled_from(["", "a&b", "é ü"]),
        doubles=st.booleans(),
    )
)
def test_a_filter_comes_back_from_its_address(wanted: Filter) -> None:
    assert read(wanted.query()) == wanted


def test_the_list_stays_quick_with_many_leads(
    database: Database, staff: User, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop)
    with database.write() as session:
        columns = [column.name for column in LeadRow.__table__.columns if column.name != "id"]
        listed = ", ".join(columns)
        changed = ", ".join(
            {"submission": "'s' || n", "receipt": "'r' || n", "created_at": "created_at - n"}.get(name, name)
            for name in columns
        )
        session.connection().exec_driver_sql(
            "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5000)"
            f" INSERT INTO leads ({listed}) SELECT {changed} FROM leads, numbers"
        )
    wanted = [
        Filter(),
        Filter(words="regenboog"),
        Filter(words="fati 0612"),
        Filter(status=1),
        Filter(owner="nobody"),
    ]

    def seconds(asked: Filter) -> float:
        began = time.perf_counter()
        assert len(found(database, staff, asked)) == 100
        return time.perf_counter() - began

    first = min(seconds(Filter()) for _ in range(5))
    assert all(min(seconds(each) for _ in range(3)) < 20 * first for each in wanted)
