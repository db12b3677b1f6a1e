"""A harvest: answers of earlier slides come back, are sorted into themes, and phones vote on those."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.kinds.kind import Kind
from workshop.language import _, plural
from workshop.refused import Refused

MOST_THEMES = 12
_COLUMN_LINES = 15
_LINE_CHARACTERS = 92
"""What fits on the wall: lines of a column, and characters of a line over all columns."""
_MOST_IN_A_ROW = 6
_TWO_ROWS = 6, 18
"""More columns stand in two rows: lines of each, and characters of a line."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A column of the harvest: a theme, or what an earlier question gave and nobody has sorted yet."""

    name: str
    theme: int
    """0 for what is not sorted."""
    answers: tuple[tuple[str, str], ...]
    """Each with its id and its text."""
    votes: int | None = None
    """None while the room may not see them."""

    def fitting(self, columns: int) -> int:
        """How many of its answers fit on the wall, from the first, where so many columns stand there.

        A column that stands alone is set in three.
        """
        room, wide = _room_of(columns)
        lines = -(-len(self.name) // wide) - 1  # of one there is always room
        for number, (_id, text) in enumerate(self.answers):
            lines += 1 + -(-len(text) // wide)  # a card's own margins are as high as half a line each
            if lines > room + 1:
                return max(number, 1)
        return len(self.answers)


def _room_of(columns: int) -> tuple[int, int]:
    """The lines of a column, and the characters of a line."""
    if columns > _MOST_IN_A_ROW:
        return _TWO_ROWS
    if columns > 1:
        return _COLUMN_LINES, _LINE_CHARACTERS // columns
    return 3 * _COLUMN_LINES - 6, _LINE_CHARACTERS // 3


@dataclass(frozen=True, slots=True)
class Harvest(Kind):
    """Answers of earlier slides side by side, and the themes that the presenter makes of them."""

    name: ClassVar[str] = "harvest"
    asks: ClassVar[bool] = True

    sources: tuple[int, ...]
    """The slides of which the answers come."""
    votes: int = 0
    """How many themes a phone may vote for."""

    @classmethod
    def read(cls, block: Block) -> Self:
        names = [item.text for item in block.items()]
        sources = [block.earlier_slide(name) for name in names] or [block.earlier("from")]
        return cls(sources=tuple(sources), votes=block.whole("votes", 0, 0, MOST_THEMES))

    @property
    def questions(self) -> tuple[str, ...]:
        return ("",)

    def check(self, value: Value) -> Value:
        if not isinstance(value, list) or not self.votes:
            raise Refused("wrong_kind", _("Nothing can be answered here."))
        chosen = sorted(set(value))
        if len(chosen) > self.votes:
            raise Refused("too_many_votes", _("You have given all your votes. Take one back first."))
        if any(not 0 < theme < 10_000 for theme in chosen):
            raise Refused("unknown_option", _("That option does not exist."))
        return chosen

    def tell(self, value: Value) -> str:
        """How many themes it is for: their names are in the room, and may have changed since."""
        count = len(value) if isinstance(value, list) else 0
        return plural("one vote", "{n} votes", count)

    def count(self, values: Sequence[Value]) -> Counter[int]:
        """How many people voted for each theme."""
        return Counter(theme for value in values if isinstance(value, list) for theme in value)

    def table(self, sheaves: Sequence[Sheaf]) -> Table:
        """The columns as a table: for screen readers, exports and reports."""
        rows = tuple(
            (sheaf.name, text, "" if sheaf.votes is None else str(sheaf.votes))
            for sheaf in sheaves
            for _id, text in sheaf.answers
        )
        return Table((_("Theme"), _("Answer"), _("Votes")), rows)

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        """A vote as somebody might give it, for a rehearsal."""
        themes = [int(theme) for theme in form["data-themes"].split()]
        taste.shuffle(themes)
        liking = [1 / (rank + 1) for rank in range(len(themes))]
        return sorted(set(random.choices(themes, liking, k=int(form["data-most"]))))
