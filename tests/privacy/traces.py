"""What one person left in a test, and how the disk is searched for it."""

import re
from collections.abc import Iterable
from pathlib import Path

from pypdfium2 import PdfDocument

ADDRESS = "fatima.zeldzaam@deregenboog.example"
NUMBER = "06-12345678"
PLACES = (
    *("answer", "edited", "word", "message", "friend", "sender", "lead", "school", "profile", "question"),
    *("badge", "error", "result"),
)
MARKS = {place: f"Zq{place.capitalize()}xv" for place in PLACES}
"""A word that stands in one place only."""
OTHERS = {"answer": "Blijvend antwoord", "message": "Blijvend bericht", "school": "Blijvers", "word": "rust"}
"""What other people left."""


def found_on_disk(folder: Path, words: Iterable[str]) -> dict[str, list[str]]:
    """In which files each word stands, whatever its case; of a PDF also what one reads in it."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = (path.read_bytes() + _printed(path)).lower()
            for word in words:
                if any(word.lower().encode(coding) in data for coding in ("utf-8", "utf-16-be")):
                    found.setdefault(word, []).append(path.name)
    return found


def _printed(path: Path) -> bytes:
    if not path.read_bytes().startswith(b"%PDF"):
        return b""
    with PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    # A word may be broken at the end of a line.
    return re.sub(r"[\s\ufffe\u2060-]+", "", "".join(pages)).encode()
