"""A phone's first visit over the line of a full room, in a real browser with an empty cache."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.hall import Hall
from tests.bench.rows import Row, rows
from tests.browser import chromium
from tests.browser.first_load import first_load
from workshop.events import SlideShown
from workshop.journal import Entry, append

BENCH = "visit"
LATENCY, KBIT = 400, 400
"""Milliseconds a round trip, and kilobits a second. Setting up a connection costs nothing here: that is
one round trip more in a real room."""


def measure(rounds: int) -> list[Row]:
    """So many phones, one after the other, on a workshop whose question is open."""
    with tempfile.TemporaryDirectory(prefix="workshop-bench-") as data, sync_playwright() as playwright:
        hall = Hall(Path(data))
        with hall.server.database.write() as session:
            append(session.connection(), [Entry(hall.workshop_id, SlideShown(hall.open_slide))])
        hall.server.start()
        browser = chromium.launch(playwright)
        try:
            visits = [first_load(browser, hall.server.phone, LATENCY, KBIT) for _ in range(rounds)]
        finally:
            browser.close()
            hall.server.stop()
    return [
        row
        for visit in visits
        for row in rows(
            BENCH,
            "ours",
            1,
            {
                "requests": len(visit.sizes),
                "kib_on_the_wire": visit.kib,
                "read_ms": visit.read_ms,
                "answerable_ms": visit.answerable_ms,
                "saved_ms": visit.saved_ms,
            },
        )
    ]
