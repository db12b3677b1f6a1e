"""What one attendee does with a slide, and what many of them do together."""

from collections import Counter
from random import Random
from typing import Any

import pytest

from workshop.friends import form as friend_form
from workshop.kinds.lead import Lead
from workshop.leads.field import fields as lead_fields
from workshop.leads.form import check
from workshop.live.orders import phone_command
from workshop.rehearsal.asked import Asked, Counted, Field, Form, Question
from workshop.rehearsal.attendee import PACES, Attendee, Step
from workshop.rehearsal.dutch import DUTCH
from workshop.rehearsal.english import ENGLISH
from workshop.rehearsal.speech import Speech
from workshop.rehearsal.talk import Talk

Seen = tuple[Asked, ...]
SIX = tuple(Question(n, text, 280) for n, text in enumerate(["Welk werk?", "", "", "", "", ""]))
SEVERAL = (Counted("choice", {"data-options": "4", "data-several": "true"}),)
LEAD_FIELDS = [Field(field.name, field.kind) for field in lead_fields()]
LEAD = (Form("lead", (*LEAD_FIELDS, Field("consent", "checkbox"))),)
FRIEND_FIELDS = [Field(name, "text") for name in ("friend_name", "message", "sender_name")]
FRIEND = (Form("friend", tuple(FRIEND_FIELDS)),)
QUIZ = (Counted("quiz", {"data-options": "3", "data-seconds": "20"}),)
EVERYTHING: list[Seen] = [SIX, SEVERAL, QUIZ, LEAD, FRIEND]


def people(count: int, speech: Speech = DUTCH, pace: str = "calm") -> list[Attendee]:
    talk = Talk(speech, Random(1))
    return [Attendee(f"person {n}", speech, talk, PACES[pace]) for n in range(count)]


def plans(asked: Seen, count: int = 300, speech: Speech = DUTCH) -> list[list[Step]]:
    return [person.plan(5, asked) for person in people(count, speech)]


def sent(asked: Seen, count: int = 300, speech: Speech = DUTCH) -> list[dict[str, Any]]:
    return [step.command for plan in plans(asked, count, speech) for step in plan]


@pytest.mark.parametrize("asked", EVERYTHING)
def test_everything_sent_is_a_command_that_the_server_knows(asked: Seen) -> None:
    commands = sent(asked)

    assert commands
    for command in commands:
        phone_command(command)


def test_most_people_answer_some_questions_of_a_set_and_nobody_all() -> None:
    found = plans(SIX)

    answered = [len({step.key for step in plan}) for plan in found]
    assert 0.85 < sum(map(bool, answered)) / len(found) < 0.98
    assert set(answered) == {0, 1, 2, 3, 4}
    assert all(len(plan) <= 8 for plan in found)


def test_each_answer_is_new_until_all_have_been_given() -> None:
    talk = Talk(DUTCH, Random(1))
    question = Question(0, "Welk werk zie je?", 280)
    pool = DUTCH.answers_to(question.text)

    given = [talk.answer(question) for _ in pool]
    later = [talk.answer(question) for _ in pool]

    assert sorted(given) == sorted(pool)
    assert any(text.startswith(DUTCH.openers) for text in later)


def test_an_answer_is_never_longer_than_its_question_takes() -> None:
    talk = Talk(DUTCH, Random(1))

    assert all(len(talk.answer(Question(0, "", 20))) <= 20 for _ in range(60))


def test_choices_have_favourites() -> None:
    answers = [command for command in sent(SEVERAL) if command["do"] == "answer"]

    counts = Counter(option for answer in answers for option in answer["value"])
    most, *_, least = [count for _, count in counts.most_common()]
    assert len(counts) == 4
    assert most > 2 * least


def test_some_change_the_choice_that_they_sent_before() -> None:
    changed = [plan for plan in plans(SEVERAL) if len(plan) == 2]

    assert 5 < len(changed) < 100
    for answer, edit in changed:
        assert edit.command["do"] == "edit"
        assert edit.command["answer"] == answer.command["id"]
        assert edit.command["value"] != answer.command["value"]


def test_one_option_is_chosen_where_only_one_may_be() -> None:
    answers = sent((Counted("choice", {"data-options": "3"}),))

    assert all(len(answer["value"]) == 1 for answer in answers)


@pytest.mark.parametrize("speech", [DUTCH, ENGLISH])
def test_about_one_in_five_leaves_a_lead_that_is_taken(speech: Speech) -> None:
    commands = sent(LEAD, speech=speech)

    assert 0.13 < len(commands) / 300 < 0.27
    for command in commands:
        details = check(command["fields"], "NL", Lead(consent="Ja")).details
        assert details.email.endswith("@example.org")
        assert details.telephone.startswith("+3130000")


def test_about_half_write_a_card_that_is_taken() -> None:
    commands = sent(FRIEND)

    assert 0.4 < len(commands) / 300 < 0.6
    for command in commands:
        words = friend_form.read(command["fields"])
        assert words.friend_name != words.sender_name
        assert "{" not in words.message


def test_a_form_that_we_do_not_know_is_filled_in_by_the_kinds_of_its_fields() -> None:
    sizes = Field("size", "select", ("small", "large"))
    fields = (Field("who", "text"), Field("reach", "email"), Field("agree", "checkbox"), sizes)

    command = sent((Form("newsletter", fields),))[0]

    assert command["fields"]["reach"].endswith("@example.org")
    assert command["fields"]["agree"] == "yes"
    assert command["fields"]["size"] == "small"
    assert command["fields"]["who"]


def test_what_was_done_is_not_done_again() -> None:
    person = next(each for each in people(20) if each.plan(5, SIX))

    for step in person.plan(5, SIX):
        person.has_done(step)

    assert person.plan(5, SIX) == []


def test_seeing_a_slide_again_does_not_make_more_people_leave_a_lead() -> None:
    crowd = people(100)

    once = [bool(person.plan(5, LEAD)) for person in crowd]
    again = [bool(person.plan(5, LEAD)) for person in crowd]

    assert once == again


def test_no_two_people_send_the_same_id() -> None:
    ids = [command["id"] for command in sent(SIX)]

    assert len(set(ids)) == len(ids)


def test_lively_people_are_quicker_than_calm_ones() -> None:
    calm, lively = (
        sum(step.after for person in people(100, pace=pace) for step in person.plan(5, SIX))
        for pace in ("calm", "lively")
    )

    assert 0 < lively < calm / 3


def test_a_quiz_is_played_under_a_name_with_one_press_after_the_time_that_it_says() -> None:
    played = [plan for plan in plans(QUIZ) if plan]

    assert len(played) > 250
    for name, press in played:
        assert name.command["do"] == "nick"
        assert press.command["do"] == "answer"
        assert press.after == press.command["value"][1] / 1000


def test_a_name_is_taken_once() -> None:
    (person,) = people(1)
    name, press = next(steps for slide in range(5, 50) if (steps := person.plan(slide, QUIZ)))

    person.has_done(name)

    again = next(steps for slide in range(50, 99) if (steps := person.plan(slide, QUIZ)))
    assert [step.command["do"] for step in again] == ["answer"]
    assert press.command["do"] == "answer"
