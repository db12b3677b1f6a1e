"""A choice: people tick one option, or all that they recognise."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.chance import Chance
from workshop.decks.block import Block, Item, Table
from workshop.decks.picture import Sight
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.language import _
from workshop.on_paper import Boxes, Way
from workshop.refused import Refused

MOST_PICTURES = 12
"""More of them would be stamps on the wall."""
_MARK = re.compile(r"\[([ xX])\](?:\s+|$)")
"""What may stand before an option, as in a list of things to do: - [x] a right one, - [ ] another."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """How many people ticked an option; `share` is their part (0 to 1) of those who answered."""

    option: str
    count: int
    share: float
    is_most: bool
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Choice(Counted):
    """Options, of which one or several may be ticked; ticking again replaces what was ticked.

    Some may be right: which ones nobody is told before the presenter shows the result, and there are no
    scores. From then on the question takes no answers, or everybody would have known.
    """

    name: ClassVar[str] = "choice"
    fixed: ClassVar[tuple[str, ...]] = ("right", "leads_to")

    options: tuple[str, ...]
    several: bool = False
    right: tuple[int, ...] = ()
    pictures: tuple[Sight, ...] = ()
    """One an option, or none at all; `options` has their words then, for tables and screen readers."""
    captions: tuple[str, ...] = ()
    """What stands below each picture; may be empty."""
    leads_to: tuple[int, ...] = ()
    """The slide that comes next where an option wins, by option; 0 is the one after this."""

    @classmethod
    def read(cls, block: Block) -> Self:
        items = block.choices()
        sights = block.sights(items)
        if len(sights) > MOST_PICTURES:
            block.mistakes.add(
                block.line,
                _("'{kind}' has more than {n} pictures.").format(kind=block.name, n=MOST_PICTURES),
                _("They would be too small on the wall: make two slides of it."),
            )
        texts = tuple(_MARK.sub("", item.text, count=1) if _mark(item) else item.text for item in items)
        right = tuple(number for number, item in enumerate(items) if _mark(item) in ("x", "X"))
        live = is_live(block)
        if right and live:
            block.mistakes.add(
                block.line,
                _("A question with a right answer cannot show its result from the first answer."),
                _("Leave out results=live; the right answer comes when you show the result."),
            )
        linked = any(item.link for item in items)
        leads_to = tuple(block.slide_at(item.link, item.line) if item.link else 0 for item in items)
        return cls(
            options=_named(texts, sights),
            several=block.flag("several"),
            right=right,
            pictures=sights,
            captions=texts if sights else (),
            leads_to=leads_to if linked else (),
            live=live,
        )

    @property
    def right_options(self) -> str:
        """The right ones in words."""
        return ", ".join(self.options[number] for number in self.right)

    @property
    def settles(self) -> bool:
        return bool(self.right)

    @property
    def on_paper(self) -> Way | None:
        return Boxes(self.options, self.several)

    def led_to(self, values: Sequence[Value]) -> int:
        """The slide to which the vote leads; 0 where nobody has voted, or the winner leads nowhere."""
        counts = self._count(values)
        highest = max(counts, default=0)
        return self.leads_to[counts.index(highest)] if highest else 0

    def check(self, value: Value) -> Value:
        if not isinstance(value, list):
            raise Refused("wrong_kind", _("This question wants a choice."))
        chosen = sorted(set(value))
        if any(not 0 <= option < len(self.options) for option in chosen):
            raise Refused("unknown_option", _("That option does not exist."))
        if len(chosen) > 1 and not self.several:
            raise Refused("too_many_options", _("Choose one option."))
        return chosen

    def tell(self, value: Value) -> str:
        chosen = value if isinstance(value, list) else []
        return "\n".join(self.options[option] for option in chosen) or _("none of these")

    def result(self, values: Sequence[Value]) -> list[Ticks]:
        counts = self._count(values)
        highest = max(counts, default=0)
        people = max(len(values), 1)
        return [
            Ticks(option, count, count / people, is_most=0 < count == highest, is_right=number in self.right)
            for number, (option, count) in enumerate(zip(self.options, counts, strict=True))
        ]

    def table(self, values: Sequence[Value]) -> Table:
        rows = zip(self.options, map(str, self._count(values)), strict=True)
        return Table((_("Option"), _("People")), tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        options = list(range(int(form["data-options"])))
        taste.shuffle(options)
        liking = {option: 1 / (rank + 1) for rank, option in enumerate(options)}
        ticked = [option for option in sorted(options) if random.random() < 0.8 * liking[option]]
        one = random.choices(options, [liking[option] for option in options])
        return (ticked or one) if form.get("data-several") == "true" else one

    def _count(self, values: Sequence[Value]) -> list[int]:
        counts = Counter(option for value in values if isinstance(value, list) for option in value)
        return [counts[option] for option in range(len(self.options))]


def _mark(item: Item) -> str:
    found = _MARK.match(item.text)
    return found[1] if found else ""


def _named(texts: tuple[str, ...], sights: tuple[Sight, ...]) -> tuple[str, ...]:
    """What each option is called where its picture is not seen."""
    if not sights:
        return texts
    pairs = zip(texts, sights, strict=False)  # where a mistake was noted, they are fewer
    return tuple(f"{text} ({sight.alt})" if text else sight.alt for text, sight in pairs)
