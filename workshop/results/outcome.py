"""What a workshop's answers amount to, slide by slide, without names. Pure: no I/O, no clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.answers import Answer
from workshop.decks.block import Table
from workshop.decks.deck import Deck, Slide
from workshop.events import Value
from workshop.kinds import Counted, Kind
from workshop.kinds.harvest import Harvest, Sheaf
from workshop.kinds.shared import Said, Shared
from workshop.live import harvesting
from workshop.live.harvesting import told as told_of
from workshop.live.rewording import counting
from workshop.live.room import Room


@dataclass(frozen=True, slots=True)
class SlideOutcome:
    """The answers to one slide's questions."""

    slide: Slide
    asks: Kind
    answers: tuple[Answer, ...]
    people: int
    """How many gave at least one of them."""
    room: Room
    sheaves: tuple[Sheaf, ...]
    """The columns of a harvest."""
    votes: dict[str, int]
    """How many people voted for an answer, by its id, where people do."""
    values: tuple[Value, ...]
    """What people said, as it counts."""

    @property
    def table(self) -> Table | None:
        """What they amount to; None where the answers themselves are the result."""
        if isinstance(self.asks, Shared):
            return self.asks.table([self._said(answer) for answer in self.answers])
        if isinstance(self.asks, Harvest):
            return self.asks.table(self.sheaves)
        if isinstance(self.asks, Counted):
            return self.asks.table(self.values)
        return None

    def of_question(self, question: int) -> list[Answer]:
        """The answers to one of the slide's questions."""
        return [answer for answer in self.answers if answer.question == question]

    def told(self, answer: Answer) -> str:
        """One answer as a text."""
        told = told_of(self.room, self.asks, answer)
        return as_text(told) if isinstance(told, Table) else told

    def themes(self, answer: Answer) -> str:
        """The themes into which an answer was sorted."""
        return ", ".join(self.room.themes.names_of(answer.id))

    def _said(self, answer: Answer) -> Said:
        votes = self.votes[answer.id]
        return Said(answer.id, answer.question, str(answer.value), votes, answer.settled, answer.seq)


@dataclass(frozen=True, slots=True)
class Outcome:
    """All of a workshop's questions, and who was there."""

    slides: tuple[SlideOutcome, ...]
    people: int
    numbers: dict[str, int]
    """A number for each participant who answered: 1, 2, … in the order of their first answers. It stays
    the same while the workshop goes on, and whatever is hidden or taken back."""

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return sum(len(each.answers) for each in self.slides)

    @property
    def on_paper(self) -> int:
        """How many of them staff typed from answer sheets."""
        return sum(answer.sheet > 0 for each in self.slides for answer in each.answers)

    def rows(self) -> Iterator[tuple[SlideOutcome, Answer]]:
        """Each answer, by slide and question, in the order in which they came."""
        for each in self.slides:
            for question in range(len(each.asks.questions)):
                for answer in each.of_question(question):
                    yield each, answer


def outcome_of(deck: Deck, room: Room, *, hidden: bool = False) -> Outcome:
    """The outcome as it is now, without rehearsals and without what was taken back.

    Args:
        hidden: also what the presenter hid, or did not show yet.
    """
    answered = {who for given in room.answers.answered.values() for who in given}
    present = room.participants | answered
    asking = [(slide, slide.asks) for slide in deck.slides if slide.asks and not slide.asks.is_form]
    return Outcome(
        tuple(_of_slide(slide, asks, room, deck, hidden) for slide, asks in asking),
        len(present - room.rehearsing),
        _numbers(room),
    )


def as_text(table: Table) -> str:
    """A small table in one cell: a line a row."""
    return "\n".join(f"{name}: {', '.join(cells)}" for name, *cells in table.rows)


def _of_slide(slide: Slide, asks: Kind, room: Room, deck: Deck, hidden: bool) -> SlideOutcome:
    answers = tuple(
        answer
        for answer in room.answers.of_slide(slide.number)
        if answer.participant not in room.rehearsing and (answer.visible or (hidden and not answer.withdrawn))
    )
    votes = room.answers.votes if isinstance(asks, Shared) else {}
    return SlideOutcome(
        slide,
        asks,
        answers,
        len({answer.participant for answer in answers}),
        room,
        tuple(_sheaves(asks, answers, room, deck, slide.number)) if isinstance(asks, Harvest) else (),
        {answer.id: len(votes.get(answer.id, set()) - room.rehearsing) for answer in answers},
        tuple(counting((answer.value for answer in answers), room, deck, slide.number)),
    )


def _sheaves(
    asks: Harvest, answers: Sequence[Answer], room: Room, deck: Deck, number: int
) -> Iterator[Sheaf]:
    """The columns without what rehearsals said, and with their votes, which the owner may always see."""
    votes = asks.count([answer.value for answer in answers])
    for sheaf in harvesting.sheaves(room, deck, number):
        real = [
            (id_, text)
            for id_, text in sheaf.answers
            if room.answers.by_id[id_].participant not in room.rehearsing
        ]
        yield replace(sheaf, answers=tuple(real), votes=votes[sheaf.theme] if sheaf.theme else None)


def _numbers(room: Room) -> dict[str, int]:
    real: Sequence[str] = [who for who in room.answers.by_participant if who not in room.rehearsing]
    return {participant: number for number, participant in enumerate(real, start=1)}
