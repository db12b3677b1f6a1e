"""A right answer: nobody is told before the result is shown, and from then on no answer counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.workshops import new_workshop
from workshop.database import Database
from workshop.live import stage_of
from workshop.live.orders import Answer, Reveal, Show
from workshop.live.rooms import LiveRoom
from workshop.refused import Refused

DECK = """---
title: Proef
language: nl
---

# Hoeveel?

::: choice
- {0} twintig
- {1} honderd
:::
"""
FIRST, SECOND = DECK.format("[x]", "[ ]"), DECK.format("[ ]", "[x]")
ID, OTHER_ID = "x" * 22, "y" * 22


@pytest.fixture
def rooms(app: Flask, database: Database, tmp_path: Path) -> Iterator[list[LiveRoom]]:
    """Two rooms that differ in nothing but which answer is right."""
    stage = stage_of(app)
    opened = []
    for source in (FIRST, SECOND):
        with database.write() as session:
            workshop = new_workshop(session, tmp_path, source)
        opened.append(stage.rooms.of(workshop))
        stage.direct(opened[-1], Show(1))
    yield opened
    stage.writer.stop()


def test_nothing_that_goes_out_to_phones_and_projector_tells_which_is_right(
    app: Flask, rooms: list[LiveRoom]
) -> None:
    screens = stage_of(app).screens

    phones = [screens.phone(room) for room in rooms]
    for room, phone in zip(rooms, phones, strict=True):
        phone["html"] = phone["html"].replace(room.workshop.code, "")
        del phone["drawn"]  # a digest of the HTML with the code in it
    projectors = [screens.projector(room)["html"] for room in rooms]

    assert phones[0] == phones[1]
    assert "goed antwoord" not in projectors[0]
    assert projectors[0] == projectors[1]


def test_once_the_result_is_shown_everybody_is_told_in_words(app: Flask, rooms: list[LiveRoom]) -> None:
    stage = stage_of(app)
    for room in rooms:
        stage.direct(room, Reveal(1, True))

    first, second = (stage.screens.phone(room)["html"] for room in rooms)

    assert 'data-right="0"' in first
    assert "<strong>twintig</strong>" in first
    assert 'data-right="1"' in second
    assert "Het goede antwoord:" in second
    assert "goed antwoord" in stage.screens.projector(rooms[1])["html"]


def test_who_answers_after_it_was_told_is_refused(app: Flask, rooms: list[LiveRoom]) -> None:
    stage, room = stage_of(app), rooms[0]
    assert stage.submit(room, "me", Answer(ID, 1, 0, [1]))["ok"]
    stage.direct(room, Reveal(1, True))

    with pytest.raises(Refused) as refused:
        stage.submit(room, "you", Answer(OTHER_ID, 1, 0, [0]))

    assert refused.value.code == "closed"
    assert stage.submit(room, "me", Answer(ID, 1, 0, [1]))["ok"]  # the same again, whose answer got lost
    stage.direct(room, Reveal(1, False))
    assert stage.submit(room, "you", Answer(OTHER_ID, 1, 0, [0]))["ok"]
