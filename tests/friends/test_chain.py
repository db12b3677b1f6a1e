"""The chain report: card → visit → lead → next card, for the owner and for staff."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.friends.test_write_in_turn import send
from tests.friends.written import words, write
from tests.kinds.drawn import Page
from tests.people import browser, own, person
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.forms import CAME_BY_CARD
from workshop.friends import visit
from workshop.friends.chain import Generation, chain_of
from workshop.friends.message import FriendMessage, of_workshop
from workshop.workshops import Workshop


@pytest.fixture
def leads() -> Iterator[dict[str, int]]:
    """How many leads came by each card, as the part that knows tells it."""
    found: dict[str, int] = {}
    before = dict(CAME_BY_CARD)
    CAME_BY_CARD.clear()
    CAME_BY_CARD["test"] = lambda _session, _workshop_id: found
    yield found
    CAME_BY_CARD.clear()
    CAME_BY_CARD.update(before)


@pytest.fixture
def written(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop, leads: dict[str, int]
) -> list[FriendMessage]:
    """Two cards in the workshop, of which one led to two more; visits and leads."""
    first, second = write(database, settings, workshop, words(), words(friend_name="Bo"))
    send(client, first.token)  # a visit too
    send(client, first.token, message="Nog een")
    with database.write() as session:
        visit.note(session, workshop.id, first.id, 0)
        cards = of_workshop(session, workshop.id)
    leads.update({first.id: 2, cards[2].id: 1, "of another workshop": 9})
    assert [first.id, second.id] == [each.id for each in cards[:2]]
    return cards


def test_each_generation_has_its_cards_visits_leads_and_what_came_next(
    database: Database, workshop: Workshop, written: list[FriendMessage]
) -> None:
    with database.read() as session:
        chain = chain_of(session, workshop.id)

    assert chain.generations == (
        Generation(1, cards=2, visited=1, visits=2, leads=2, next_cards=2),
        Generation(2, cards=2, visited=0, visits=0, leads=1, next_cards=0),
    )
    total = chain.total
    assert (total.cards, total.visited, total.visits, total.leads, total.next_cards) == (4, 1, 2, 3, 2)


def test_another_workshops_cards_do_not_count(
    database: Database, workshop: Workshop, written: list[FriendMessage]
) -> None:
    with database.read() as session:
        assert chain_of(session, workshop.id + 1).generations == ()


def test_the_owner_reads_it_as_a_picture_and_as_a_table(
    app: Flask, workshop: Workshop, owner: User, written: list[FriendMessage]
) -> None:
    page = browser(app, owner).get(f"/workshops/{workshop.id}/chain")

    assert page.status_code == 200
    cells = re.findall(r"<th scope=.row.>(.*?)</th>|<td>(\d+)</td>", page.text)
    assert ["".join(cell) for cell in cells] == [
        *("Written in the workshop", "2", "1", "2", "2", "2"),
        *("Generation 2", "2", "0", "0", "1", "0"),
    ]
    widths = [each["width"] for each in Page(page.text).all("rect")]
    assert widths == ["100.00", "50.00", "100.00", "100.00", "0.00", "50.00"]
    assert not any(name in page.text for name in ("Sanne", "Anna", *(each.token for each in written)))


def test_the_results_lead_to_it(app: Flask, workshop: Workshop, owner: User) -> None:
    page = Page(browser(app, owner).get(f"/workshops/{workshop.id}/results").text)

    assert page.all("a", href=f"/workshops/{workshop.id}/chain")


def test_staff_and_admin_read_it_too(app: Flask, database: Database, workshop: Workshop, owner: User) -> None:
    for who in (person(database, "Sam", "staff"), person(database, "Ada", "admin")):
        assert browser(app, who).get(f"/workshops/{workshop.id}/chain").status_code == 200


def test_a_colleague_and_a_stranger_do_not(
    app: Flask, database: Database, workshop: Workshop, owner: User
) -> None:
    address = f"/workshops/{workshop.id}/chain"
    assert browser(app, owner).get(address).status_code == 200

    assert browser(app, person(database, "Bo")).get(address).status_code == 403
    stranger = browser(app).get(address)
    assert (stranger.status_code, stranger.headers["Location"][:8]) == (303, "/sign-in")


def test_a_workshop_that_is_not_there_is_not_found(
    app: Flask, database: Database, workshop: Workshop, owner: User
) -> None:
    assert browser(app, owner).get("/workshops/99/chain").status_code == 404


def test_before_the_first_card_the_page_says_what_comes_here(
    app: Flask, database: Database, workshop: Workshop
) -> None:
    els = person(database, "Els")
    own(database, workshop, els)

    page = browser(app, els).get(f"/workshops/{workshop.id}/chain")

    assert "No cards have been written yet." in page.text
    assert not Page(page.text).all("table")
