"""A batch of friend cards, in a process of its own so that its memory is all that is counted."""

import json
import random
import subprocess
import sys
import time
from io import BytesIO

from tests.bench.process import own_peak_kib
from tests.bench.rows import Row, rows
from workshop.cards.card import Card, Design
from workshop.cards.press import render

BENCH = "cards"
COUNT = 1_000
WORDS = 90
_SAMPLE = (
    "ik zag vandaag iemand uit de bouw voor groep acht staan en dacht aan jou want een dag in de week"
    " lesgeven naast je eigen werk past bij wat je altijd vertelt over uitleggen samen maken kinderen"
    " die vragen stellen waar niemand een antwoord op heeft zullen we er zaterdag koffie over drinken"
)


def measure() -> list[Row]:
    """One round in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.cards"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return rows(BENCH, "ours", COUNT, json.loads(said))


def friend_cards(count: int) -> list[Card]:
    """Cards with different words on each, the same in every run."""
    chance = random.Random(0)
    return [
        Card(
            message=" ".join(chance.choices(_SAMPLE.split(), k=WORDS)).capitalize() + ".",
            heading=f"Voor {chance.choice(('Sanne', 'Mehmet', 'Zoë', 'Władysław'))}",
            kicker="Onderwijsambassadeurs",
            link=f"https://workshop.example.org/f/{chance.randbytes(16).hex()}",
            link_words="Lees verder",
            signature="Anna",
            footnote="12 maart 2026",
        )
        for _ in range(count)
    ]


def _print() -> dict[str, float]:
    cards = friend_cards(COUNT)
    began = time.perf_counter()
    report = render(cards, Design("#a8471f", "#2f5d62", "Stichting Voorbeeld"), BytesIO())
    seconds = time.perf_counter() - began
    assert report.cards == COUNT
    return {"cards_per_s": COUNT / seconds, "seconds": seconds, "peak_mib": own_peak_kib() / 1024}


if __name__ == "__main__":
    print(json.dumps(_print()))
