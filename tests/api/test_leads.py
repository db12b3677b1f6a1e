"""Leads, as programs ask for them."""

from datetime import UTC, datetime

import pytest

from tests.api.conftest import Leave, Program, ProgramOf
from workshop.accounts.user import User
from workshop.workshops import Workshop


@pytest.fixture
def program(program_of: ProgramOf, staff: User) -> Program:
    return program_of(staff)


def schools(program: Program, **query: object) -> list[str]:
    answer = program.ask("/leads", **query)
    assert answer.status_code == 200, answer.text
    return [lead["school"] for lead in answer.json["leads"]]  # type: ignore[index]


def milliseconds(utc: str) -> int:
    return int(datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp() * 1000)


def test_a_lead_has_all_that_was_left(program: Program, leave: Leave, workshop: Workshop) -> None:
    left = leave(workshop, at=milliseconds("2026-07-01 12:05"))

    answer = program.ask("/leads")

    assert answer.content_type == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json == {
        "leads": [
            {
                "id": left.id,
                "version": 1,
                "workshop": workshop.id,
                "left_at": "2026-07-01T12:05:00Z",
                "changed_at": "2026-07-01T12:05:00Z",
                "status": 1,
                "next_action": "",
                "next_on": None,
                "tags": [],
                "name": "Fatima el Idrissi",
                "telephone": "+31612345678",
                "email": "fatima@deregenboog.nl",
                "school": "De Regenboog",
                "profile": "320 leerlingen in een groeiende wijk",
                "board": "Stichting Samen Leren",
                "question": "Hoe vinden we iemand met een technische achtergrond?",
                "language": "nl",
            }
        ],
        "next": None,
    }


def test_one_lead_is_as_in_the_list(program: Program, leave: Leave, workshop: Workshop) -> None:
    leave(workshop, school="De Regenboog")
    leave(workshop, school="De Zonnebloem")
    listed = program.ask("/leads").json["leads"]  # type: ignore[index]

    assert [program.ask(f"/leads/{each['id']}").json for each in listed] == listed


def test_page_after_page_gives_each_lead_once_the_newest_first(
    program: Program, leave: Leave, workshop: Workshop, other_workshop: Workshop
) -> None:
    for number in range(5):  # four of them at the same moment
        leave((workshop, other_workshop)[number % 2], at=9 + number // 4, school=str(number))

    seen, query = [], {}
    while True:
        page = program.ask("/leads", limit=2, **query).json
        seen += [lead["school"] for lead in page["leads"]]  # type: ignore[index]
        leave(workshop, school="Nieuw")  # what comes in meanwhile shifts nothing
        if page["next"] is None:  # type: ignore[index]
            break
        query = {"before": page["next"]}  # type: ignore[index]

    assert sorted(seen) == ["0", "1", "2", "3", "4"]
    assert seen[0] == "4"


def test_those_of_a_workshop_or_since_a_time_can_be_asked_for(
    program: Program, leave: Leave, workshop: Workshop, other_workshop: Workshop
) -> None:
    leave(workshop, at=milliseconds("2026-07-01 12:00"), school="oud")
    leave(workshop, at=milliseconds("2026-07-02 12:00"), school="nieuw")
    leave(other_workshop, at=milliseconds("2026-07-02 12:00"), school="anders")

    assert schools(program, workshop=workshop.id) == ["nieuw", "oud"]
    assert schools(program, workshop=workshop.id, changed_since="2026-07-02T14:00:00+02:00") == ["nieuw"]
    assert sorted(schools(program, changed_since="2026-07-02T12:00:00Z")) == ["anders", "nieuw"]
    assert schools(program, workshop=10**18 - 1) == []


@pytest.mark.parametrize(
    "query",
    [
        *({"workshop": each} for each in ("x", "0", "-1", "1.0", "²", str(2**70), "")),
        *({"limit": each} for each in ("0", "101", "x", "")),
        *({"before": each} for each in ("x", "1", "1-2-3", "1-2\n", f"{2**70}-1")),
        *({"changed_since": each} for each in ("yesterday", "2026-07-02", "2026-07-02T12:00:00", "0")),
        {"wrokshop": "1"},
        {"workshop": ["1", "2"]},
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused_with_a_reason(
    program: Program, leave: Leave, workshop: Workshop, query: dict[str, object]
) -> None:
    leave(workshop)
    assert schools(program) == ["De Regenboog"]

    answer = program.ask("/leads", **query)

    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json["status"] == 422  # type: ignore[index]
    assert answer.json["detail"]  # type: ignore[index]


@pytest.mark.parametrize("since", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_the_ends_of_time_can_be_asked_for(program: Program, since: str) -> None:
    assert schools(program, changed_since=since) == []


@pytest.mark.parametrize("number", ["0", "999", str(10**18 - 1), "x", str(2**70), "-1"])
def test_a_lead_that_is_not_there_is_not_found(
    program: Program, leave: Leave, workshop: Workshop, number: str
) -> None:
    leave(workshop)

    answer = program.ask(f"/leads/{number}")

    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
