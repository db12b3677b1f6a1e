"""`python -m tests.bench`: measures, prints tables, writes build/bench.json."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from tests.bench import cards, visit
from tests.bench.live import Live
from tests.bench.process import allow_many_files
from tests.bench.rows import Row, medians
from tests.bench.subjects import BARE, OURS
from tests.bench.table import WIDTH, live_table, visit_table

RESULT = Path(__file__).parents[2] / "build" / "bench.json"
CARDS, FEW_CARDS = (1_000,), (200,)
"""More of them, which takes half an hour, and what a card costs: `python -m tests.bench.cards`."""
_TOO_BUSY = 0.9


@click.command()
@click.option("--phones", default="200,1000,2000", help="How many, with commas between.")
@click.option("--rounds", default=3, help="Rounds of each, of which the median counts.")
@click.option("--quick", is_flag=True, help="200 phones and one round: does it work?")
@click.option("--without-cards", is_flag=True, help="Only the phones.")
@click.option("--without-visit", is_flag=True, help="Nothing in a browser.")
def bench(phones: str, rounds: int, quick: bool, without_cards: bool, without_visit: bool) -> None:
    """Measure ours beside a bare Flask-SocketIO server, on this machine, in turns.

    Example: python -m tests.bench --phones 200,2000 --rounds 5
    """
    allow_many_files()
    sizes, rounds = ([200], 1) if quick else ([int(n) for n in phones.split(",")], rounds)
    live, console = Live(), Console(width=WIDTH)
    measured: list[Row] = []
    turns = list(_turns(sizes, rounds))
    for subject, n in track(turns, "measuring", console=console, transient=True):
        measured += live.measure(subject, n)
    figures = sorted(medians(measured), key=lambda row: row.n)
    console.print(live_table(figures))
    if not without_cards:
        figures += cards.measured(FEW_CARDS if quick else CARDS, rounds, console, costs=False)
    if not without_visit:
        visited = medians(visit.measure(rounds))
        console.print(visit_table(visited))
        figures += visited
    if live.busiest_client > _TOO_BUSY:
        console.print(f"[yellow]The phones' own process was busy for {live.busiest_client:.0%}.")
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps([asdict(row) for row in figures], indent=1))


def _turns(sizes: list[int], rounds: int) -> Iterator[tuple[str, int]]:
    """The two in turns, and who begins changes too: what else the machine does meets both."""
    for number in range(rounds):
        for n in sizes:
            for subject in (OURS, BARE) if number % 2 == 0 else (BARE, OURS):
                yield subject, n


if __name__ == "__main__":
    bench()
