"""Questions of which people see one another's answers on their phones, and vote for what they find good."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from workshop.decks.block import Table
from workshop.kinds.open import Open
from workshop.language import _


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as all may see it, with what they make of it."""

    id: str
    question: int
    text: str
    votes: int
    is_settled: bool
    seq: int
    """Its number in the journal: what was said later has a higher one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Open):
    """An open question whose answers go to all phones; `votes` is how many each phone may give.

    Its `result` is for `templates/kinds/<name>/result.html`, which the projector shows once the presenter
    lets the room see it.
    """

    name: ClassVar[str] = ""

    live: bool = False
    votes: int = 0

    def result(self, said: Sequence[Said]) -> Sequence[Said]:
        """The answers in the order in which the projector shows them."""
        return sorted(said, key=lambda each: (each.is_settled, -each.votes, each.seq))

    def table(self, said: Sequence[Said]) -> Table:
        """The same as a table: for screen readers, exports and reports."""
        rows = tuple((each.text, str(each.votes)) for each in self.result(said))
        return Table((_("Answer"), _("Votes")), rows)
