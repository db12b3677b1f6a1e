"""A deck's questions as they stand on an answer sheet, for people without a phone. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.decks.deck import Deck, Slide
from workshop.kinds.kind import Kind
from workshop.language import _
from workshop.on_paper import Way


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question: its number on the sheet (1, 2, …) and what it is called there, where it is in the
    deck, and how it is answered."""

    number: int
    code: str
    slide: int
    question: int
    words: str
    context: str
    """The slide's title, where the question has words of its own."""
    kind: Kind
    way: Way

    @property
    def key(self) -> str:
        """The same in every language, for forms."""
        return f"{self.slide}-{self.question}"

    def part(self, number: int) -> str:
        """The name of one of its parts (0, 1, …) in a form."""
        return f"{self.key}-{number}"


def questionnaire(deck: Deck) -> tuple[PaperQuestion, ...]:
    """The questions that can be answered on paper, in the deck's order, with codes in the language that is
    spoken; a version of a deck always has the same. Forms, games, and what is asked of other people's answers
    are not among them."""
    found = [(slide, asks, question) for slide in deck.slides for asks, question in _asked(slide)]
    return tuple(_question(n, *each) for n, each in enumerate(found, start=1))


def _asked(slide: Slide) -> Iterator[tuple[Kind, int]]:
    asks = slide.asks
    if asks is not None and asks.on_paper is not None:
        yield from ((asks, question) for question in range(len(asks.questions)))


def _question(number: int, slide: Slide, asks: Kind, question: int) -> PaperQuestion:
    assert asks.on_paper is not None
    return PaperQuestion(
        number=number,
        code=_("Q{n}").format(n=number),
        slide=slide.number,
        question=question,
        words=slide.question(question),
        context=slide.title if asks.questions[question] else "",
        kind=asks,
        way=asks.on_paper,
    )
