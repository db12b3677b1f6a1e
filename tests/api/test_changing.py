"""How programs follow up a lead."""

import pytest
from flask import Flask

from tests.api.conftest import Leave, Program, ProgramOf
from workshop.accounts.user import User
from workshop.workshops import Workshop


@pytest.fixture
def where(leave: Leave, workshop: Workshop) -> str:
    """The address of a lead."""
    left = leave(workshop)
    return f"/leads/{left.id}"


@pytest.fixture
def program(program_of: ProgramOf, owner: User) -> Program:
    return program_of(owner, writes=True)


def test_what_is_said_changes_and_the_rest_stays(program: Program, where: str) -> None:
    first = program.change(where, version=1, status=2, tags=["vmbo"], next_action="bellen")
    second = program.change(where, version=2, next_on="2026-12-01")
    third = program.change(where, version=3, next_on=None)

    assert first.status_code == 200
    assert (second.json["status"], second.json["tags"]) == (2, ["vmbo"])  # type: ignore[index]
    assert second.json["next_on"] == "2026-12-01"  # type: ignore[index]
    assert (third.json["next_action"], third.json["next_on"]) == ("bellen", None)  # type: ignore[index]


def test_who_looked_at_an_older_version_is_told(program: Program, where: str) -> None:
    assert program.change(where, version=1, status=2).status_code == 200

    answer = program.change(where, version=1, status=1)

    assert answer.status_code == 409
    assert answer.json["detail"].startswith("Somebody else changed")  # type: ignore[index]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"version": "1"},
        {"version": 0},
        {"version": 1, "status": None},
        {"version": 1, "next_action": "x" * 201},
        {"version": 1, "next_on": "1 december"},
        {"version": 1, "tags": "vmbo"},
        {"version": 1, "tags": [""]},
        {"version": 1, "tags": ["x"] * 21},
        {"version": 1, "school": "Anders"},
    ],
    ids=str,
)
def test_a_change_that_cannot_be_is_refused(program: Program, where: str, change: dict[str, object]) -> None:
    answer = program.change(where, **change)

    assert answer.status_code == 422
    assert program.change(where, version=1).status_code == 200, "nothing was changed"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b'{"version": 1}', "text/plain", 415),
        (b'{"version": 1', "application/json", 422),
        (b"\xff\xfe", "application/json", 422),
        (b'{"version": 1, "next_action": "\\ud800"}', "application/json", 422),
        (b"[" * 100_000, "application/json", 422),
        (b'{"version": 1, "next_action": "' + b"x" * 3_000_000 + b'"}', "application/json", 413),
    ],
    ids=["no json", "half", "no text", "half a character", "deep", "much"],
)
def test_a_body_that_is_none_is_refused(
    app: Flask, program: Program, where: str, body: bytes, kind: str, status: int
) -> None:
    answer = app.test_client().patch(
        f"/api/v1{where}",
        data=body,
        content_type=kind,
        headers={"Authorization": f"Bearer {program.token}"},
    )

    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"


def test_only_a_token_that_may_write_of_who_may_see_the_lead_changes_it(
    program_of: ProgramOf, program: Program, where: str, owner: User, colleague: User, staff: User
) -> None:
    assert program.change(where, version=1).status_code == 200
    assert program_of(staff, writes=True).change(where, version=2).status_code == 200

    assert program_of(owner).change(where, version=3).status_code == 403
    assert program_of(colleague, writes=True).change(where, version=3).status_code == 404
    assert Program(program.app).change(where, version=3).status_code == 401
    assert program.change(where, version=3).status_code == 200, "nothing was changed in between"


def test_the_steps_of_the_follow_up_are_told(program: Program) -> None:
    answer = program.ask("/statuses").json

    names = [each["name"] for each in answer["statuses"]]  # type: ignore[index]
    assert names == ["New", "Contacted", "Visit planned", "Agreed", "Declined"]


def test_a_status_that_is_not_there_is_refused(program: Program, where: str) -> None:
    answer = program.change(where, version=1, status=99)

    assert answer.status_code == 409
    assert program.change(where, version=1, status=2).status_code == 200
