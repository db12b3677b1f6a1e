"""A world café: tables with a question each, rounds in which people move on, and what lies there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block, Table
from workshop.kinds.open import LONGEST
from workshop.kinds.shared import Said, Shared
from workshop.language import _

MOST_TABLES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Cafe(Shared):
    """Questions of which each table has one; where there are more tables, questions come several times."""

    name: ClassVar[str] = "cafe"

    tables: int
    rounds: int
    minutes: int
    one_writes: bool = False
    """Whether one phone a table writes, rather than each."""

    @classmethod
    def read(cls, block: Block) -> Self:
        asked = block.options(fewest=2, most=12)
        tables = block.whole("tables", max(len(asked), 2), 2, MOST_TABLES)
        return cls(
            asked=asked,
            longest=block.whole("max", LONGEST, 20, 1000),
            most=block.whole("answers", 20, 1, 50),
            tables=tables,
            rounds=block.whole("rounds", min(3, len(asked)), 1, 12),
            minutes=block.whole("minutes", 8, 1, 60),
            one_writes=block.one_of("writes", ("all", "one")) == "one",
            live=True,
        )

    def place_of(self, table: int, round_: int) -> int:
        """The table at which the people who began at `table` sit in a round: they move on by one."""
        return (table + max(round_, 0)) % self.tables

    def question_at(self, place: int) -> int:
        """The question that lies on a table."""
        return place % len(self.asked)

    def table(self, said: Sequence[Said]) -> Table:
        rows = tuple(
            (self.asked[each.question], each.text) for each in said if each.question < len(self.asked)
        )
        return Table((_("Question"), _("Answer")), rows)
