"""Each is asked by programs of the owner, a colleague, staff and admin, and of nobody."""

import pytest
from flask import Flask

from tests.api.conftest import DAY, NOW, Leave, Program, ProgramOf
from workshop.accounts import user as users
from workshop.accounts.attempts import Attempts, Limit
from workshop.accounts.user import User
from workshop.api import bearer, token
from workshop.database import Database
from workshop.workshops import Workshop


@pytest.fixture(autouse=True)
def two_leads(leave: Leave, workshop: Workshop, other_workshop: Workshop) -> None:
    leave(workshop, at=1, school="De Regenboog")
    leave(other_workshop, at=2, school="De Zonnebloem")


def numbers(program: Program) -> list[int]:
    return [lead["id"] for lead in program.ask("/leads").json["leads"]]  # type: ignore[index]


def test_a_presenter_sees_the_leads_of_own_workshops(
    program_of: ProgramOf, owner: User, colleague: User
) -> None:
    mine, others = program_of(owner), program_of(colleague)

    assert "De Regenboog" in mine.ask("/leads").text
    assert "De Zonnebloem" not in mine.ask("/leads").text
    (number,) = numbers(mine)
    assert mine.ask(f"/leads/{number}").json["school"] == "De Regenboog"  # type: ignore[index]
    refused = others.ask(f"/leads/{number}")
    assert refused.status_code == 404
    assert "Regenboog" not in refused.text


def test_a_presenter_asks_for_a_workshop_of_somebody_else_and_sees_nothing(
    program_of: ProgramOf, owner: User, colleague: User, workshop: Workshop
) -> None:
    assert len(program_of(owner).ask("/leads", workshop=workshop.id).json["leads"]) == 1  # type: ignore[index]

    assert program_of(colleague).ask("/leads", workshop=workshop.id).json["leads"] == []  # type: ignore[index]


def test_staff_and_admin_see_all(program_of: ProgramOf, staff: User, admin: User) -> None:
    for person in (staff, admin):
        program = program_of(person)

        assert len(numbers(program)) == 2
        assert all(program.ask(f"/leads/{number}").status_code == 200 for number in numbers(program))


def test_workshops_are_those_whose_leads_one_may_see(
    program_of: ProgramOf, owner: User, staff: User, workshop: Workshop
) -> None:
    def titles(person: User) -> list[str]:
        found = program_of(person).ask("/workshops").json["workshops"]  # type: ignore[index]
        return [each["title"] for each in found]

    assert titles(owner) == ["Studiedag Utrecht"]
    assert titles(staff) == ["Congres Almere", "Studiedag Utrecht"]
    page = program_of(staff).ask("/workshops", limit=1).json
    assert page["next"]  # type: ignore[index]
    rest = program_of(staff).ask("/workshops", before=page["next"]).json  # type: ignore[index]
    assert [each["id"] for each in rest["workshops"]] == [workshop.id]  # type: ignore[index]
    assert rest["next"] is None  # type: ignore[index]


@pytest.mark.parametrize("path", ["/leads", "/leads/1", "/workshops", "/statuses"])
@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer wst_wrong", "Bearer é\xa0\xff"]
)
def test_a_stranger_is_refused(
    app: Flask, program_of: ProgramOf, staff: User, path: str, header: str
) -> None:
    program = program_of(staff)
    assert program.ask(path).status_code in (200, 404)

    answer = app.test_client().get(
        f"/api/v1{path}",
        headers={"Authorization": header},
    )

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.content_type == "application/problem+json"
    assert "Regenboog" not in answer.text


def test_who_is_signed_in_in_a_browser_is_not_so_for_programs(app: Flask, staff: User) -> None:
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = staff.get_id()
    assert client.get("/leads").status_code == 200

    assert client.get("/api/v1/leads").status_code == 401


def test_a_token_in_an_address_does_not_count(app: Flask, program_of: ProgramOf, staff: User) -> None:
    program = program_of(staff)
    assert program.ask("/leads").status_code == 200

    answer = app.test_client().get(f"/api/v1/leads?access_token={program.token}")

    assert answer.status_code == 401


def test_a_token_that_ran_out_or_was_withdrawn_does_not_count(
    program_of: ProgramOf, database: Database, staff: User
) -> None:
    assert program_of(staff, expires_at=NOW + DAY).ask("/leads").status_code == 200
    assert program_of(staff, expires_at=NOW - 1).ask("/leads").status_code == 401

    program = program_of(staff)
    assert program.ask("/leads").status_code == 200
    with database.write() as session:
        newest = token.of_user(session, staff)[0]
        assert token.withdraw(session, staff, newest.id)
    assert program.ask("/leads").status_code == 401


def test_the_tokens_of_an_account_end_with_it(program_of: ProgramOf, database: Database, staff: User) -> None:
    program = program_of(staff)
    assert program.ask("/leads").status_code == 200

    with database.write() as session:
        users.remove(session, session.get_one(User, staff.id))

    assert program.ask("/leads").status_code == 401


def test_another_role_counts_at_once(program_of: ProgramOf, database: Database, staff: User) -> None:
    program = program_of(staff)
    assert len(numbers(program)) == 2

    with database.write() as session:
        session.get_one(User, staff.id).role = "presenter"

    assert numbers(program) == []


def test_of_a_token_only_the_hash_is_kept_and_the_day_of_its_last_use(
    program_of: ProgramOf, database: Database, staff: User
) -> None:
    program = program_of(staff)
    with database.read() as session:
        assert token.of_user(session, staff)[0].last_used_on is None

    program.ask("/leads")

    with database.read() as session:
        (row,) = token.of_user(session, staff)
    assert row.last_used_on is not None
    assert program.token not in str(vars(row))


def test_who_asks_too_often_waits(app: Flask, program_of: ProgramOf, staff: User, admin: User) -> None:
    app.extensions[bearer.NAME] = bearer.Gate(by_token=Attempts(Limit(burst=2, every=60)))
    program = program_of(staff)
    assert [program.ask("/leads").status_code for _ in range(2)] == [200, 200]

    answer = program.ask("/leads")

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert program_of(admin).ask("/leads").status_code == 200, "others do not wait for it"


def test_who_guesses_tokens_waits(app: Flask, program_of: ProgramOf, staff: User) -> None:
    app.extensions[bearer.NAME] = bearer.Gate(by_address=Attempts(Limit(burst=2, every=60)))
    assert [Program(app, f"wst_{n}").ask("/leads").status_code for n in range(3)] == [401, 401, 429]

    assert program_of(staff).ask("/leads").status_code == 200, "a right one is no guess"
