"""`workshop.cards`, as the worker calls it for a large batch on a machine of two cores."""

from collections.abc import Iterable
from pathlib import Path

from tests.bench.letters import Letter
from tests.bench.printers.ours import LOOK, card
from workshop.cards.card import cleaned
from workshop.cards.chunk import Setup
from workshop.cards.crew import Kept, chunks
from workshop.cards.design import USUAL, built_in
from workshop.cards.layout import LETTER
from workshop.cards.press import OFFICE, bound, parted

PROCESSES = 2


def print_cards(letters: Iterable[Letter], target: Path) -> None:
    """By two processes, which this one starts, and whose chunks it binds."""
    setup = Setup(built_in(USUAL), LETTER, cleaned(LOOK), OFFICE)
    kept = Kept(target.with_suffix(".chunks"), setup)
    with target.open("wb") as out:
        bound(chunks(parted(map(card, letters)), setup, kept, PROCESSES), setup, out)
    kept.forget()
