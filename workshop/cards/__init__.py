"""Printed cards: text in, a PDF out. Pure: no server, no database, no clock."""

from workshop.cards.card import Card, Design, NoCards, Report
from workshop.cards.press import render

__all__ = ["Card", "Design", "NoCards", "Report", "render"]
