"""The preview shows what is printed, and who may see it."""

from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from tests.friends.written import words, write
from tests.people import browser, own, person
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.prints import preview
from workshop.prints.batch import batch_of
from workshop.prints.kinds import one_sheet
from workshop.prints.wish import KINDS, Wish
from workshop.workshops import Workshop


def address(workshop: Workshop, view: str, query: str = "kind=friends") -> str:
    return f"/workshops/{workshop.id}/cards/{view}.png?{query}"


def picture(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("L")


def dark(image: Image.Image) -> float:
    """The share of dark pixels."""
    counts = image.histogram()
    return sum(counts[:100]) / sum(counts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_before_there_is_a_card(
    app: Flask, workshop: Workshop, owner: User, kind: str
) -> None:
    answer = browser(app, owner).get(address(workshop, "front", f"kind={kind}"))

    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert 0.003 < dark(picture(answer.data)) < 0.5
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_back_is_the_message_of_the_first_card(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, owner: User
) -> None:
    visitor = browser(app, owner)
    write(database, settings, workshop, words(message="Hoi"))
    short = picture(visitor.get(address(workshop, "back")).data)
    write(database, settings, workshop, words(message="Later " * 90))
    still_short = picture(visitor.get(address(workshop, "back")).data)
    sheet = picture(visitor.get(address(workshop, "sheet-back")).data)

    assert short.tobytes() == still_short.tobytes()
    assert dark(sheet) > dark(short), "the second card's message is on the sheet"


@pytest.mark.parametrize("size", ["a6", "a7"])
def test_of_many_cards_only_those_of_the_sheet_are_made_and_it_is_the_same_picture(
    app: Flask, database: Database, settings: Settings, workshop: Workshop, size: str
) -> None:
    write(database, settings, workshop, *(words(message=f"Bericht {n}") for n in range(20)))
    wish = Wish("friends", "https://example.org", size=size)

    with (
        app.test_request_context(),
        batch_of(database, settings, workshop.id, wish) as whole,
        batch_of(database, settings, workshop.id, wish, one_sheet) as begun,
    ):
        counts = len(whole.cards), len(begun.cards)
        pictures = {preview.picture(batch, "sheet-back") for batch in (whole, begun)}

    assert counts == (20, {"a6": 4, "a7": 8}[size])
    assert len(pictures) == 1


def test_a_choice_changes_the_picture(app: Flask, workshop: Workshop, owner: User) -> None:
    visitor = browser(app, owner)
    queries = [
        "kind=friends",
        "kind=friends&design=band",
        "kind=friends&size=a7&lies=true",
        "kind=friends&paper=pages",
    ]

    fronts = [picture(visitor.get(address(workshop, "front", query)).data) for query in queries]

    assert len({front.tobytes() for front in fronts}) == 4
    assert fronts[0].height > fronts[0].width
    assert fronts[2].width > fronts[2].height


@pytest.mark.parametrize(
    ("view", "query", "status"),
    [
        ("back", "kind=answers", 204),
        ("sheet-back", "kind=answers", 204),
        ("sheet", "kind=posters", 204),
        ("sheet", "kind=friends&paper=pages", 200),
        ("front", "kind=money", 400),
        ("inside", "kind=friends", 404),
    ],
)
def test_what_there_is_no_picture_of(
    app: Flask, workshop: Workshop, owner: User, view: str, query: str, status: int
) -> None:
    assert browser(app, owner).get(address(workshop, view, query)).status_code == status


@pytest.mark.parametrize("query", ["kind=friends&size=a3", "kind=friends&design=../secret"])
def test_what_cannot_be_printed_is_told_in_its_place(
    app: Flask, workshop: Workshop, owner: User, query: str
) -> None:
    answer = browser(app, owner).get(address(workshop, "front", query))

    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.text.endswith(".")


def test_only_who_directs_the_workshop_sees_it(
    app: Flask, database: Database, workshop: Workshop, owner: User
) -> None:
    own(database, workshop, owner)
    colleague = browser(app, person(database, "Bo"))

    assert colleague.get(address(workshop, "front")).status_code == 403
    assert browser(app).get(address(workshop, "front")).status_code == 303
