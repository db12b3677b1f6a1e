"""The page for answer sheets, used without its script, as a plain form."""

import re
from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.kinds.drawn import Page
from workshop.answers import Answer
from workshop.live.rooms import LiveRoom
from workshop.workshops import Workshop

SHEET = {
    "1-0-0": "Meer tijd,\nen minder regels.",
    "2-0-0": "Ja",
    "3-0-0": "1",
    "3-0-2": "1",
    "4-0-0": "2",
    "4-0-1": "3",
    "4-0-2": "1",
    "5-0-0": "60",
    "5-0-1": "40",
    "6-0-0": "5",
    "7-0-0": "6.500",
    "8-0-0": "J2",
    "9-0-0": "rust",
    "9-0-2": "ruimte",
    "10-0-0": "Een buddy voor wie nieuw is",
}
"""What is typed of one sheet, by the names of its parts: slide, question, part."""
ANSWERS = 11
VALUES = [
    (1, "Meer tijd,\nen minder regels."),
    (2, "Ja"),
    (3, [0, 2]),
    (4, [2, 0, 1]),
    (5, [60, 40, 0]),
    (6, [5, 0]),
    (7, 6500),
    (8, [950, 150]),
    (9, "rust"),
    (9, "ruimte"),
    (10, "Een buddy voor wie nieuw is"),
]


@dataclass(frozen=True)
class Desk:
    """Somebody who types sheets."""

    browser: FlaskClient
    workshop: Workshop
    live: LiveRoom

    @property
    def address(self) -> str:
        return f"/workshops/{self.workshop.id}/paper"

    def open(self, sheet: int | None = None) -> Page:
        answer = self.browser.get(self.address, query_string={} if sheet is None else {"sheet": sheet})
        assert answer.status_code == 200
        return Page(answer.text)

    def seen(self, sheet: int) -> str:
        """The version that stands on the page of a sheet."""
        (field,) = self.open(sheet).all("input", name="seen")
        return str(field["value"])

    def send(self, sheet: int, typed: dict[str, str], seen: str | None = None) -> TestResponse:
        version = self.seen(sheet) if seen is None else seen
        return self.browser.post(self.address, data={"sheet": str(sheet), "seen": version, **typed})

    def keep(self, sheet: int, typed: dict[str, str]) -> None:
        answer = self.send(sheet, typed)
        assert answer.status_code == 302, Page(answer.text).text

    def answers(self) -> list[Answer]:
        """All that the room has, without what was taken back."""
        self.live.catch_up()
        return [each for each in self.live.room.answers.by_id.values() if not each.withdrawn]

    def kept(self) -> list[str]:
        """The list of sheets, a line each, with the time left out."""
        items = re.findall(r"<li>(.*?)</li>", self.open().html, re.S)
        return [re.sub(r"\d\d:\d\d", "–", Page(item).text) for item in items]
