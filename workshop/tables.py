"""The fold of a world café: who sits where, which round it is, and who writes. Pure."""

from msgspec import Struct

from workshop.events import AnyEvent, PenTaken, Recorded, RoundBegun, RoundsRestored, SeatTaken

BEFORE = -1
"""The number of the round before the first."""


class Cafe(Struct):
    """The tables of one slide."""

    seats: dict[str, int] = {}
    """The table (0, 1, …) at which a participant began."""
    begun: list[int] = []
    """The number in the journal from which each round runs, the first one first."""
    pens: dict[int, str] = {}
    """Who writes for the people that began at a table: the pen's id, by table."""
    holders: dict[str, str] = {}
    """The pen's id that each participant took last."""

    @property
    def round(self) -> int:
        """The round that runs: 0, 1, …; BEFORE until the first has begun."""
        return len(self.begun) - 1

    def round_of(self, seq: int) -> int:
        """The round in which something was said, by its number in the journal."""
        return sum(begun < seq for begun in self.begun) - 1

    def people_at(self, table: int) -> int:
        """How many people began at a table."""
        return sum(taken == table for taken in self.seats.values())


class Tables(Struct):
    """The world cafés of a workshop."""

    by_slide: dict[int, Cafe] = {}

    def of(self, slide: int) -> Cafe:
        """The café of a slide; an empty one where nobody has sat down yet."""
        return self.by_slide.get(slide) or Cafe()

    def apply(self, recorded: Recorded) -> bool:
        """Folds one event in; tells whether it was about a café."""
        event: AnyEvent = recorded.event
        match event:
            case SeatTaken(participant=participant, slide=slide, table=table):
                self._opened(slide).seats[participant] = table
            case PenTaken(participant=participant, slide=slide, pen=pen):
                cafe = self._opened(slide)
                cafe.pens[cafe.seats.get(participant, 0)] = pen
                cafe.holders[participant] = pen
            case RoundBegun(slide=slide, round=number):
                cafe = self._opened(slide)
                cafe.begun = [*cafe.begun[:number], recorded.seq]
            case RoundsRestored(slide=slide, begun=begun):
                self._opened(slide).begun = list(begun)
            case _:
                return False
        return True

    def forget(self, participants: set[str]) -> None:
        """Lets these people leave their tables, with the pens they hold."""
        for cafe in self.by_slide.values():
            gone = {cafe.holders.pop(who, "") for who in participants}
            cafe.pens = {table: pen for table, pen in cafe.pens.items() if pen not in gone}
            cafe.seats = {who: table for who, table in cafe.seats.items() if who not in participants}

    def _opened(self, slide: int) -> Cafe:
        return self.by_slide.setdefault(slide, Cafe())
