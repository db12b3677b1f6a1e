"""A workshop in a test's database, made from a small deck."""

from pathlib import Path

from sqlalchemy.orm import Session

from workshop.decks.store import load
from workshop.workshops import Workshop, start

DECK = """---
title: Een kleine presentatie
language: nl
---

# Welkom

Fijn dat je er bent.

---

# Wat vind je?

::: open {max=40 answers=2}
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

# Een kaart

::: friend
Schrijf iets liefs.
:::
"""
WELCOME, OPEN, TWO, CHOICE, FRIEND = range(1, 6)


def new_workshop(session: Session, folder: Path, source: str = DECK) -> Workshop:
    """A workshop of the small deck, or of another."""
    path = folder / "klein.md"
    path.write_text(source)
    version = load(session, path)
    return start(session, version)
