"""A quiz question: points for who is right, and more for who is fast."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.chance import Chance
from workshop.decks.block import Block, Item, Table
from workshop.events import Value
from workshop.kinds.kind import LINES, Counted, Moment
from workshop.language import _
from workshop.refused import Refused

ALLOWANCE = 5_000
"""Milliseconds that a slow line may take to the phone and back. A phone that lies gains no more."""
SLACK = 1_000
"""Milliseconds by which a phone may count further than the server: it sees a slide before the time begins."""
LONGEST = 3_600_000
MOST_OPTIONS = 8
LETTERS = "ABCDEFGH"
WIDE = 32
"""Options with more characters have the wall's whole width."""

_BOX = re.compile(r"\[([ xX])\]\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """How many people chose an option; `share` is their part (0 to 1) of those who answered."""

    option: str
    count: int
    share: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Quiz(Counted):
    """Options of which some are right; a phone picks one, once. An answer is the option and milliseconds."""

    name: ClassVar[str] = "quiz"
    is_game: ClassVar[bool] = True

    options: tuple[str, ...]
    right: tuple[int, ...]
    seconds: int = 20
    points: int = 1000

    @classmethod
    def read(cls, block: Block) -> Self:
        items = block.items()
        options = tuple(_BOX.sub("", item.text, count=1) if _is_boxed(item) else item.text for item in items)
        right = tuple(n for n, item in enumerate(items) if _is_boxed(item) and item.text[1] != " ")
        _note_mistakes(block, items, options, right)
        return cls(
            options=options,
            right=right,
            seconds=block.whole("seconds", 20, 5, 600),
            points=block.whole("points", 1000, 2, 100_000),
        )

    @property
    def own_time(self) -> int:
        return self.seconds

    @property
    def is_wide(self) -> bool:
        """Whether an option needs the whole line."""
        return any(len(option) > WIDE for option in self.options)

    @property
    def letters(self) -> str:
        """What the options are called."""
        return LETTERS

    @property
    def truth(self) -> str:
        """The right option, or all of them."""
        return _(" or ").join(self.options[option] for option in self.right)

    @property
    def build(self) -> dict[str, object]:
        # 'right' is a tuple too, which holds no lines: it is told as people count them.
        right = ", ".join(str(option + 1) for option in self.right)
        numbers = {"seconds": self.seconds, "points": self.points}
        return {LINES: len(self.options), "[x]": right, **numbers}

    def check(self, value: Value) -> Value:
        if not isinstance(value, list) or len(value) != 2:
            raise Refused("wrong_kind", _("This question wants one option."))
        option, said = value
        if not 0 <= option < len(self.options):
            raise Refused("unknown_option", _("That option does not exist."))
        return [option, min(max(said, 0), LONGEST)]

    def judge(self, value: Value, moment: Moment) -> Value:
        option, said = _pair(value)
        took = judged(said, moment)
        if took is None:
            raise Refused("too_late", _("The time was over: this answer came too late."))
        return [option, took]

    def is_same(self, value: Value, kept: Value) -> bool:
        return isinstance(kept, list) and _pair(value)[0] == _pair(kept)[0]

    def tell(self, value: Value) -> str:
        return self.options[_pair(value)[0]]

    def is_right(self, value: Value) -> bool:
        """Whether the chosen option is a right one."""
        return _pair(value)[0] in self.right

    def earned(self, value: Value) -> int:
        """The points of an answer: half for being right, and of the other half as much as time was left."""
        if not self.is_right(value):
            return 0
        left = max(0.0, 1 - _pair(value)[1] / (1000 * self.seconds))
        return round(self.points / 2 * (1 + left))

    def result(self, values: Sequence[Value]) -> list[Part]:
        counts = Counter(_pair(value)[0] for value in values)
        people = max(len(values), 1)
        return [
            Part(option, counts[n], counts[n] / people, n in self.right)
            for n, option in enumerate(self.options)
        ]

    def table(self, values: Sequence[Value]) -> Table:
        rows = tuple(
            (part.option, _("right") if part.is_right else "", str(part.count))
            for part in self.result(values)
        )
        return Table((_("Option"), _("Answer"), _("People")), rows)

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        options = range(int(form["data-options"]))
        lasts = 1000 * int(form["data-seconds"])
        likely = taste.choice(options)  # most of the room think the same, right or wrong
        option = likely if random.random() < 0.6 else random.choice(options)
        took = random.lognormvariate(-1.2, 0.5) * lasts  # a third of the time, mostly; a few come too late
        return [option, round(min(took, 1.1 * lasts))]

    @classmethod
    def pretended_seconds(cls, value: Value) -> float | None:
        return _pair(value)[1] / 1000


def judged(said: int, moment: Moment) -> int | None:
    """How long somebody took, in milliseconds; None where the time was over.

    The phone's own steady clock knows best, so that a slow line costs nothing. The server's says what is
    possible at all: less than its own time without the allowance is a phone that lies.

    Args:
        said: what the phone's clock says since it drew the question.
        moment: when the answer came in.
    """
    if moment.passed is None:
        return said  # no time has begun: there is nothing to measure by
    if moment.ends is not None and (said > moment.ends + SLACK or moment.passed > moment.ends + ALLOWANCE):
        return None
    took = max(said, moment.passed - ALLOWANCE, 0)
    return took if moment.ends is None else min(took, max(moment.ends, 0))


def _is_boxed(item: Item) -> bool:
    return _BOX.match(item.text) is not None


def _pair(value: Value) -> tuple[int, int]:
    assert isinstance(value, list)
    return value[0], value[1]


def _note_mistakes(block: Block, items: list[Item], options: tuple[str, ...], right: tuple[int, ...]) -> None:
    block.note_number_of_options(len(items), 2, MOST_OPTIONS)
    for n, (item, option) in enumerate(zip(items, options, strict=True)):
        if not option:
            block.mistakes.add(item.line, _("This option is empty."), _("Write it behind the box."))
        elif option in options[:n]:
            block.mistakes.add(
                item.line,
                _("The option '{text}' is there twice.").format(text=option[:60]),
                _("Leave one out."),
            )
    if items and not right:
        block.mistakes.add(
            block.line,
            _("'{kind}' has no right option.").format(kind=block.name),
            _("Write '- [x] ' in front of what is right."),
        )
    if items and len(right) == len(items):
        block.mistakes.add(
            block.line,
            _("'{kind}' has only right options.").format(kind=block.name),
            _("Write '- ' in front of what is wrong."),
        )
