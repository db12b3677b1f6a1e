"""Open questions: people write, and what they write lands on the wall."""

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.events import Value
from workshop.kinds.kind import Kind
from workshop.language import _, plural
from workshop.on_paper import Lines, Way
from workshop.refused import Refused
from workshop.unruly import calmed

LONGEST = 280
WRITTEN = 50
"""Characters that somebody writes on a line of an answer sheet."""
WAYS = ("columns", "grid", "single", "grouped")
"""How answers hang: the newest first where there is room; in rows, in the order in which they came; one at a
time, large; or below their questions."""
MOST_GROUPS = 6
"""Of more questions no columns fit on a screen."""
# Control characters but the line break, halves of surrogate pairs, what turns the text around it, and what
# only programs understand.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u180e\u202a-\u202e\u2061-\u2064\u206a-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and symbols that look like nothing."""


@dataclass(frozen=True, slots=True)
class Open(Kind):
    """One or more questions, each answered in writing, several times if people like."""

    name: ClassVar[str] = "open"
    asks: ClassVar[bool] = True
    spelled: ClassVar[Mapping[str, str]] = {"longest": "max", "most": "answers", "in_turn": "ask"}

    asked: tuple[str, ...]
    longest: int = LONGEST
    most: int = 20
    think: int = 0
    """Seconds in which people write and see nothing of one another: nobody copies the first answer."""
    way: str = WAYS[0]
    """How answers hang at first."""
    in_turn: bool = False
    """Whether the presenter asks one question after the other."""

    @classmethod
    def read(cls, block: Block) -> Self:
        asked = tuple(item.text for item in block.items()) or ("",)
        way = block.one_of("wall", WAYS)
        if way == "grouped" and not 1 < len(asked) <= MOST_GROUPS:
            block.mistakes.add(
                block.line,
                _("Answers hang below their questions where there are 2 to {n}.").format(n=MOST_GROUPS),
                _("Leave out wall=grouped."),
            )
        return cls(
            asked=asked,
            longest=block.whole("max", LONGEST, 20, 1000),
            most=block.whole("answers", 20, 1, 50),
            think=block.whole("think", 0, 0, 3600),
            way=way,
            in_turn=block.one_of("ask", ("together", "in-turn")) == "in-turn",
        )

    @property
    def questions(self) -> tuple[str, ...]:
        return self.asked

    @property
    def ways(self) -> tuple[str, ...]:
        """How its answers may hang."""
        return WAYS if 1 < len(self.asked) <= MOST_GROUPS else WAYS[:-1]

    @property
    def most_answers(self) -> int:
        return self.most

    @property
    def own_time(self) -> int:
        return self.think

    @property
    def on_paper(self) -> Way | None:
        return self.lines(1)

    def lines(self, answers: int) -> Way:
        """Room on paper for so many answers: less for each where there are more."""
        wanted = math.ceil(self.longest / WRITTEN)
        lines = min(max(wanted, 2), 5 if answers == 1 else 2)
        return Lines(min(answers, self.most), lines, self.longest)

    def check(self, value: Value) -> Value:
        if not isinstance(value, str):
            raise Refused("wrong_kind", _("This question wants a text."))
        text = tidy(value)
        if not text:
            raise Refused("empty", _("There is nothing in it yet."))
        if len(text) > self.longest:
            raise Refused(
                "too_long",
                plural("{n} character too many.", "{n} characters too many.", len(text) - self.longest),
            )
        return text

    def tell(self, value: Value) -> str:
        return str(value)


def tidy(text: str) -> str:
    """The text in composed form, without control characters and blank space around it.

    Line breaks stay; more than one empty line in a row becomes one. What nobody would see is empty, and what
    would paint over its neighbours is made to fit.
    """
    apart = _LINE_BREAKS.sub("\n", text).replace(
        "\t", " "
    )  # control characters too, but they keep words apart
    # Composed after what stood between a letter and its accent is gone, and before characters are counted.
    composed = unicodedata.normalize("NFC", _UNWANTED.sub("", apart))
    lines = (line.strip() if any(map(is_seen, line)) else "" for line in calmed(composed).split("\n"))
    paragraphs = "\n".join(lines).strip()
    while "\n\n\n" in paragraphs:
        paragraphs = paragraphs.replace("\n\n\n", "\n\n")
    return paragraphs


def is_seen(character: str) -> bool:
    """Whether it leaves a mark on a wall by itself."""
    # Cn: an emoji that is newer than this Python; Co: one of somebody's own font.
    category = unicodedata.category(character)
    return (category[0] in "LNPS" or category in ("Cn", "Co")) and character not in BLANKS
