"""What a room may see of its answers: whether, and what they amount to."""

from collections.abc import Iterable

from workshop import language
from workshop.answers import Answer
from workshop.decks.block import Table
from workshop.decks.deck import Deck
from workshop.events import Value
from workshop.kinds.cafe import Cafe
from workshop.kinds.harvest import Harvest
from workshop.kinds.kind import Counted, Kind
from workshop.kinds.open import Open
from workshop.kinds.shared import Shared
from workshop.live import harvesting, seating, sharing
from workshop.live.directions import thinking_time
from workshop.live.rewording import counting
from workshop.live.rooms import LiveRoom

MOST_ROWS = 60
"""Of a result's table on a screen: word clouds have thousands, and it is sent ten times a second."""


def is_revealed(live: LiveRoom, number: int) -> bool:
    """Whether the room may see what a slide's answers amount to."""
    slide = live.deck.slide(number)
    asks = slide.asks if slide else None
    if isinstance(asks, Counted | Shared) and asks.live:
        return True
    return reveals(asks) and number in live.room.revealed


def reveals(asks: Kind | None) -> bool:
    """Whether it is the presenter who lets the room see what the answers to a question amount to."""
    if isinstance(asks, Harvest):
        return asks.votes > 0
    return isinstance(asks, Counted | Shared) and not asks.live


def has_result(live: LiveRoom, number: int) -> bool:
    """Whether the projector shows a result; a harvest always does, at first without its votes."""
    return is_revealed(live, number) or live.deck.asked(number, Harvest) is not None


def is_thinking(live: LiveRoom) -> bool:
    """Whether people write now and do not see one another's answers yet."""
    number = live.room.slide
    return bool(thinking_time(live.deck, number)) and live.time_left(number) is not None


def on_wall(live: LiveRoom, answers: Iterable[Answer]) -> list[Answer]:
    """Those of a slide's answers that hang on its wall now."""
    if is_thinking(live):
        return []
    question = posed(live, live.room.slide)
    one_only = question is not None and way_of(live, live.room.slide) != "grouped"
    return [each for each in answers if each.visible and not (one_only and each.question != question)]


def beside(live: LiveRoom, number: int) -> int | None:
    """The slide whose questions go on beside another one now; None where there is none."""
    return sharing.beside(live.room, live.deck, number, live.clock())


def posed(live: LiveRoom, number: int) -> int | None:
    """The question that a slide asks now; None where it asks all of them at once."""
    asks = live.deck.asked(number, Open)
    return live.room.walls.question(number) if asks and asks.in_turn else None


def way_of(live: LiveRoom, number: int) -> str | None:
    """How a slide's answers hang; None where none do."""
    asks = live.deck.asked(number, Open)
    return (live.room.walls.way(number) or asks.way) if asks else None


def values_of(live: LiveRoom, number: int) -> list[Value]:
    """What people said on a slide, as it counts."""
    said = [answer.value for answer in live.room.answers.visible_of(number)]
    return counting(said, live.room, live.deck, number)


def result_of(live: LiveRoom, deck: Deck, number: int) -> object:
    """What the answers to a slide's question amount to, in the words of the deck.

    None where the answers themselves are shown.
    """
    slide = deck.slide(number)
    if slide is None:
        return None
    with language.speaking(deck.language):
        match slide.asks:
            case Cafe():
                return seating.spots(live.room, deck, number)
            case Harvest():
                return harvesting.sheaves(live.room, deck, number)
            case Shared() as asks:
                return asks.result(sharing.said_on(live.room, number))
            case Counted() as asks:
                return asks.result(values_of(live, number))
    return None


def table_of(live: LiveRoom, deck: Deck, number: int) -> Table | None:
    """The same as a table, cut where a screen's picture ends too."""
    asks = deck.asked(number, Counted)
    if asks is None:
        return None
    with language.speaking(deck.language):
        table = asks.table(values_of(live, number))
    return Table(table.header, table.rows[:MOST_ROWS])
