"""What a harvest slide shows of a room: earlier answers in columns, by question or by theme. Pure."""

from workshop.answers import Answer
from workshop.decks.block import Table
from workshop.decks.deck import Deck
from workshop.kinds.harvest import Harvest, Sheaf
from workshop.kinds.kind import Kind
from workshop.language import _
from workshop.live.room import Room
from workshop.themes import NONE


def sources_of(deck: Deck, number: int) -> tuple[int, ...]:
    """The slides whose answers a slide brings back."""
    harvest = deck.asked(number, Harvest)
    return harvest.sources if harvest else ()


def sheaves(room: Room, deck: Deck, number: int) -> list[Sheaf]:
    """The columns of a harvest slide: the themes first, then what is not sorted, by question."""
    kind = deck.asked(number, Harvest)
    if kind is None:
        return []
    harvest = room.themes.of(number)
    votes = kind.count([answer.value for answer in room.answers.visible_of(number)])
    counted = bool(kind.votes) and number in room.revealed
    gathered = _gathered(room, kind)
    themes = [
        Sheaf(
            name=name,
            theme=theme,
            answers=tuple(_said(each) for each in gathered if harvest.theme_of(each.id) == theme),
            votes=votes[theme] if counted else None,
        )
        for theme, name in harvest.names.items()
    ]
    unsorted = [each for each in gathered if harvest.theme_of(each.id) == NONE]
    return [*themes, *_by_question(unsorted, kind, deck)]


def told(room: Room, asks: Kind, answer: Answer) -> str | Table:
    """One answer as people read it: votes for themes by the names that these have now."""
    if not isinstance(asks, Harvest) or not isinstance(answer.value, list):
        return asks.tell(answer.value)
    names = room.themes.of(answer.slide).names
    return "\n".join(names[theme] for theme in answer.value if theme in names) or _("none of these")


def _gathered(room: Room, kind: Harvest) -> list[Answer]:
    return [
        answer
        for source in kind.sources
        for answer in room.answers.visible_of(source)
        if isinstance(answer.value, str)
    ]


def _by_question(answers: list[Answer], kind: Harvest, deck: Deck) -> list[Sheaf]:
    slides = [slide for source in kind.sources if (slide := deck.slide(source)) and slide.asks]
    asked = [
        (slide, question)
        for slide in slides
        for question in range(len(slide.asks.questions if slide.asks else ()))
    ]
    sheaves = []
    for slide, question in asked:
        of_it = [each for each in answers if (each.slide, each.question) == (slide.number, question)]
        name = slide.question(question) if len(asked) > 1 else _("Not sorted yet")
        sheaves.append(Sheaf(name, NONE, tuple(_said(each) for each in of_it)))
    return sheaves


def _said(answer: Answer) -> tuple[str, str]:
    return answer.id, str(answer.value)
