"""The document says what the API does: schemathesis asks all that it describes, and much that it does not."""

import json

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import booleans

from tests.api.conftest import Leave, ProgramOf
from workshop.accounts.attempts import Attempts, Limit
from workshop.accounts.user import User
from workshop.api import bearer
from workshop.workshops import Workshop

TRIES = 40
NEVER = Limit(burst=10**9, every=1e-9)


def test_anybody_may_read_what_can_be_asked(app: Flask) -> None:
    answer = app.test_client().get("/api/v1/openapi.json")

    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    document = json.loads(answer.text)
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {"/leads", "/leads/{id}", "/workshops", "/statuses"}
    assert set(document["paths"]["/leads/{id}"]) == {"get", "patch"}
    lead = document["components"]["schemas"]["Lead"]
    assert {"id", "version", "school", "tags"} <= set(lead["required"])


@pytest.mark.slow
@pytest.mark.parametrize(
    "operation", ["GET /leads", "GET /leads/{id}", "GET /workshops", "GET /statuses", "PATCH /leads/{id}"]
)
def test_schemathesis_finds_nothing_that_the_document_does_not_say(
    app: Flask, program_of: ProgramOf, staff: User, leave: Leave, workshop: Workshop, operation: str
) -> None:
    left = leave(workshop)
    number = left.id
    app.extensions[bearer.NAME] = bearer.Gate(Attempts(NEVER), Attempts(NEVER))
    program = program_of(staff, writes=True)
    method, path = operation.split()
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)

    @settings(
        max_examples=TRIES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(case=schema[path][method].as_strategy(), there=booleans())
    def ask(case: schemathesis.Case, there: bool) -> None:
        if there and "{id}" in path:
            case.path_parameters["id"] = number
        case.call_and_validate(headers={"Authorization": f"Bearer {program.token}"})

    ask()
