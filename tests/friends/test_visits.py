"""Visits: counted once a card and day, by what people do, and without knowing who they are."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.friends.written import words, write
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.friends import visit
from workshop.friends.message import FriendMessage
from workshop.friends.visit import FriendVisit, is_program
from workshop.workshops import Workshop

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1"
)
OTHER_PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"
DAY = 24 * 60 * 60 * 1000
NOON = 1_764_500_400_000  # 30 November 2025, 12:00 in Amsterdam


def visits(database: Database, workshop: Workshop) -> int:
    with database.read() as session:
        return visit.count(session, workshop.id)


def look(client: FlaskClient, message: FriendMessage, user_agent: str = PHONE) -> int:
    answer = client.post(f"/f/{message.token}/visit", headers={"User-Agent": user_agent})
    return answer.status_code


def test_a_card_and_a_day_make_one_visit_however_often_and_by_whomever(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    for user_agent in (PHONE, PHONE, OTHER_PHONE):
        assert look(client, message, user_agent) == 204

    assert visits(database, workshop) == 1


def test_another_day_and_another_card_are_other_visits(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    first, second = write(database, settings, workshop, words(), words(friend_name="Bo"))

    with database.write() as session:
        for card, at in ((first, NOON), (first, NOON + DAY), (second, NOON), (second, NOON + 1)):
            visit.note(session, workshop.id, card.id, at)

    assert visits(database, workshop) == 3


def test_a_day_begins_at_midnight_here(
    database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    with database.write() as session:
        visit.note(session, workshop.id, message.id, NOON + 11 * 3_600_000 + 59 * 60_000)
        visit.note(session, workshop.id, message.id, NOON + 12 * 3_600_000)

    with database.read() as session:
        days = session.scalars(select(FriendVisit.day).order_by(FriendVisit.day)).all()
    assert days == ["2025-11-30", "2025-12-01"]


def test_fetching_the_page_is_no_visit(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    assert client.get(f"/f/{message.token}", headers={"User-Agent": PHONE}).status_code == 200

    assert visits(database, workshop) == 0


@pytest.mark.parametrize(
    "user_agent",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0) Chrome/131.0 Safari/537.36",
        "WhatsApp/2.23.20.0",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "TelegramBot (like TwitterBot)",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "python-requests/2.32",
        "curl/8.5.0",
    ],
)
def test_programs_are_not_counted(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage, user_agent: str
) -> None:
    assert look(client, message, user_agent) == 204
    assert visits(database, workshop) == 0

    look(client, message, PHONE)
    assert visits(database, workshop) == 1


@pytest.mark.parametrize(
    "user_agent",
    [
        PHONE,
        OTHER_PHONE,
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
        "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
    ],
)
def test_browsers_of_people_are_no_programs(user_agent: str) -> None:
    assert not is_program(user_agent)


def test_who_looks_without_a_script_is_counted_by_what_they_do(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    client.post(f"/f/{message.token}/erase")

    assert visits(database, workshop) == 1


def test_no_cookie_is_set_and_nothing_of_who_looks_is_kept(
    client: FlaskClient, database: Database, message: FriendMessage
) -> None:
    client.environ_base["REMOTE_ADDR"] = "192.0.2.77"
    for answer in (
        client.get(f"/f/{message.token}", headers={"User-Agent": PHONE}),
        client.post(f"/f/{message.token}/visit", headers={"User-Agent": PHONE}),
        client.get(f"/f/{message.token}/write", headers={"User-Agent": PHONE}),
        client.post(f"/f/{message.token}/write", data=words(), headers={"User-Agent": PHONE}),
    ):
        assert "Set-Cookie" not in answer.headers
        assert answer.status_code < 400

    with database.read() as session:
        kept = " ".join(repr(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables)
    assert message.id in kept
    assert "192.0.2" not in kept
    assert "iPhone" not in kept


@pytest.mark.parametrize("token", ["x", "x" * 12, "_" * 500, "%00", "é" * 12])
def test_a_visit_to_no_card_is_not_found(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage, token: str
) -> None:
    assert client.post(f"/f/{token}/visit", headers={"User-Agent": PHONE}).status_code == 404

    assert visits(database, workshop) == 0
