"""A world café in a room: taking a seat and the pen, and what its screens show. Pure: no I/O, no clock."""

from dataclasses import dataclass

from workshop.decks.deck import Deck
from workshop.events import PenTaken, RoundBegun, SeatTaken
from workshop.kinds.cafe import Cafe
from workshop.language import _
from workshop.live.orders import Round, Sit, TakePen
from workshop.live.room import Room
from workshop.refused import Refused

ANYWHERE = -1


@dataclass(frozen=True, slots=True)
class Spot:
    """A table as the projector shows it."""

    number: int
    """1, 2, …"""
    question: str
    people: int
    answers: int


def seat(command: Sit, room: Room, deck: Deck, participant: str) -> SeatTaken:
    """The seat that somebody takes: the table where they began, as a command names the one where they are.

    Raises:
        Refused: there is no such table.
    """
    cafe = _cafe(room, deck, command.slide)
    if command.table >= cafe.tables:
        raise Refused("unknown_option", _("There is no such table."))
    if command.table == ANYWHERE:
        return SeatTaken(participant, command.slide, _emptiest(cafe, room, command.slide, participant))
    # Who comes in later says where the people sit now, and moves on with them.
    moved_on = max(room.tables.of(command.slide).round, 0)
    return SeatTaken(participant, command.slide, (command.table - moved_on) % cafe.tables)


def pen(command: TakePen, room: Room, deck: Deck, participant: str) -> PenTaken:
    """The pen that somebody takes.

    Raises:
        Refused: there is no table at which that person sits.
    """
    _cafe(room, deck, command.slide)
    if participant not in room.tables.of(command.slide).seats:
        raise Refused("no_seat", _("Choose your table first."))
    return PenTaken(participant, command.slide, command.id)


def round_begun(command: Round, room: Room, deck: Deck) -> RoundBegun | None:
    """The round that the presenter begins; None where it runs already.

    Raises:
        Refused: there is no such round.
    """
    cafe = _cafe(room, deck, command.slide)
    now = room.tables.of(command.slide).round
    if command.round >= cafe.rounds or command.round > now + 1:
        raise Refused("unknown_option", _("There is no such round."))
    return RoundBegun(command.slide, command.round) if command.round != now else None


def spots(room: Room, deck: Deck, number: int) -> list[Spot]:
    """The tables of a slide, with who sits there now and what lies there."""
    cafe = deck.asked(number, Cafe)
    if cafe is None:
        return []
    state = room.tables.of(number)
    people = [0] * cafe.tables
    for table in state.seats.values():
        people[cafe.place_of(table, state.round)] += 1
    lying = [0] * len(cafe.asked)
    for answer in room.answers.visible_of(number):
        lying[answer.question % len(lying)] += 1
    return [
        Spot(place + 1, cafe.asked[question], people[place], lying[question])
        for place in range(cafe.tables)
        for question in [cafe.question_at(place)]
    ]


def _cafe(room: Room, deck: Deck, number: int) -> Cafe:
    cafe = deck.asked(number, Cafe)
    if cafe is None or number not in room.shown:
        raise Refused("wrong_kind", _("There are no tables on this slide."))
    return cafe


def _emptiest(cafe: Cafe, room: Room, slide: int, participant: str) -> int:
    state = room.tables.of(slide)
    if participant in state.seats:  # pressed twice, or sent again
        return state.seats[participant]
    taken = list(state.seats.values())
    return min(range(cafe.tables), key=taken.count)
