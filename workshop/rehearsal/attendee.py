"""What one attendee does with a slide, and when. Pure: no I/O, and chance is handed in."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from workshop.events import Value
from workshop.kinds import KINDS
from workshop.kinds import Counted as CountedKind
from workshop.rehearsal.asked import Asked, Counted, Form, Question
from workshop.rehearsal.invented import details
from workshop.rehearsal.speech import Speech
from workshop.rehearsal.talk import Talk

SILENT = 0.08
"""The share of people who leave a slide as it is, and read along."""
LEAVE_A_LEAD = 0.2
WRITE_A_CARD = 0.5
FILL_IN_ANOTHER_FORM = 0.3
CHANGE_THEIR_CHOICE = 0.15
ANSWER_TWICE = 0.25
ASK_SOMETHING = 0.4
ASK_BESIDE_A_SLIDE = 0.06
MOST_VOTES = 4
HOW_MANY_QUESTIONS = (45, 35, 15, 5)
"""Of a set of questions: how many people answer one, two, three and four of them."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds that people take: before they begin, and for each thing more."""

    first: float
    next: float

    def think(self, random: Random, seconds: float) -> float:
        """Mostly about so many seconds; a few are much slower, as people are."""
        return min(random.lognormvariate(0, 0.6), 5) * seconds


NAME = (0, 0)
"""What is done with a step that takes a name: no slide has this number."""
PACES = {"calm": Pace(14, 18), "lively": Pace(3, 4)}


@dataclass(frozen=True, slots=True)
class Step:
    """Something to send, so many seconds after the step before it."""

    after: float
    what: str
    """answers, choices, leads or cards: what it counts as. Votes count as nothing."""
    key: tuple[int, int]
    """The slide and the question: what is answered then."""
    command: dict[str, Any]


VOTE = "votes"


