"""Joining with a code, at any moment."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.workshops import OPEN
from workshop import create_app
from workshop.config import Settings
from workshop.live import stage_of
from workshop.live.orders import Show
from workshop.workshops import ALPHABET, Workshop, random_code


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{spaced}", "{dashed}"])
def test_a_code_leads_to_its_workshop_however_it_is_typed(
    client: FlaskClient, workshop: Workshop, typed: str
) -> None:
    code = workshop.code
    written = typed.format(
        code, lower=code.lower(), spaced=f"{code[:3]} {code[3:]}", dashed=f"{code[:3]}-{code[3:]}"
    )

    answer = client.get("/", query_string={"code": written})

    assert answer.headers["Location"] == f"/{code}"


def test_the_page_behind_a_code_can_be_read_before_any_script_runs(
    client: FlaskClient, workshop: Workshop
) -> None:
    page = client.get(f"/{workshop.code}")

    assert page.status_code == 200
    assert "<h1>Een kleine presentatie</h1>" in page.text
    assert 'lang="nl"' in page.text


def test_who_joins_late_sees_the_present_slide(app: Flask, client: FlaskClient, workshop: Workshop) -> None:
    stage = stage_of(app)
    stage.direct(stage.rooms.of(workshop), Show(OPEN))

    page = client.get(f"/{workshop.code}")
    stage.writer.stop()

    assert "<h1>Wat vind je?</h1>" in page.text
    assert "<textarea" in page.text


def test_a_wrong_code_says_so_and_keeps_what_was_typed(client: FlaskClient) -> None:
    page = client.get("/", query_string={"code": 'zz"zz<z'}, headers={"Accept-Language": "nl"})

    assert page.status_code == 404
    assert "geen workshop met de code" in page.text
    assert 'value="zz&#34;zz&lt;z"' in page.text


def test_a_reload_is_the_same_phone_and_another_browser_another_one(
    app: Flask, client: FlaskClient, workshop: Workshop
) -> None:
    def token(client: FlaskClient) -> str:
        return client.get(f"/{workshop.code}").text.partition('data-token="')[2].partition('"')[0]

    assert token(client) == token(client)
    assert token(client) != token(app.test_client())


def test_a_forged_cookie_gives_a_new_phone(client: FlaskClient, workshop: Workshop) -> None:
    client.set_cookie(f"phone-{workshop.id}", "forged", path=f"/{workshop.code}")

    page = client.get(f"/{workshop.code}")

    assert page.status_code == 200
    assert 'data-token="forged"' not in page.text


def test_guessing_codes_is_stopped_and_the_right_code_of_others_is_not(
    settings: Settings, app: Flask, workshop: Workshop
) -> None:
    client = create_app(replace(settings, wrong_codes_per_minute=5)).test_client()

    statuses = [client.get(f"/?code=ZZZZ{n}Z").status_code for n in range(2, 9)]

    assert statuses == [404] * 5 + [429] * 2
    elsewhere = {"REMOTE_ADDR": "198.51.100.7"}
    assert client.get(f"/{workshop.code}", environ_overrides=elsewhere).status_code == 200


def test_a_phone_that_is_in_comes_back_also_after_somebody_guessed_codes_at_its_address(
    settings: Settings, app: Flask, workshop: Workshop
) -> None:
    guarded = create_app(replace(settings, wrong_codes_per_minute=5))
    inside, outside = guarded.test_client(), guarded.test_client()
    inside.get(f"/{workshop.code}")

    for n in range(2, 9):
        outside.get(f"/?code=ZZZZ{n}Z")

    assert outside.get(f"/{workshop.code}").status_code == 429
    assert inside.get(f"/{workshop.code}").status_code == 200


def test_codes_have_six_characters_without_look_alikes() -> None:
    codes = {random_code() for _ in range(500)}

    assert len(codes) == 500
    assert all(len(code) == 6 and set(code) <= set(ALPHABET) for code in codes)
    assert not set(ALPHABET) & set("IO01")
