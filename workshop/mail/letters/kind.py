"""What there is to know of a kind of letter: how it is called, when it goes out, and an example of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workshop.mail.letter import Letter
from workshop.mail.wording import Wording

Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Example:
    """Whom an example goes to, and what it is filled with."""

    to: str
    language: str
    base: str
    """The address of this installation."""
    wording: Wording | None = None
    """The staff's own words, if they wrote any."""


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of letter, as the page for staff shows it. Its texts come out in the spoken language."""

    name: str
    title: Words
    when: Words
    """When it goes out, in a sentence."""
    example: Callable[[Example], Letter]
    wording: Callable[[], Wording] | None = None
    """The words that it begins with, where staff may write their own."""
    places: Mapping[str, Words] = field(default_factory=dict)
    """What those may have filled in, and what each place is."""
    needed: frozenset[str] = frozenset()
    """The places without which it makes no sense."""
