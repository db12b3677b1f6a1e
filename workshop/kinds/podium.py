"""The podium: who has how many points, over all quiz slides whose result has been seen."""

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Self

from babel.numbers import format_decimal

from workshop.decks.block import Block, Table
from workshop.kinds.kind import Kind
from workshop.language import _, spoken

STEPS = 3
MOST_ON_A_STEP = 3
"""Names that fit on a step; of more of them the step says how many."""


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays: a name of ours, the points so far, and the place among the others."""

    participant: str
    name: str
    points: int
    place: int

    @property
    def written_points(self) -> str:
        """The points as people write them: 2.340."""
        return format_decimal(self.points, locale=spoken())


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the podium, with everybody who has this place."""

    place: int
    players: tuple[Player, ...]

    @property
    def named(self) -> tuple[Player, ...]:
        """Those of whom there is room for the name."""
        return self.players[:MOST_ON_A_STEP]

    @property
    def others(self) -> int:
        """How many stand there besides."""
        return len(self.players) - len(self.named)


@dataclass(frozen=True, slots=True)
class Standing:
    """All players, the first one first."""

    players: tuple[Player, ...] = ()

    @property
    def steps(self) -> list[Step]:
        """The places up to the third; two who share the second leave no third."""
        best = [player for player in self.players if player.place <= STEPS]
        return [Step(place, tuple(group)) for place, group in groupby(best, lambda player: player.place)]

    def below(self, most: int) -> tuple[Player, ...]:
        """Those who come after the podium, as far as `most` players in all are shown."""
        after = [player for player in self.players if player.place > STEPS]
        return tuple(after[: max(0, most - (len(self.players) - len(after)))])


def ranked(points: dict[str, tuple[str, int]]) -> Standing:
    """The players in order: who has as many points as another shares the place.

    Args:
        points: the name and the points of each participant.
    """
    order = sorted(points.items(), key=lambda each: (-each[1][1], each[1][0]))
    players: list[Player] = []
    for count, (participant, (name, earned)) in enumerate(order, start=1):
        shares = players and players[-1].points == earned
        place = players[-1].place if shares else count
        players.append(Player(participant, name, earned, place))
    return Standing(tuple(players))


@dataclass(frozen=True, slots=True)
class Podium(Kind):
    """The first three on steps, and the others in a list."""

    name: ClassVar[str] = "podium"
    shows_standing: ClassVar[bool] = True

    most: int = 10

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(most=block.whole("most", 10, 3, 20))

    def table(self, standing: Standing) -> Table:
        """The standing as a table: for screen readers, exports and reports."""
        rows = tuple(
            (str(player.place), player.name, player.written_points)
            for player in standing.players[: self.most]
        )
        return Table((_("Place"), _("Name"), _("Points")), rows)
