"""What each role may see."""

import pytest

from tests.accounts.conftest import PASSWORD
from tests.accounts.visitor import Visitor
from workshop.accounts.user import User
from workshop.database import Database

USERS = ("presenter", "staff", "admin")
PAGES = {
    "anybody": {"presenter", "staff", "admin"},
    "presenters": {"presenter", "admin"},
    "staff": {"staff", "admin"},
    "admins": {"admin"},
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", USERS)
def test_a_page_is_for_its_roles_only(
    visitor: Visitor, request: pytest.FixtureRequest, who: str, page: str
) -> None:
    user: User = request.getfixturevalue(who)
    visitor.sign_in(user.email, PASSWORD)

    response = visitor.open(f"/for/{page}")

    assert response.status_code == (200 if who in PAGES[page] else 403)


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_asked_to_sign_in(visitor: Visitor, page: str) -> None:
    response = visitor.open(f"/for/{page}")

    assert response.status_code == 303
    assert response.location == f"/sign-in?next=/for/{page}"


def test_a_script_without_a_session_is_told_with_a_status(visitor: Visitor) -> None:
    response = visitor.open("/for/presenters", headers={"Accept": "application/json"})

    assert response.status_code == 401
    assert response.json == {"error": "sign_in", "text": "Sign in first."}


def test_a_script_of_the_wrong_role_is_told_with_a_status(visitor: Visitor, staff: User) -> None:
    visitor.sign_in(staff.email, PASSWORD)

    response = visitor.open("/for/presenters", headers={"Accept": "application/json"})

    assert response.status_code == 403
    assert response.json["error"] == "403"


def test_a_form_sent_by_a_stranger_leads_to_signing_in_but_not_back(visitor: Visitor) -> None:
    token = visitor.token("/sign-in")

    response = visitor.send_without_token("/for/presenters", csrf_token=token)

    assert response.location == "/sign-in"


def test_another_role_counts_from_the_next_page_on(visitor: Visitor, database: Database, staff: User) -> None:
    visitor.sign_in(staff.email, PASSWORD)
    before = visitor.open("/for/presenters").status_code

    with database.write() as session:
        session.get_one(User, staff.id).role = "presenter"

    assert before == 403
    assert visitor.sees("/for/presenters")
    assert not visitor.sees("/for/staff")


@pytest.mark.parametrize(
    ("who", "rights"),
    [
        ("presenter", (True, False, False)),
        ("staff", (False, True, False)),
        ("admin", (True, True, True)),
    ],
)
def test_a_role_says_what_somebody_may_do(
    request: pytest.FixtureRequest, who: str, rights: tuple[bool, ...]
) -> None:
    user: User = request.getfixturevalue(who)

    assert (user.presents, user.sees_leads, user.is_admin) == rights
