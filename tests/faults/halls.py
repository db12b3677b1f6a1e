"""A workshop in which a phone may say as much as a test needs, with its question on screen, and slides to
hasten through behind it."""

import secrets
from pathlib import Path
from typing import Any

from tests.bench.hall import Hall
from workshop import journal
from workshop.events import SlideShown
from workshop.journal import Entry

QUESTIONS = 40
SLIDES = 50
_DECK = (
    """---
title: Veel te vragen
language: nl
---

# Wat vind je?

::: open {answers=50}
- Vraag?
:::
""".replace("- Vraag?\n", "- Vraag?\n" * QUESTIONS)
    + "".join(f"\n---\n\n# Dia {n}\n" for n in range(2, SLIDES + 1))
)


def open_hall(folder: Path, data: Path, **options: int) -> Hall:
    """The workshop; its server is not started yet.

    Args:
        folder: where the deck's file may lie.
        data: the data folder.
        options: the hall's own.
    """
    deck = folder / "veel.md"
    deck.write_text(_DECK)
    hall = Hall(data, deck, **options)
    database = hall.server.database
    with database.write() as session:
        journal.append(session.connection(), [Entry(hall.workshop_id, SlideShown(hall.open_slide))])
    database.engine.dispose()
    return hall


def answer(hall: Hall, number: int) -> dict[str, Any]:
    """A phone's first, second, … answer."""
    return {
        "do": "answer",
        "id": secrets.token_urlsafe(16),
        "slide": hall.open_slide,
        "question": number % QUESTIONS,
        "value": f"antwoord {number}",
    }
