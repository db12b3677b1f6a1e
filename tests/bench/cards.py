"""Batches of friend cards, by ours and by peers: `python -m tests.bench.cards --help`.

Each batch is printed by a process of its own, so that its memory is all that is counted. The clock
leaves out how long the program takes to load.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.progress import track

from tests.bench import letters
from tests.bench.process import peaks_kib
from tests.bench.proof import proof
from tests.bench.rows import Row, medians, rows
from tests.bench.table import WIDTH, cards_table, cost_table

BENCH = "cards"
COST = "cost"
OURS, OURS_ON_TWO = "ours", "ours on two"
PRINTERS = {
    OURS: ("ours", 100_000),
    OURS_ON_TWO: ("ours_on_two", 100_000),
    "typst": ("with_typst", 10_000),
    "fpdf2": ("with_fpdf2", 1_000),
    "weasyprint": ("with_weasyprint", 1_000),
}
"""Each with its module, and the most cards that it prints in minutes and in memory that a laptop has."""
COSTS = (100, 1_000, 10_000, 100_000)


class Missing(Exception):
    """A peer is not installed, or cannot run here."""


class Cards:
    """What is measured in one run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.missing: dict[str, str] = {}
        """Who could not print, and why."""

    def measure(self, subject: str, count: int, bench: str = BENCH) -> list[Row]:
        """One batch; nothing of a peer that is not there."""
        if subject in self.missing:
            return []
        try:
            return rows(bench, subject, count, self._printed(subject, count))
        except Missing as missing:
            if subject in (OURS, OURS_ON_TWO):
                raise
            self.missing[subject] = str(missing)
            return []

    def _printed(self, subject: str, count: int) -> dict[str, float]:
        source, target = self._letters(count), self._folder / "cards.pdf"
        target.unlink(missing_ok=True)
        seconds, peaks = _run(PRINTERS[subject][0], source, target)
        found = proof(target, letters.read(source), count)
        return {
            "seconds": seconds,
            "cards_per_s": count / seconds,
            "peak_mib": max(peaks) / 1024,
            "processes": len(peaks),
            "all_mib": sum(peaks) / 1024,
            "kib_per_card": target.stat().st_size / 1024 / count,
            "codes_right": 100 * found.codes / found.cards,
            "texts_right": 100 * found.texts / found.cards,
        }

    def _letters(self, count: int) -> Path:
        path = self._folder / f"{count}.jsonl"
        if not path.exists():
            letters.write(path, count)
        return path


def turns(sizes: Sequence[int], rounds: int) -> Iterator[tuple[str, int]]:
    """All in turns, and another begins each time: what else the machine does meets all of them."""
    names = list(PRINTERS)
    for number in range(rounds):
        for size in sizes:
            first = number % len(names)
            yield from ((name, size) for name in names[first:] + names[:first] if size <= PRINTERS[name][1])


def measured(sizes: Sequence[int], rounds: int, console: Console, *, costs: bool = True) -> list[Row]:
    """Prints the two tables, and gives their figures."""
    with TemporaryDirectory(prefix="workshop-bench-") as folder:
        cards = Cards(Path(folder))
        of_all = [
            row
            for subject, size in track([*turns(sizes, rounds)], "printing", console=console, transient=True)
            for row in cards.measure(subject, size)
        ]
        figures = sorted(medians(of_all), key=lambda row: row.n)
        console.print(cards_table(figures))
        for subject, reason in cards.missing.items():
            console.print(f"[yellow]{subject} was not measured: {reason}")
        if not costs:
            return figures
        steps = track(COSTS, "printing", console=console, transient=True)
        own = [row for size in steps for row in cards.measure(OURS, size, COST)]
    console.print(cost_table(own))
    return figures + medians(own)


def _run(module: str, source: Path, target: Path) -> tuple[float, list[int]]:
    command = [sys.executable, "-m", "tests.bench.printers", module, str(source), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        peaks = peaks_kib(process)
        said, wrong = process.communicate()
    if process.returncode:
        raise Missing(next(iter(wrong.strip().splitlines()[::-1]), "it ended without a word"))
    return json.loads(said)["seconds"], peaks


@click.command()
@click.option("--cards", "sizes", default="1000,10000", help="How many, with commas between.")
@click.option("--rounds", default=3, help="Rounds of each, of which the median counts.")
@click.option("--without-costs", is_flag=True, help="Not what ours takes for 100 up to 100,000.")
def main(sizes: str, rounds: int, without_costs: bool) -> None:
    """Print the same friend cards by ours, by one process and by two, Typst, fpdf2 and WeasyPrint, in turns.

    Example: python -m tests.bench.cards --cards 1000 --rounds 5
    """
    measured([int(size) for size in sizes.split(",")], rounds, Console(width=WIDTH), costs=not without_costs)


if __name__ == "__main__":
    main()
