"""A large batch on all cores: in order, whole whatever dies, and made once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from multiprocessing import active_children
from pathlib import Path

import pytest

from tests.cards import paper
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


def quick_and_endless() -> list[list[Card]]:
    """Parts of which the first is made at once, and each other keeps a process busy for half a minute."""
    return [numbered(1), *([[Card("Een lang verhaal. " * 1000)] * 1000] * 9)]


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


class Noted(Kept):
    """Notes for whom each card is that was made."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, SETUP)
        self.made: list[str] = []

    def put(self, part: Sequence[Card], chunk: Chunk) -> None:
        self.made += [card.heading for card in part]
        super().put(part, chunk)


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    cards = numbered(10)
    half = chunks(parted(cards), SETUP, Kept(tmp_path / "kept", SETUP), 1)
    next(half)
    next(half)
    half.close()

    kept = Noted(tmp_path / "kept")
    pdf = bound_pdf(chunks(parted(cards), SETUP, kept, 1))

    assert kept.made == ["For 8", "For 9"]
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


def test_who_stops_in_the_middle_leaves_no_process_behind(tmp_path: Path) -> None:
    made = chunks(quick_and_endless(), SETUP, Kept(tmp_path / "kept", SETUP), 2)
    next(made)
    assert len(_children()) == 2

    made.close()

    assert gone_within(10, lambda: not _children())


def test_who_waits_for_a_chunk_says_so_and_may_stop(tmp_path: Path) -> None:
    said = 0

    def alive() -> None:
        nonlocal said
        said += 1
        if said == 3:
            raise InterruptedError

    made = chunks(quick_and_endless(), SETUP, Kept(tmp_path / "kept", SETUP), 2, alive)
    with pytest.raises(InterruptedError):
        list(made)

    assert gone_within(10, lambda: not _children()), "also those that had hardly begun"


ASKS_FOR_CHUNKS = """
import sys
from pathlib import Path
from tests.cards.test_crew import SETUP, Kept, chunks, quick_and_endless, _children

if __name__ == "__main__":
    made = chunks(quick_and_endless(), SETUP, Kept(Path(sys.argv[1]), SETUP), 2)
    next(made)
    print(*_children(), flush=True)
    list(made)
"""


def test_who_is_killed_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "asks.py"
    script.write_text(ASKS_FOR_CHUNKS)
    asks = subprocess.Popen(
        [sys.executable, script, tmp_path / "kept"],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE,
    )
    assert asks.stdout is not None
    children = [int(child) for child in asks.stdout.readline().split()]
    assert [_runs(child) for child in children] == [True, True]

    asks.kill()
    asks.communicate(timeout=60)

    assert gone_within(10, lambda: not any(map(_runs, children)))


def test_what_was_kept_can_be_thrown_away(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", SETUP)
    bound_pdf(chunks(parted(numbered(4)), SETUP, kept, 1))

    kept.forget()

    assert not (tmp_path / "kept").exists()


def _children() -> list[int]:
    """The processes that make chunks."""
    return [child.pid for child in active_children() if child.pid]


def _runs(process: int) -> bool:
    """Whether there is such a process; one that has ended may wait for somebody to take notice."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone_within(seconds: float, gone: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not gone() and time.monotonic() < until:
        time.sleep(0.02)
    return gone()
