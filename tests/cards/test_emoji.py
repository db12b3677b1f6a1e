"""Emoji: that each drawing becomes operators that a PDF may have."""

import re

from tests.cards import paper
from workshop.cards import emoji, emoji_drawing
from workshop.cards.card import Card
from workshop.cards.ink import Ink

OPERATOR = re.compile(r"(-?\d+(\.\d+)? )*(m|l|c|h|f|rg|k|d0|g)")


def test_every_drawing_is_made_of_operators_with_plain_numbers() -> None:
    """A PDF knows no 1e-14: what follows it is drawn somewhere else."""
    names = sorted(emoji._names())

    wrong = {
        name: line
        for name in names
        for line in emoji_drawing.procedure.__wrapped__(name, Ink.RGB).split("\n")
        if not OPERATOR.fullmatch(line)
    }

    assert len(names) > 3_000
    assert wrong == {}


def test_a_colour_may_have_a_name_of_four_letters() -> None:
    """India's flag: its wheel is navy."""
    pdf, report = paper.printed([Card("🇮🇳")])

    assert "🇮🇳" in paper.whole_text(pdf, page=1)
    assert not report.boxes
