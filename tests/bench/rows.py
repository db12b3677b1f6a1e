"""What was measured: rows, and the median of several rounds. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

UNITS = {
    "answers_per_s": "1/s",
    "ack_p50_ms": "ms",
    "ack_p99_ms": "ms",
    "cpu_us_per_answer": "µs",
    "joined_per_s": "1/s",
    "kib_per_phone": "KiB",
    "last_phone_ms": "ms",
    "cards_per_s": "1/s",
    "seconds": "s",
    "peak_mib": "MiB",
    "processes": "",
    "all_mib": "MiB",
    "kib_per_card": "KiB",
    "codes_right": "%",
    "texts_right": "%",
    "requests": "",
    "kib_on_the_wire": "KiB",
    "read_ms": "ms",
    "answerable_ms": "ms",
    "saved_ms": "ms",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    bench: str
    subject: str
    n: int
    metric: str
    value: float
    unit: str


def rows(bench: str, subject: str, n: int, values: dict[str, float]) -> list[Row]:
    """One round's figures."""
    return [Row(bench, subject, n, metric, value, UNITS[metric]) for metric, value in values.items()]


def medians(measured: Iterable[Row]) -> list[Row]:
    """One row for what was measured in several rounds."""
    rounds: dict[tuple[str, str, int, str], list[Row]] = defaultdict(list)
    for row in measured:
        rounds[row.bench, row.subject, row.n, row.metric].append(row)
    return [
        Row(*key, value=round(median(row.value for row in same), 3), unit=same[0].unit)
        for key, same in rounds.items()
    ]
