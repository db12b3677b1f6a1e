"""What every kind of container is: how it is read from a deck, and what an answer to it may be.

A kind is one file in this folder, found by itself, with its templates in `templates/kinds/<name>/`:
`projector.html` and `phone.html`; a question has besides `static/js/kinds/<name>.js` for the phone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import ClassVar, Self

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.decks.picture import Sight
from workshop.events import Value
from workshop.on_paper import Way

KINDS: dict[str, type["Kind"]] = {}
"""All kinds by the name that decks use."""
LINES = "-"
"""Stands, where a kind's build is told, for how many lines its list has."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When an answer came, by the server's clock, in milliseconds since the slide's time began."""

    passed: int | None = None
    """None where no time has begun."""
    ends: int | None = None
    """When the time is over; None where it has no end."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A figure, a question or a form on a slide."""

    name: ClassVar[str] = ""
    asks: ClassVar[bool] = False
    """Whether phones answer it, so that it can be opened and closed."""
    is_form: ClassVar[bool] = False
    """Whether phones fill in fields that become a row of personal data, rather than give an answer."""
    is_game: ClassVar[bool] = False
    """Whether phones play it for points, under a name: an answer stands as it was sent, and none is taken
    after the time is over or the result is seen."""
    shows_standing: ClassVar[bool] = False
    """Whether it shows who has how many points; a deck without a game has none."""
    is_seen: ClassVar[bool] = True
    """Whether it takes room on the slide."""
    spelled: ClassVar[Mapping[str, str]] = {}
    """The fields that decks call by another name."""
    fixed: ClassVar[tuple[str, ...]] = ()
    """The fields that hold text and no words: nobody translates them."""

    def __init_subclass__(cls) -> None:
        # A slotted dataclass is made twice, the second time with its slots; that one stays.
        if cls.name:
            KINDS[cls.name] = cls

    @classmethod
    def read(cls, block: Block) -> Self:
        """The kind as a deck's container says it; what is wrong is noted in the block's mistakes."""
        raise NotImplementedError

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that phones answer; an empty text means the slide's title."""
        return ()

    @property
    def most_answers(self) -> int:
        """How many answers one phone may give to one question."""
        return 1

    @property
    def on_paper(self) -> Way | None:
        """How each of its questions is answered on an answer sheet; None where only phones can."""
        return None

    @property
    def build(self) -> dict[str, object]:
        """What is the same in every language of a deck, so that an answer means the same in each: its
        numbers, and how many lines a list has; by the name that decks use."""
        found: dict[str, object] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Sight):
                found[each.name] = True  # which one, and its words, may differ: there may be words in it
            elif isinstance(value, tuple) and each.name not in self.fixed:
                found.setdefault(LINES, len(value))
            elif not isinstance(value, str) or each.name in self.fixed:
                found[self.spelled.get(each.name, each.name)] = value
        return found

    @property
    def own_time(self) -> int:
        """Seconds that begin by themselves when the slide is first shown; 0 for none."""
        return 0

    def check(self, value: Value) -> Value:
        """The answer as it is kept.

        Raises:
            Refused: it is none to this question.
        """
        raise NotImplementedError

    def judge(self, value: Value, moment: Moment) -> Value:  # noqa: ARG002 - most care for no time
        """The answer (as `check` gave it) as it is kept when it came at a moment.

        Raises:
            Refused: it came too late.
        """
        return value

    def is_same(self, value: Value, kept: Value) -> bool:
        """Whether what is sent again is what was kept, whenever it came."""
        return value == kept

    def tell(self, value: Value) -> "str | Table":
        """One answer (as `check` gave it) as people read it: for who gave it, on paper and in exports."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Kind):
    """A question of which screens show one result, made of all answers: `templates/kinds/<name>/result.html`.

    The room does not see it before the presenter shows it: the first ten votes must not steer the other
    ninety. With `{results=live}` in the deck it is there from the first answer.
    """

    asks: ClassVar[bool] = True

    live: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        return ("",)

    @property
    def settles(self) -> bool:
        """Whether the result gives away what is right, so that no answer counts while it is shown."""
        return False

    def result(self, values: Sequence[Value]) -> object:
        """What the answers (as `check` gave them) amount to, for the template."""
        raise NotImplementedError

    def table(self, values: Sequence[Value]) -> Table:
        """The same as a table: for screen readers, exports and reports."""
        raise NotImplementedError

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        """An answer as somebody might give it, for a rehearsal.

        Args:
            form: the attributes of the form in `phone.html`, such as {"data-options": "5"}.
            random: this person's chance.
            taste: a chance that is the same for everybody, so that no result is flat.

        Raises:
            KeyError, ValueError or IndexError: the form is not one of this kind.
        """
        raise NotImplementedError

    @classmethod
    def pretended_seconds(cls, value: Value) -> float | None:  # noqa: ARG003 - a game says so
        """How long somebody takes for this answer in a rehearsal; None where it does not matter."""
        return None


def is_live(block: Block) -> bool:
    """Whether a deck wants the result to be seen while people answer: {results=live}."""
    return block.one_of("results", ("after", "live")) == "live"
