"""The figures as a table, ours beside the bare server, with what is to be reached. Pure."""

from collections.abc import Sequence

from rich.box import SIMPLE
from rich.table import Table

from tests.bench import visit
from tests.bench.rows import Row
from tests.bench.subjects import BARE, OURS

GOALS = {
    "answers_per_s": (1.5, True),
    "kib_per_phone": (1.15, False),
    "last_phone_ms": (1.15, False),
}
"""What ours is to be, times the bare server's figure: at least (True) or at most."""
WIDTH = 90
"""Of what is printed, in characters."""
BESIDE = "typst"
COMPARED = ("cards_per_s", "peak_mib", "kib_per_card")
MOST = {"kib_on_the_wire": 60, "answerable_ms": 3_000}
"""What a first visit may take."""


def live_table(measured: Sequence[Row]) -> Table:
    """A line a number of phones and a metric."""
    table = Table(title="Phones, answers and slides", title_justify="left")
    for name, justify in {"phones": "right", "": "left", BARE: "right", OURS: "right"}.items():
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    table.add_column("×", justify="right")
    table.add_column("to reach")
    values = {(row.n, row.metric, row.subject): row for row in measured}
    for n, metric in dict.fromkeys((row.n, row.metric) for row in measured):
        bare, ours = values.get((n, metric, BARE)), values.get((n, metric, OURS))
        times = ours.value / bare.value if bare and ours and bare.value else None
        table.add_row(
            f"{n:,}",
            metric,
            _figure(bare),
            _figure(ours),
            "" if times is None else f"{times:.2f}",
            "" if times is None else _verdict(metric, times),
            end_section=metric == measured[-1].metric,
        )
    return table


def cards_table(measured: Sequence[Row]) -> Table:
    """A line a number of cards and a printer; behind what is compared stands how many times Typst's it is."""
    table = _open_table("Friend cards of two sides, each with its own QR code")
    for name in ("cards", "", "s", "cards/s     ×", "MiB     ×", "all MiB", "KiB/card     ×", "right"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    values = {(row.n, row.subject, row.metric): row.value for row in measured}
    for n, subject in dict.fromkeys((row.n, row.subject) for row in measured):
        own = {metric: value for (*key, metric), value in values.items() if key == [n, subject]}
        speed, memory, size = (_beside(own[each], values.get((n, BESIDE, each))) for each in COMPARED)
        right = min(own["codes_right"], own["texts_right"])
        table.add_row(
            f"{n:,}",
            subject,
            f"{own['seconds']:,.2f}",
            speed,
            memory,
            f"{own['all_mib']:,.0f}",
            size,
            f"{right:.0f}%",
        )
    return table


def cost_table(measured: Sequence[Row]) -> Table:
    """What a card of ours takes, the more there are."""
    table = _open_table("What a card of ours takes")
    for name in ("cards", "s", "ms/card", "cards/s", "MiB", "KiB of memory/card", "KiB/card"):
        table.add_column(name, justify="right")
    for n in dict.fromkeys(row.n for row in measured):
        own = {row.metric: row.value for row in measured if row.n == n}
        table.add_row(
            f"{n:,}",
            f"{own['seconds']:,.2f}",
            f"{1000 * own['seconds'] / n:.2f}",
            f"{own['cards_per_s']:,.0f}",
            f"{own['all_mib']:,.0f}",
            f"{own['all_mib'] * 1024 / n:,.1f}",
            f"{own['kib_per_card']:.2f}",
        )
    return table


def visit_table(measured: Sequence[Row]) -> Table:
    """A line a metric, with what is to be reached."""
    line = f"{visit.LATENCY} ms, {visit.KBIT} kbit/s"
    table = Table(title=f"A phone's first visit, at {line}", title_justify="left")
    for name in ("", OURS, "to reach"):
        table.add_column(name, justify="right" if name == OURS else "left")
    for row in measured:
        most = MOST.get(row.metric)
        verdict = "[green]yes" if most and row.value <= most else "[red]no"
        table.add_row(row.metric, _figure(row), f"≤ {most:,}  {verdict}" if most else "")
    return table


def reached(metric: str, times: float) -> bool | None:
    """Whether the goal is reached; None where there is none."""
    if metric not in GOALS:
        return None
    goal, at_least = GOALS[metric]
    return times >= goal if at_least else times <= goal


def _open_table(title: str) -> Table:
    """For many columns: with lines between them they would not fit."""
    return Table(title=title, title_justify="left", box=SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))


def _beside(value: float, other: float | None) -> str:
    figure = f"{value:,.0f}" if value >= 20 else f"{value:.2f}"
    return f"{figure} {value / other:5.2f}" if other else figure


def _verdict(metric: str, times: float) -> str:
    if metric not in GOALS:
        return ""
    goal, at_least = GOALS[metric]
    mark = "[green]yes" if reached(metric, times) else "[red]no"
    return f"{'≥' if at_least else '≤'} {goal}  {mark}"


def _figure(row: Row | None) -> str:
    if row is None:
        return "–"
    digits = 0 if row.value >= 1000 else 1
    return f"{row.value:,.{digits}f} {row.unit}"
