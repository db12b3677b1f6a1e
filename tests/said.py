"""A workshop that asks something of each sort, and what people answer to it."""

import secrets
from pathlib import Path

from sqlalchemy.orm import Session

from workshop import journal
from workshop.database import Database
from workshop.decks.markdown import parse
from workshop.decks.store import load
from workshop.events import Answered, AnyEvent, SlideShown, Value
from workshop.journal import Entry
from workshop.workshops import Workshop, start

DECK = """---
title: Van alles gevraagd
language: nl
organisation: De Club
---

# Wat vind je?

::: open {answers=30 max=1000}
:::

---

# Twee vragen

::: open
- De eerste?
- De tweede?
:::

---

# Kies

::: choice {several=true}
- rood
- blauw
- groen
:::

---

# Zet op volgorde

::: ranking
- lezen
- rekenen
- gym
:::

---

# Verdeel

::: points {total=100}
- tijd
- geld
- een heel lange mogelijkheid, die op een smalle bladzijde over meer dan één regel loopt
:::

---

# Hoe eens ben je het?

::: scale {low="oneens" high="helemaal mee eens"}
- Het gaat goed.
- Het kan beter.
:::

---

# Hoeveel scholen?

::: number {min=0 max=20000 unit=scholen}
:::

---

# Waar sta je?

::: place {left=rustig right=druk bottom=alleen top=samen}
:::

---

# Een paar woorden

::: words {max=3}
:::

---

# Ideeën

::: ideas
:::

---

# Dank je wel

Tot ziens.
"""
(OPEN, TWO, CHOICE, RANKING, POINTS, SCALE, NUMBER, PLACE, WORDS, IDEAS, LAST) = range(1, 12)
PARSED = parse(DECK)
VALUES: list[tuple[int, int, Value]] = [
    (OPEN, 0, "Meer tijd,\nen minder regels."),
    (TWO, 0, "Ja"),
    (TWO, 1, "Nee"),
    (CHOICE, 0, [0, 2]),
    (RANKING, 0, [2, 0, 1]),
    (POINTS, 0, [50, 20, 30]),
    (SCALE, 0, [5, 0]),
    (NUMBER, 0, 6500),
    (PLACE, 0, [900, 100]),
    (WORDS, 0, "rust"),
    (IDEAS, 0, "Een buddy voor wie nieuw is"),
]


def asking_workshop(session: Session, folder: Path) -> Workshop:
    """A workshop of this deck, which has been through all its slides."""
    path = folder / "van-alles.md"
    path.write_text(DECK)
    workshop = start(session, load(session, path))
    slides = [SlideShown(number) for number in range(1, LAST + 1)]
    journal.append(session.connection(), [Entry(workshop.id, slide) for slide in slides])
    return workshop


def given(participant: str, slide: int, value: Value, question: int = 0, id: str = "") -> Answered:
    """An answer as the journal has it."""
    return Answered(participant, id or secrets.token_urlsafe(16), slide, question, value)


def one_of_each(participant: str) -> list[Answered]:
    """One answer to every question."""
    return [given(participant, slide, value, question) for slide, question, value in VALUES]


def happen(database: Database, workshop: Workshop, *events: AnyEvent) -> None:
    """Writes events as if they came from another process."""
    with database.write() as session:
        journal.append(session.connection(), [Entry(workshop.id, event) for event in events])
