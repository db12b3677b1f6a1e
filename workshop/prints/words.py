"""What kinds of cards, sizes and papers are called, in the spoken language."""

from workshop.cards.sizes import SIZES
from workshop.language import _
from workshop.prints.wish import Back, CardSize, Kind, Paper


def kind_called(kind: Kind) -> str:
    """Such as friend cards."""
    return {
        "friends": _("Friend cards"),
        "answers": _("Answer cards"),
        "takeaways": _("Take-away cards"),
        "leads": _("Lead cards"),
        "tables": _("Table cards"),
        "posters": _("Posters"),
        "badges": _("Name badges"),
    }[kind]


def kind_told(kind: Kind) -> str:
    """What it is, in a sentence."""
    return {
        "friends": _("The front is for whom it is, the back has the personal message."),
        "answers": _("To hang up: the question, the answer, its theme, place and date."),
        "takeaways": _("For each person their own answers, and what they mean to do."),
        "leads": _("For the desk of who calls back. Confidential: keep them off the tables."),
        "tables": _("The code with which phones join, for on the tables."),
        "posters": _("The same, large, for the door."),
        "badges": _("A name each, from a list that you paste."),
    }[kind]


def size_called(size: CardSize) -> str:
    """With its millimetres, the shorter edge first."""
    name = {
        "letter": _("US Letter"),
        "4x6": _("4 × 6 inch"),
        "business": _("Business card"),
        "square": _("Square"),
    }.get(size, size.upper())
    found = SIZES[size]
    return f"{name} ({found.width:g} × {found.height:g} mm)"


def back_called(back: Back) -> str:
    """What is on the other side of a card."""
    return {
        "letter": _("A letter"),
        "postcard": _("A postcard: room for an address and a stamp"),
        "fold": _("A card to fold, with the letter inside"),
    }[back]


def paper_called(paper: Paper) -> str:
    """What it is for."""
    return {
        "a4": _("A4, for the office printer"),
        "a3": _("A3, for the office printer"),
        "letter": _("US Letter, for the office printer"),
        "sra4": _("SRA4, for a print shop: with bleed and marks"),
        "sra3": _("SRA3, for a print shop: with bleed and marks"),
        "pages": _("One card a page, for a print shop: with bleed"),
        "each": _("A file for each card, for a postcard service"),
    }[paper]