class Attendee:
    """One person; the same one on all slides."""

    def __init__(self, seed: str, speech: Speech, talk: Talk, pace: Pace) -> None:
        self._seed = seed
        self._speech = speech
        self._talk = talk
        self._pace = pace
        self._done: set[tuple[int, int]] = set()

    def has_done(self, step: Step) -> None:
        """Notes that a step was taken, so that coming back to its slide does not repeat it."""
        self._done.add(step.key)

    def plan(self, slide: int, asked: tuple[Asked, ...]) -> list[Step]:
        """What this person does on a slide; less what was done before."""
        # Chance belongs to person and slide: seeing a slide again must not throw the dice again.
        random = Random(f"{self._seed} {slide}")
        questions = [each for each in asked if isinstance(each, Question) and each.kind != "questions"]
        steps = [] if random.random() < SILENT else self._answer(slide, questions, random)
        for each in asked:
            if isinstance(each, Question) and each.kind == "questions":
                steps += self._ask(slide, each, random)
            if isinstance(each, Question):
                steps += self._vote(slide, each, random)
        for each in asked:
            if isinstance(each, Counted):
                steps += self._choose(slide, each, random)
            elif isinstance(each, Form):
                steps += self._fill_in(slide, each, random)
        return [step for step in steps if step.key not in self._done]

    def _answer(self, slide: int, questions: list[Question], random: Random) -> list[Step]:
        if not questions:
            return []
        count = random.choices(range(1, len(HOW_MANY_QUESTIONS) + 1), HOW_MANY_QUESTIONS)[0]
        mine = sorted(random.sample(questions, min(count, len(questions))), key=lambda q: q.number)
        twice = [question for question in mine if random.random() < ANSWER_TWICE]
        steps: list[Step] = []
        for question in sorted(mine + twice, key=lambda q: q.number):
            command = {
                "do": "answer",
                "id": new_id(random),
                "slide": slide,
                "question": question.number,
                "value": self._talk.answer(question),
            }
            key = (slide, question.number)
            steps.append(Step(self._wait(random, steps), "answers", key, command))
        return steps

    def _ask(self, slide: int, asked: Question, random: Random) -> list[Step]:
        """Something that this person wants to know; beside another slide only now and then."""
        if random.random() >= (ASK_SOMETHING if asked.slide is None else ASK_BESIDE_A_SLIDE):
            return []
        at = slide if asked.slide is None else asked.slide
        value = self._talk.question(asked)
        command = {
            "do": "answer",
            "id": new_id(random),
            "slide": at,
            "question": asked.number,
            "value": value,
        }
        return [Step(self._wait(random, []), "answers", (at, asked.number), command)]

    def _vote(self, slide: int, asked: Question, random: Random) -> list[Step]:
        """Votes for what others say; for which one is seen when the time has come."""
        if not asked.votes or asked.slide is not None:
            return []
        many = random.randint(0, min(asked.votes, MOST_VOTES))
        return [
            Step(
                after=self._wait(random, []),
                what=VOTE,
                key=(slide, -1 - nth),
                command={"do": "vote", "id": new_id(random), "slide": slide, "given": True},
            )
            for nth in range(many)
        ]

    def _choose(self, slide: int, asked: Counted, random: Random) -> list[Step]:
        if random.random() < SILENT:
            return []
        id_, key = new_id(random), (slide, 0)
        value = liked(asked, slide, random)
        if value is None:
            return []
        answer = {"do": "answer", "id": id_, "slide": slide, "question": 0, "value": value}
        kind = KINDS[asked.kind]
        if kind.is_game:
            return self._play(asked, key, answer, random)
        steps = [Step(self._wait(random, []), "choices", key, answer)]
        other = liked(asked, slide, random)
        if other != value and random.random() < CHANGE_THEIR_CHOICE:
            edit = {"do": "edit", "id": new_id(random), "answer": id_, "value": other}
            steps.append(Step(self._wait(random, steps), "", key, edit))
        return steps

    def _play(
        self, asked: Counted, key: tuple[int, int], answer: dict[str, Any], random: Random
    ) -> list[Step]:
        """A name first, as a phone asks for one; then one answer, after the time that it says it took."""
        kind = KINDS[asked.kind]
        assert issubclass(kind, CountedKind)
        named = Step(0, "", NAME, {"do": "nick", "id": new_id(random)})
        return [named, Step(kind.pretended_seconds(answer["value"]) or 0, "choices", key, answer)]

    def _fill_in(self, slide: int, form: Form, random: Random) -> list[Step]:
        shares = {"lead": LEAVE_A_LEAD, "friend": WRITE_A_CARD}
        if random.random() >= shares.get(form.name, FILL_IN_ANOTHER_FORM):
            return []
        fields = details(form.fields, self._speech, random)
        if form.name == "friend":
            fields |= self._talk.friend_card(random)
        command = {"do": "form", "id": new_id(random), "slide": slide, "fields": fields}
        what = "cards" if form.name == "friend" else "leads"
        return [Step(2 * self._wait(random, []), what, (slide, 0), command)]

    def _wait(self, random: Random, before: list[Step]) -> float:
        return self._pace.think(random, self._pace.next if before else self._pace.first)


def with_favourite(step: Step, said: list[str], random: Random) -> Step | None:
    """The vote for one of what people said, mostly for what came first; None where there is nothing left."""
    if not said:
        return None
    favourite = said[min(int(random.expovariate(4 / len(said))), len(said) - 1)]
    command = {name: value for name, value in step.command.items() if name != "slide"}
    return replace(step, command={**command, "answer": favourite})


def liked(asked: Counted, slide: int, random: Random) -> Value | None:
    """What somebody would answer: all people have the same taste, more or less. None where the form is not
    one that we understand, such as another release's."""
    kind = KINDS[asked.kind]
    assert issubclass(kind, CountedKind)
    try:
        return kind.pretend(asked.form, random, Random(f"{slide}"))
    except (KeyError, ValueError, IndexError):
        return None


def new_id(random: Random) -> str:
    """A submission's id, as a phone makes it."""
    return f"{random.getrandbits(128):032x}"
