"""The outcome as files: CSV and JSON lines, in pieces, so that a long one keeps no phone waiting."""

from collections.abc import Iterator
from typing import Any

import msgspec

from workshop.answers import Answer
from workshop.kinds.shared import Shared
from workshop.language import _
from workshop.results.outcome import Outcome, SlideOutcome
from workshop.spreadsheet import BYTE_ORDER_MARK, harmless, line

HIDDEN_MARK = "×"


def answers_csv(outcome: Outcome) -> Iterator[str]:
    """A line an answer."""
    yield BYTE_ORDER_MARK + line(answer_heads())
    for each, answer in outcome.rows():
        if not answer.withdrawn:  # since the file was begun
            yield line(map(harmless, answer_cells(outcome, each, answer)))


def answer_heads() -> list[str]:
    """What stands above the columns of answers."""
    of_answer = [_("Answer"), _("Theme"), _("Hidden"), _("Paper sheet")]
    return [_("Slide"), _("Title"), _("Question"), _("Person"), *of_answer]


def answer_cells(outcome: Outcome, each: SlideOutcome, answer: Answer) -> list[str]:
    """An answer as a row."""
    return [
        str(each.slide.number),
        each.slide.title,
        each.slide.question(answer.question),
        str(outcome.numbers[answer.participant]),
        each.told(answer),
        each.themes(answer),
        "" if answer.visible else HIDDEN_MARK,
        sheet_of(answer),
    ]


def sheet_of(answer: Answer) -> str:
    """The number of the paper sheet on which it was written; empty for one from a phone."""
    return str(answer.sheet) if answer.sheet else ""


def tables_csv(outcome: Outcome) -> Iterator[str]:
    """For each slide its title, who took part, and its table; an empty line between two."""
    yield BYTE_ORDER_MARK
    for each in outcome.slides:
        for row in summary(outcome, each):
            yield line(map(harmless, row))
        yield line([])


def summary(outcome: Outcome, each: SlideOutcome) -> Iterator[list[str]]:
    """A slide in rows of a spreadsheet."""
    yield [f"{each.slide.number}. {each.slide.title}"]
    yield [participation(outcome, each)]
    if table := each.table:
        yield list(table.header)
        yield from map(list, table.rows)
        return
    for question in range(len(each.asks.questions)):
        given = each.of_question(question)
        yield [each.slide.question(question), _("Answers: {n}").format(n=len(given))]


def participation(outcome: Outcome, each: SlideOutcome) -> str:
    """How many of those who were there answered."""
    return _("Took part: {n} of {people}").format(n=each.people, people=outcome.people)


def json_lines(outcome: Outcome) -> Iterator[str]:
    """A line an answer, for programs: also the value as it was kept, and the kind of question."""
    for each, answer in outcome.rows():
        if answer.withdrawn:  # since the file was begun
            continue
        record: dict[str, Any] = {
            "slide": each.slide.number,
            "title": each.slide.title,
            "question": answer.question,
            "asked": each.slide.question(answer.question),
            "kind": each.asks.name,
            "person": outcome.numbers[answer.participant],
            "value": answer.value,
            "answer": each.told(answer),
            "themes": each.room.themes.names_of(answer.id),
            "hidden": not answer.visible,
            "paper_sheet": answer.sheet or None,
        }
        if isinstance(each.asks, Shared):
            record["votes"] = each.votes[answer.id]
        yield msgspec.json.encode(record).decode() + "\n"
