"""One answer sheet of one workshop: which answers it has, and what typing it amounts to. Pure.

What is typed twice, by a double press or by two people, is counted once: an answer's id is made of the
workshop, the sheet and the question, with a secret, so that no phone can take it first. What is typed
otherwise later is an edit of the same answer.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from workshop.answers import Answer as Given
from workshop.decks.questionnaire import PaperQuestion
from workshop.events import Value
from workshop.forms import FieldsRefused
from workshop.language import _
from workshop.live.orders import Answer, Edit, PhoneCommand, Withdraw
from workshop.live.room import Room
from workshop.on_paper import HIGHEST_SHEET
from workshop.refused import Refused

PREFIX = "paper-"
"""Of the participant that a sheet counts as. Phones get theirs from the server, and longer ones."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A sheet that was typed: its answers, and when (milliseconds since 1970, UTC) the first was kept."""

    number: int
    answers: int
    at: int


class Overtaken(Refused):
    """Somebody else typed something into the sheet since it was opened."""

    def __init__(self) -> None:
        text = _("This sheet was kept in the meantime with other answers. Keep it again to replace those.")
        super().__init__("overtaken", text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answer sheet `number` of a workshop."""

    number: int
    workshop_id: int
    secret: str

    @property
    def participant(self) -> str:
        """Who counts as having written it."""
        return f"{PREFIX}{self.number}"

    def texts(self, questions: Sequence[PaperQuestion], room: Room) -> dict[str, str]:
        """What was typed, by the names of the parts."""
        return {
            question.part(n): text
            for question in questions
            for n, text in enumerate(
                question.way.write([_value(each) for each in self._kept(question, room)])
            )
        }

    def version(self, questions: Sequence[PaperQuestion], room: Room) -> str:
        """Names what is kept of the sheet without telling it."""
        kept = [[_value(each) for each in self._kept(question, room)] for question in questions]
        return self._id("version", msgspec.json.encode(kept).decode())

    def orders(
        self, texts: Mapping[str, str], questions: Sequence[PaperQuestion], room: Room, seen: str
    ) -> list[PhoneCommand]:
        """What typing these texts amounts to: nothing, where all of it is kept already.

        Args:
            texts: by the names of the parts.
            seen: the version of the sheet that stood on the page.

        Raises:
            FieldsRefused: some are no answers; by the keys of the questions.
            Overtaken: that is not the version any more, and what is typed differs.
        """
        values = read(texts, questions)
        orders = [
            order
            for question in questions
            for slot, value in enumerate(values[question.key])
            for order in self._order(question, slot, value, room)
        ]
        if orders and seen != self.version(questions, room):
            raise Overtaken
        return orders

    def _order(
        self, question: PaperQuestion, slot: int, value: Value | None, room: Room
    ) -> Iterator[PhoneCommand]:
        id_ = self._answer_id(question, slot, room)
        kept = room.answers.by_id.get(id_)
        if kept is None:
            if value is not None:
                yield Answer(id_, question.slide, question.question, value)
        elif value is None:
            yield Withdraw(self._id("withdraw", id_), id_)
        elif value != kept.value:
            said = msgspec.json.encode([kept.value, value]).decode()
            yield Edit(self._id("edit", id_, str(room.seq), said), id_, value)

    def _kept(self, question: PaperQuestion, room: Room) -> list[Given | None]:
        ids = (self._answer_id(question, slot, room) for slot in range(question.way.slots))
        return [room.answers.by_id.get(id_) for id_ in ids]

    def _answer_id(self, question: PaperQuestion, slot: int, room: Room) -> str:
        """The id of the answer in a slot. One that was taken back stays so: what follows is another."""
        attempt = 0
        while (id_ := self._id(question.key, str(slot), str(attempt))) in room.answers.by_id:
            if not room.answers.by_id[id_].withdrawn:
                break
            attempt += 1
        return id_

    def _id(self, *parts: str) -> str:
        whole = "\0".join(("paper", str(self.workshop_id), str(self.number), *parts))
        return urlsafe_b64encode(hmac.digest(self.secret.encode(), whole.encode(), "sha256")[:18]).decode()


def read(texts: Mapping[str, str], questions: Sequence[PaperQuestion]) -> dict[str, list[Value | None]]:
    """The answers to each question, by its key, as they are kept.

    Raises:
        FieldsRefused: some are none.
    """
    values: dict[str, list[Value | None]] = {}
    wrong = {}
    for question in questions:
        typed = [texts.get(question.part(n), "") for n in range(question.way.parts)]
        try:
            given = question.way.read(typed)
            values[question.key] = [None if each is None else question.kind.check(each) for each in given]
        except Refused as refused:
            wrong[question.key] = refused.text
    if wrong:
        raise FieldsRefused(wrong)
    return values


def saved(room: Room) -> list[Saved]:
    """The sheets that have an answer, by their numbers."""
    book = room.answers
    found: dict[int, list[Given]] = {}
    for who, ids in book.by_participant.items():
        if who.startswith(PREFIX):
            for answer in map(book.by_id.__getitem__, ids):
                if answer.sheet and not answer.withdrawn:
                    found.setdefault(answer.sheet, []).append(answer)
    return [
        Saved(number, len(found[number]), min(each.at for each in found[number])) for number in sorted(found)
    ]


def free_after(number: int, sheets: Sequence[Saved]) -> int:
    """The first number after this one under which nothing is kept."""
    taken = {each.number for each in sheets}
    return next((each for each in range(number + 1, HIGHEST_SHEET + 1) if each not in taken), HIGHEST_SHEET)


def _value(answer: Given | None) -> Value | None:
    return None if answer is None else answer.value
