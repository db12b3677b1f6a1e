"""The copy that a person gets of what there is of them: as JSON for programs, as PDF for people."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO

from workshop import days, language
from workshop.cards.card import Card, Look
from workshop.cards.takeaway import Passage, render_takeaway
from workshop.decks.block import Table
from workshop.language import _
from workshop.personal import Kind
from workshop.privacy.person import Told
from workshop.privacy.words import field_called, value_told

INK, SECOND = "#a8431f", "#2f5d62"
"""The accents of static/css/tokens.css."""
Parts = Sequence[tuple[Kind, Sequence[Told]]]


def as_json(parts: Parts, now: int) -> bytes:
    """All of it, by kind, with times as ISO 8601 in UTC."""
    kinds = {
        kind.name: {"purpose": kind.purpose(), "kept": [_plain(each) for each in told]}
        for kind, told in parts
    }
    whole = {"made": _iso(now), "kinds": kinds}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def as_pdf(parts: Parts, organisation: str, now: int, out: BinaryIO) -> None:
    """The same to read, on pages of A6 as the cards are."""
    heading = _("What we have about you")
    cover = Card(heading=heading, kicker=organisation, link_words=days.told(now))
    look = Look(INK, SECOND, organisation, language.spoken(), heading)
    passages = [
        Passage(kind.called(), (kind.purpose(), *(_table(each) for each in told))) for kind, told in parts
    ]
    render_takeaway(cover, passages or [Passage(_("Nothing"), ())], look, out)


def _table(told: Told) -> Table:
    rows = tuple((field_called(name), value_told(name, value)) for name, value in told.items())
    return Table((_("Field"), _("Value")), rows)


def _plain(told: Told) -> dict[str, Any]:
    return {name: _iso(value) if name == "at" else value for name, value in told.items()}


def _iso(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")
