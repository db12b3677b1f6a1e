"""The pages on which admins look after webhooks."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from standardwebhooks import Webhook, WebhookVerificationError
from werkzeug.test import TestResponse

from tests.hooks.listener import answers, listening
from tests.hooks.test_sending import Add, Deliver, Leave
from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from workshop.accounts.user import Role
from workshop.database import Database
from workshop.hooks.delivery import log_of
from workshop.hooks.target import Target, all_targets

URL = "https://crm.example.org/in?key=a%20b"
ACTIONS = ("", "/1/test", "/1/off", "/1/on", "/1/remove", "/1/secret", "/1/deliveries/msg_x/again")


@pytest.fixture
def ada(app: Flask, database: Database) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, person(database, "Ada", "admin"))


def put(client: FlaskClient, url: str = URL, *events: str) -> TestResponse:
    return client.post("/hooks", data={"url": url, "events": list(events or ("lead.left",))})


def kept(database: Database) -> list[Target]:
    with database.read() as session:
        return all_targets(session)


def test_an_address_is_kept_and_its_secret_shown_once(ada: FlaskClient, database: Database) -> None:
    page = put(ada, URL, "lead.erased", "lead.left")

    (target,) = kept(database)
    assert (target.url, target.asked, target.is_on) == (URL, ["lead.left", "lead.erased"], True)
    assert page.status_code == 200
    assert target.secret in page.text
    assert page.headers["Cache-Control"] == "no-store"
    for address in ("/hooks", f"/hooks/{target.id}"):
        again = ada.get(address).text
        assert target.secret not in again
        assert "https://crm.example.org/in?key=a%20b" in again


@pytest.mark.parametrize(
    "url",
    ["", "crm.example.org", "ftp://example.org", "https://me:secret@example.org/", "https://", "x" * 3000],
)
def test_what_is_no_address_is_refused_with_what_was_typed(
    ada: FlaskClient, database: Database, url: str
) -> None:
    page = put(ada, url, "lead.changed")

    assert page.status_code == 422
    assert "Type a whole address, such as https://crm.example.org/hook." in page.text
    assert Page(page.text).all("input", name="url", value=url)
    (ticked,) = [box for box in Page(page.text).all("input", name="events") if "checked" in box]
    assert ticked["value"] == "lead.changed"
    assert kept(database) == []


def test_hostile_text_is_only_text(ada: FlaskClient) -> None:
    assert Page(put(ada, HOSTILE).text).runs_nothing()


@pytest.mark.parametrize("events", [[], ["lead.everything"], ["test"]])
def test_one_that_asks_for_nothing_that_there_is_is_refused(
    ada: FlaskClient, database: Database, events: list[str]
) -> None:
    page = ada.post("/hooks", data={"url": URL, "events": events})

    assert page.status_code == 422
    assert "Choose at least one." in page.text
    assert kept(database) == []


def test_the_same_address_twice_is_refused(ada: FlaskClient, database: Database) -> None:
    assert put(ada).status_code == 200

    page = put(ada)

    assert page.status_code == 422
    assert "This address is told already." in page.text
    assert len(kept(database)) == 1


def test_a_test_is_sent_and_stands_in_the_log(ada: FlaskClient, add: Add, deliver: Deliver) -> None:
    with listening(answers(500, 204)) as listener:
        target = add(listener.url)
        where = f"/hooks/{target.id}"
        assert "comes here, the newest first" in ada.get(where).text

        assert "A test is on its way." in ada.post(f"{where}/test", follow_redirects=True).text
        deliver()

    page = ada.get(where).text
    assert '"type":"test"' in listener.requests[0].body.decode()
    assert "It answered 500. It is tried again by itself." in page
    assert "tried once" in page
    assert "Send again" not in page, "it is on its way"


def test_what_was_not_delivered_is_sent_again_under_the_same_id(
    ada: FlaskClient, database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(410, 200)) as listener:
        target = add(listener.url)
        where = f"/hooks/{target.id}"
        leave()
        deliver()
        gone = ada.get(where).text
        assert "It answered that there is nobody any more (410)" in gone
        assert "not delivered" in gone
        ada.post(f"{where}/on")
        (button,) = [f for f in Page(ada.get(where).text).all("form") if "again" in str(f["action"])]

        page = ada.post(str(button["action"]), follow_redirects=True)
        deliver()

    assert "It is sent once more." in page.text
    first, second = listener.requests
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert "delivered" in ada.get(where).text
    with database.read() as session:
        assert [each.state for each in log_of(session, target.id)] == ["delivered"]


def test_what_is_on_its_way_is_not_sent_twice(
    ada: FlaskClient, add: Add, leave: Leave, deliver: Deliver, database: Database
) -> None:
    with listening(answers(503, 200)) as listener:
        target = add(listener.url)
        leave()
        delivery = deliver()

        answer = ada.post(f"/hooks/{target.id}/deliveries/{delivery.id}/again")

        assert answer.status_code == 404
        deliver()
    assert len(listener.requests) == 1


def test_a_message_is_sent_again_only_on_the_page_of_its_target(
    ada: FlaskClient, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        target, other = add(listener.url), add("https://other.example.org/")
        leave()
        deliver()
        delivery = deliver()
        owner = target if delivery.target_id == target.id else other
        stranger = other if owner is target else target

        assert ada.post(f"/hooks/{stranger.id}/deliveries/{delivery.id}/again").status_code == 404
        assert ada.post(f"/hooks/{target.id}/deliveries/msg_nothing/again").status_code == 404


def test_one_is_switched_off_and_on_and_removed(
    ada: FlaskClient, database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        target = add(listener.url)
        where = f"/hooks/{target.id}"

        assert "Switched off since" in ada.post(f"{where}/off", follow_redirects=True).text
        assert "Switched off" in ada.get("/hooks").text
        leave()
        ada.post(f"{where}/on")
        leave()
        assert deliver().state == "delivered"
        leave()
        assert "is told nothing any more" in ada.post(f"{where}/remove", follow_redirects=True).text

    assert len(listener.requests) == 1
    assert kept(database) == []
    assert ada.get(where).status_code == 404


def test_with_a_new_secret_the_old_one_counts_for_a_day(
    ada: FlaskClient, database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        old = add(listener.url)

        page = ada.post(f"/hooks/{old.id}/secret")
        leave()
        deliver()
        (new,) = kept(database)
        with database.write() as session:
            session.get_one(Target, old.id).old_until = 0
        leave()
        deliver()

    assert new.secret != old.secret
    assert new.secret in page.text
    assert old.secret not in page.text
    during, after = listener.requests
    for secret in (old.secret, new.secret):
        Webhook(secret).verify(during.body, during.headers)
    Webhook(new.secret).verify(after.body, after.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old.secret).verify(after.body, after.headers)


def test_an_address_over_plain_http_is_refused_where_webhooks_go_to_the_internet(
    database: Database, app: Flask, ada: FlaskClient
) -> None:
    assert put(ada, "http://crm.example.org/").status_code == 200

    house = app.extensions["workshop"]
    app.extensions["workshop"] = replace(house, settings=replace(house.settings, webhooks_private=False))
    page = put(ada, "http://other.example.org/")

    assert page.status_code == 422
    assert "The address must begin with https://" in page.text
    assert len(kept(database)) == 1


@pytest.mark.parametrize("role", ["presenter", "staff"])
def test_only_an_admin_comes_in(
    app: Flask, database: Database, ada: FlaskClient, add: Add, role: Role
) -> None:
    add(URL)
    colleague = browser(app, person(database, "Bo", role))

    for address in ("/hooks", "/hooks/1"):
        assert ada.get(address).status_code == 200
        refused = colleague.get(address)
        assert refused.status_code == 403
        assert "crm.example.org" not in refused.text
    for action in ACTIONS:
        assert colleague.post(f"/hooks{action}", data={"url": URL + "2"}).status_code == 403
    assert [target.is_on for target in kept(database)] == [True]
    assert "Webhooks" in ada.get("/workshops").text
    assert "Webhooks" not in colleague.get("/nowhere").text


def test_a_stranger_is_asked_to_sign_in(app: Flask, database: Database, ada: FlaskClient, add: Add) -> None:
    add(URL)
    stranger = browser(app)

    for address in ("/hooks", "/hooks/1"):
        assert ada.get(address).status_code == 200
        answer = stranger.get(address)
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("/sign-in")
    for action in ACTIONS:
        assert stranger.post(f"/hooks{action}").status_code == 303
    assert [target.is_on for target in kept(database)] == [True]


@pytest.mark.parametrize("address", ["/hooks/99", "/hooks/x", f"/hooks/{2**70}"])
def test_one_that_is_not_there_is_not_found(ada: FlaskClient, add: Add, address: str) -> None:
    add(URL)
    assert ada.get("/hooks/1").status_code == 200

    assert ada.get(address).status_code == 404


def test_without_the_forms_token_nothing_is_done(app: Flask, database: Database) -> None:
    ada = browser(app, person(database, "Ada", "admin"))

    assert put(ada).status_code == 400
    assert kept(database) == []
