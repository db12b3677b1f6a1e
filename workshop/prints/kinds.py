"""What a workshop prints: a maker of cards for each kind."""

from collections.abc import Callable, Iterable
from itertools import islice

from workshop import language
from workshop.cards.chunk import Printed
from workshop.prints.desk import lead_cards
from workshop.prints.people import badges, join_cards
from workshop.prints.said import answer_cards, friend_cards
from workshop.prints.source import Source
from workshop.prints.takeaways import takeaways
from workshop.prints.wish import Kind

Make = Callable[[Source], Iterable[Printed]]
MAKERS: dict[Kind, Make] = {
    "friends": friend_cards,
    "answers": answer_cards,
    "takeaways": takeaways,
    "leads": lead_cards,
    "tables": join_cards,
    "posters": join_cards,
    "badges": badges,
}


def printed(source: Source, most: int | None = None) -> list[Printed]:
    """The cards that are wanted, or the first of them, in the order in which they are printed; in the deck's
    language."""
    with language.speaking(source.deck.language):
        return list(islice(MAKERS[source.wish.kind](source), most))


def one_sheet(source: Source) -> list[Printed]:
    """As many of the cards as lie on a sheet, which is all that can be seen of them before they are printed.

    Raises:
        Refused: the wish cannot be printed.
    """
    return printed(source, source.wish.printing((0.0, 0.0)).imposition.count)
