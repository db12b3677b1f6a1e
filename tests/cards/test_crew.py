"""A large batch on all cores: in order, whole whatever dies, and made once."""

import os
import signal
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.cards import paper
from workshop.cards import crew
from workshop.cards.card import Card
from workshop.cards.chunk import Chunk, Setup
from workshop.cards.crew import Kept, chunks
from workshop.cards.design import USUAL, built_in
from workshop.cards.layout import LETTER
from workshop.cards.press import bound, parted, render
from workshop.cards.printing import Printing

SETUP = Setup(built_in(USUAL), LETTER, paper.DESIGN, Printing())


def numbered(count: int, first: int = 0) -> list[Card]:
    return [Card(f"Message {n}.", heading=f"For {n}") for n in range(first, first + count)]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.cards.press.CARDS", 4)


def bound_pdf(made: Iterator[Chunk]) -> bytes:
    out = BytesIO()
    bound(made, SETUP, out)
    return out.getvalue()


def test_all_cores_print_what_one_prints(tmp_path: Path) -> None:
    cards = numbered(10)

    pdf = bound_pdf(chunks(parted(cards), SETUP, Kept(tmp_path / "kept", SETUP), 2))

    alone = BytesIO()
    render(cards, paper.DESIGN, alone)
    assert paper.texts(pdf, back=True) == paper.texts(alone.getvalue(), back=True)
    assert paper.texts(pdf, back=False) == paper.texts(alone.getvalue(), back=False)


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = numbered(10)
    half = chunks(parted(cards), SETUP, Kept(tmp_path / "kept", SETUP), 1)
    next(half)
    next(half)
    half.close()

    kept = Kept(tmp_path / "kept", SETUP)
    asked: list[int] = []
    take = crew._taken
    monkeypatch.setattr(
        crew,
        "_taken",
        lambda part, made, kept: (asked.append(isinstance(made, Chunk)), take(part, made, kept))[1],
    )
    pdf = bound_pdf(chunks(parted(cards), SETUP, kept, 1))

    assert asked[:2] == [True, True]
    assert [text.split(".")[0] for text in paper.texts(pdf, back=True)] == [f"Message {n}" for n in range(10)]


def test_a_message_that_was_changed_meanwhile_is_made_anew(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", SETUP)
    bound_pdf(chunks(parted(numbered(8)), SETUP, kept, 1))

    pdf = bound_pdf(chunks(parted([*numbered(4), *numbered(4, 100)]), SETUP, kept, 1))

    said = [text.split(".")[0] for text in paper.texts(pdf, back=True)]
    assert said == [f"Message {n}" for n in (0, 1, 2, 3, 100, 101, 102, 103)]


def test_a_process_that_is_killed_leaves_no_card_out_and_none_is_twice(tmp_path: Path) -> None:
    cards = numbered(24)
    made = []
    for n, chunk in enumerate(chunks(parted(cards), SETUP, Kept(tmp_path / "kept", SETUP), 1)):
        made.append(chunk)
        if n == 1:
            for child in _children():
                os.kill(child, signal.SIGKILL)

    pdf = bound_pdf(iter(made))

    assert [text.split(".")[0] for text in paper.texts(pdf, back=True)] == [f"Message {n}" for n in range(24)]


def test_what_was_kept_can_be_thrown_away(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", SETUP)
    bound_pdf(chunks(parted(numbered(4)), SETUP, kept, 1))

    kept.forget()

    assert not (tmp_path / "kept").exists()


def _children() -> list[int]:
    """The processes that make chunks."""
    from multiprocessing import active_children

    return [child.pid for child in active_children() if child.pid]
