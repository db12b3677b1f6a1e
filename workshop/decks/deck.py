"""A deck: what a presenter prepares, as the rest of the toolkit sees it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from workshop.decks.colour import INK, PAPER, light_enough, quiet_beside
from workshop.decks.faces import FACES, USUAL, Face
from workshop.decks.picture import Sight
from workshop.decks.signs import Sign
from workshop.kinds.kind import Kind
from workshop.kinds.reactions import Reactions

Asked = TypeVar("Asked", bound=Kind)


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen. `body` and `notes` are HTML made from Markdown, with people's markup shown as text."""

    number: int
    title: str
    body: str
    notes: str
    figures: tuple[Kind, ...]
    line: int = field(default=1, compare=False)
    """Where it begins in its file."""
    figure_lines: tuple[int, ...] = field(default=(), compare=False)
    pictures: tuple[Sight, ...] = ()
    goes_on_at: int = 0
    """The slide that comes next where the deck says so; 0 is the one after this."""

    @property
    def asks(self) -> Kind | None:
        """The question or form that phones answer on this slide."""
        return next((figure for figure in self.figures if figure.asks), None)

    @property
    def is_game(self) -> bool:
        """Whether phones play for points on this slide."""
        return self.asks is not None and self.asks.is_game

    @property
    def shows_standing(self) -> bool:
        """Whether it shows who has how many points."""
        return any(figure.shows_standing for figure in self.figures)

    def question(self, number: int) -> str:
        """The words of a question; the slide's title where it has none of its own."""
        asks = self.asks
        words = asks.questions[number] if asks else ""
        return words or self.title


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a deck, as #rrggbb, strong enough to be read on paper, and the face of its titles."""

    accent: str
    second_accent: str
    display: str = USUAL

    @property
    def accent_on_ink(self) -> str:
        """The accent for the dark theme."""
        return light_enough(self.accent)

    @property
    def second_on_ink(self) -> str:
        """The second accent for the dark theme."""
        return light_enough(self.second_accent)

    @property
    def quiet(self) -> str:
        """Of bars beside one in the accent."""
        return quiet_beside(self.accent, self.second_accent, PAPER)

    @property
    def quiet_on_ink(self) -> str:
        """The same for the dark theme."""
        return quiet_beside(self.accent_on_ink, self.second_on_ink, INK)

    @property
    def face(self) -> Face | None:
        """The face of the titles; None where it is the usual one."""
        return None if self.display == USUAL else FACES[self.display]


@dataclass(frozen=True, slots=True)
class Deck:
    """An ordered list of slides, and what the front matter says of all of them."""

    title: str
    subtitle: str
    language: str
    organisation: str
    contact: str
    region: str
    look: Look
    slides: tuple[Slide, ...]
    notices: tuple[str, ...] = ()
    """What was put right while loading, for the presenter to know."""
    reactions: tuple[Sign, ...] = ()
    """The signs that phones may send on every slide."""
    translations: tuple["Deck", ...] = ()
    """The same deck in other languages."""
    logo: Sight | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it can be read, the main one first."""
        return tuple(deck.language for deck in self._all())

    def in_language(self, language: str) -> "Deck":
        """The deck in one of its languages; in the main one where it does not have this."""
        return next((deck for deck in self._all() if deck.language == language), self)

    @property
    def answered_kinds(self) -> list[str]:
        """The kinds of question that phones answer, each of which has a script of its own."""
        asked = {slide.asks.name for slide in self.slides if slide.asks and not slide.asks.is_form}
        return sorted(asked)

    @property
    def has_game(self) -> bool:
        """Whether phones play for points somewhere: only then anybody has a name or a place."""
        return any(slide.is_game for slide in self.slides)

    @property
    def has_reactions(self) -> bool:
        """Whether phones can send signs somewhere."""
        return any(self.signs_on(slide.number) for slide in self.slides)

    def signs_on(self, number: int) -> tuple[Sign, ...]:
        """The signs that phones may send on a slide; none in the lobby."""
        slide = self.slide(number)
        if slide is None:
            return ()
        own = next((figure for figure in slide.figures if isinstance(figure, Reactions)), None)
        return own.signs if own else self.reactions

    def asked(self, number: int, kind: type[Asked]) -> Asked | None:
        """The question of a slide, if it is of this kind."""
        slide = self.slide(number)
        return slide.asks if slide and isinstance(slide.asks, kind) else None

    def slide(self, number: int) -> Slide | None:
        """The slide with this number (1, 2, …); None for the lobby and for what does not exist."""
        return self.slides[number - 1] if 1 <= number <= len(self.slides) else None

    def _all(self) -> Iterator["Deck"]:
        yield self
        yield from self.translations
