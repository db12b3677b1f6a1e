"""Each page is tried by the owner of the workshop, a colleague, staff, and a stranger."""

import pytest
from flask.testing import FlaskClient

from tests.leads.conftest import Leave, SignIn
from workshop.accounts.user import User
from workshop.database import Database
from workshop.workshops import Workshop

ROUTES = ["/leads", "/leads.csv", "/leads.vcf", "/leads/board"]


@pytest.fixture(autouse=True)
def two_leads(leave: Leave, workshop: Workshop, other_workshop: Workshop) -> None:
    leave(workshop, school="De Regenboog")
    leave(other_workshop, school="De Zonnebloem")


@pytest.mark.parametrize("route", ROUTES)
def test_the_owner_sees_the_leads_of_own_workshops(route: str, sign_in: SignIn, owner: User) -> None:
    page = sign_in(owner).get(route)

    assert page.status_code == 200
    assert "De Regenboog" in page.text
    assert "De Zonnebloem" not in page.text


@pytest.mark.parametrize("route", ROUTES)
def test_a_colleague_sees_only_the_others(route: str, sign_in: SignIn, colleague: User) -> None:
    page = sign_in(colleague).get(route)

    assert page.status_code == 200
    assert "De Zonnebloem" in page.text
    assert "De Regenboog" not in page.text


@pytest.mark.parametrize("route", ROUTES)
def test_staff_and_admin_see_all(route: str, sign_in: SignIn, staff: User, admin: User) -> None:
    for person in (staff, admin):
        page = sign_in(person).get(route)

        assert page.status_code == 200
        assert "De Regenboog" in page.text
        assert "De Zonnebloem" in page.text


@pytest.mark.parametrize("route", ROUTES)
def test_a_workshop_is_asked_for_by_who_may_see_it(
    route: str, sign_in: SignIn, owner: User, colleague: User, staff: User, workshop: Workshop
) -> None:
    address = f"{route}?workshop={workshop.id}"

    for person in (owner, staff):
        assert "De Regenboog" in sign_in(person).get(address).text
        assert "De Zonnebloem" not in sign_in(person).get(address).text
    refused = sign_in(colleague).get(address)

    assert refused.status_code == 404
    assert "De Regenboog" not in refused.text


@pytest.mark.parametrize("route", ROUTES)
def test_a_stranger_is_asked_to_sign_in(route: str, client: FlaskClient) -> None:
    answer = client.get(route)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")
    assert "Regenboog" not in answer.text


def test_the_list_of_workshops_names_only_those_that_one_may_see(
    sign_in: SignIn, colleague: User, other_workshop: Workshop
) -> None:
    page = sign_in(colleague).get(f"/leads?workshop={other_workshop.id}")

    assert "Congres Almere" in page.text
    assert "Studiedag Utrecht" not in page.text


def test_the_leads_of_a_workshop_without_owner_are_for_staff(
    database: Database, sign_in: SignIn, owner: User, staff: User, workshop: Workshop
) -> None:
    with database.write() as session:
        session.get_one(Workshop, workshop.id).owner_id = None

    assert "De Regenboog" in sign_in(staff).get(f"/leads?workshop={workshop.id}").text
    assert sign_in(owner).get(f"/leads?workshop={workshop.id}").status_code == 404
    assert "De Regenboog" not in sign_in(owner).get("/leads").text
